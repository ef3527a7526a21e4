"""How a deck's notes and problems are written in the index, and read back."""

import json
from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from flashcards.domain.catalogue import Shelf
from flashcards.domain.entry import Entry
from flashcards.domain.ids import DeckId, NoteId
from flashcards.domain.note import Note, Span
from flashcards.domain.problems import Place, Problem, Severity

_NOTE_FIELDS = tuple(field.name for field in fields(Note) if field.name not in ("deck", "file"))
_span, *_plain = _NOTE_FIELDS
_note_values = attrgetter("span.start", "span.end", "span.line", *_plain)
_PARTS = 6
"""Of what a note is written: see ``entries_text``."""
_BETWEEN = ", "
_decoder, _encoder = json.JSONDecoder(), json.JSONEncoder(check_circular=False)
"""A note at a time: a deck's thousands in one call would keep Python from the window's thread."""
_problem_values = attrgetter(
    "place.line", "place.column", "severity", "code", "message", "hint", "between"
)


def entries_text(entries: Iterable[Entry]) -> str:
    """Write a deck's notes; what they share with their deck is not repeated."""
    return f"[{_BETWEEN.join([_encoder.encode(_values(each)) for each in entries])}]"


def _values(entry: Entry) -> tuple[object, ...]:
    return (
        entry.name,
        entry.adopted,
        entry.fingerprint,
        entry.asked,
        [_problem_values(problem) for problem in entry.problems],
        _note_values(entry.note),
    )


def entries_of(text: str, file: str, deck: DeckId) -> list[Entry]:
    """Read a deck's notes."""
    found: list[Entry] = []
    at, end = 1, len(text) - 1
    while at < end:
        values, at = _decoder.raw_decode(text, at)
        found.append(_entry(values, file, deck))
        at += len(_BETWEEN)
    return found


def entry_named(text: str, name: NoteId, file: str, deck: DeckId) -> Entry | None:
    """Read one of a deck's notes, and none of the others: a deck may have thousands."""
    begin = f"[{json.dumps(name)}, "
    at = text.find(begin)
    while at >= 0:
        values, _ = _decoder.raw_decode(text, at)
        if len(values) == _PARTS and isinstance(values[-1], list):  # else a list within a note
            return _entry(values, file, deck)
        at = text.find(begin, at + 1)
    return None


def _entry(values: list[Any], file: str, deck: DeckId) -> Entry:
    name, adopted, fingerprint, asked, problems, (start, end, line, *rest) = values
    note = Note(deck, file, Span(start, end, line), *map(_frozen, rest))
    found = _problems(problems, file)
    return Entry(note, fingerprint, _frozen(asked), found, NoteId(name), adopted)


def _frozen(value: Any) -> Any:  # noqa: ANN401  # whatever a note's field holds
    """Give lists back as the tuples that they were."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def problems_text(problems: Iterable[Problem]) -> str:
    """Write a file's problems."""
    return json.dumps([_problem_values(problem) for problem in problems])


def problems_of(text: str, file: str) -> tuple[Problem, ...]:
    """Read a file's problems."""
    return _problems(json.loads(text), file)


def _problems(rows: Iterable[Any], file: str) -> tuple[Problem, ...]:
    return tuple(
        [
            Problem(Place(file, line, column), Severity(severity), code, message, hint, (*between,))
            for line, column, severity, code, message, hint, between in rows
        ]
    )


def shelves_text(shelves: Iterable[Shelf]) -> str:
    """Write which cards a file has; no name has a space in it."""
    return json.dumps([(shelf.topic, " ".join(shelf.cards), shelf.round) for shelf in shelves])


def shelves_of(text: str, file: str, deck: DeckId) -> tuple[Shelf, ...]:
    """Read which cards a file has."""
    return tuple(
        [
            Shelf(file, deck, topic, tuple(cards.split()), round_name)
            for topic, cards, round_name in json.loads(text)
        ]
    )
