"""What is wrong with decks, and which notes may be others reworded.

Formulas and images are looked at here only, not when the window starts: a thousand formulas take a
fifth of a second to read, their library as long to load, and a card that cannot show one says so.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from flashcards.domain.collection import collect
from flashcards.domain.deck.body import places_in, seen
from flashcards.domain.deck.images import images
from flashcards.domain.identity import known_of
from flashcards.domain.log.events import Event
from flashcards.domain.note import Note
from flashcards.domain.problems import BAD_MATH, MISSING_IMAGE, OUTSIDE_IMAGE, Place, Problem

if TYPE_CHECKING:
    from flashcards.services.ports import DeckFolder

_DELETION = re.compile(r"(?<=\{\{)c\d{1,4}::|::[^{}]*(?=\}\})")


@dataclass(frozen=True, slots=True)
class Checked:
    """All problems in the order of their places, and how much was read."""

    problems: tuple[Problem, ...]
    decks: int
    cards: int


def check_decks(source: "DeckFolder", readings: Iterable[Event] = ()) -> Checked:
    """Read decks and report what is wrong with each, between them, and with what was before.

    ``readings`` are what the log tells of notes; without them all are new.
    """
    read = source.read()
    collection = collect(read.decks, known_of(readings), read.problems)
    notes = (note for deck in read.decks for note in deck.notes)
    found = {*collection.problems, *shown_wrong(notes, source)}
    return Checked(tuple(sorted(found)), len(read.decks), len(collection.cards))


def shown_wrong(notes: Iterable[Note], source: "DeckFolder") -> Iterator[Problem]:
    """Report the formulas that cannot be drawn, and the images that will not be shown."""
    refusal = cache(_refusal)
    for note in notes:
        if "$" in note.prompt or "$" in note.body:
            yield from _formulas(note, refusal)
        if "![" in note.body or "<" in note.body:
            yield from _images(note, source)


def _formulas(note: Note, refusal: Callable[[str, bool], str]) -> Iterator[Problem]:
    from flashcards.render.dollars import lift  # only where there is math

    heading, place = Place(note.file, note.span.line), places_in(note)
    body = _without_deletions(note.body) if note.kind == "cloze" else note.body
    found = [(heading, formula) for formula in lift(seen(note.prompt))[1]]
    found += [(place(formula.start), formula) for formula in lift(seen(body))[1]]
    for where, formula in found:
        if reason := refusal(formula.tex, formula.display):
            yield BAD_MATH.at(where, reason=reason, tex=formula.source)


def _without_deletions(body: str) -> str:
    """Blank the numbers and hints of deletions, which are no TeX."""
    return _DELETION.sub(lambda part: " " * len(part[0]), body)


def _refusal(tex: str, display: bool) -> str:
    from flashcards.render.math import refusal  # only where there is math

    return refusal(tex, display)


def _images(note: Note, source: "DeckFolder") -> Iterator[Problem]:
    from flashcards.render.sanitize import inside_deck  # only where there may be images

    place = places_in(note)
    for offset, name in images(seen(note.body)):
        path = inside_deck(name)
        if path is None and name:
            yield OUTSIDE_IMAGE.at(place(offset), name=name)
        elif path is None or not source.has_image(note.file, path):
            yield MISSING_IMAGE.at(place(offset), name=name)
