"""Attribute lists that do not end a note's heading, and so are text: its id is lost by them."""

import re
from collections.abc import Iterable, Iterator

from flashcards.domain.deck.attributes import odd_braces, read, split_heading, within_braces
from flashcards.domain.deck.blocks import Outline
from flashcards.domain.deck.body import places_in
from flashcards.domain.deck.literal import literal_stretches, within
from flashcards.domain.kinds import kind_names
from flashcards.domain.note import Note
from flashcards.domain.problems import MISPLACED_BRACES, Place, Problem

_BRACES = re.compile(r"\{[^{}\n]*+\}")
_FIRST_LINE = re.compile(rf"\s*^[ ]{{0,3}}(?P<braces>{_BRACES.pattern})[ \t]*$", re.MULTILINE)


def misplaced(note: Note, text: str) -> Iterator[Problem]:
    """Report the attribute lists in a note's prompt, and one on the line below it."""
    for braces in _in_prompt(note.prompt) if "{" in note.prompt else ():
        found_at = text.find(braces, note.span.start, note.span.end)
        column = max(0, found_at - note.span.start) + 1  # a tab in a prompt became a blank
        yield MISPLACED_BRACES.at(Place(note.file, note.span.line, column), braces=braces)
    if found := _below(note):
        yield MISPLACED_BRACES.at(places_in(note)(found.start("braces")), braces=found["braces"])


def in_subheadings(found: Outline, file: str) -> Iterator[Problem]:
    """Report the ids of headings that begin no note, as one does that has a ``#`` too many."""
    for heading in found.subheadings:
        if "{" in heading.text and split_heading(heading.text)[1].ids:
            braces = heading.text[heading.text.rfind("{") :].rstrip()
            place = Place(file, heading.line.number, heading.line.text.rfind("{") + 1)
            yield MISPLACED_BRACES.at(place, braces=braces)


def nameable(notes: Iterable[Note]) -> list[Note]:
    """Leave out the notes that seem to have an id, in braces that are text: another hid it."""
    return [note for note in notes if note.explicit_id or not _seems_named(note)]


def _seems_named(note: Note) -> bool:
    is_odd = "#" in odd_braces(note.prompt, ())
    return is_odd or bool(_in_prompt(note.prompt)) or _below(note) is not None


def _in_prompt(prompt: str) -> list[str]:
    """Give the attribute lists that other words follow; code and formulas have none."""
    every = _BRACES.finditer(prompt)
    found = [each for each in every if each.end() < len(prompt) and _is_list(each[0])]
    literal = literal_stretches(prompt) if found else []
    return [each[0] for each in found if not within(literal, each.start())]


def _below(note: Note) -> re.Match[str] | None:
    """Find an attribute list on the first line of a note that says anything."""
    found = _FIRST_LINE.match(note.body)
    return found if found and _is_list(found["braces"]) else None


def _is_list(braces: str) -> bool:
    """Whether braces hold what only an attribute list does: an id, or a kind."""
    if "#" not in braces and "." not in braces:
        return False
    attributes = read(within_braces(braces))
    return attributes is not None and bool(
        attributes.ids or any(kind in kind_names() for kind in attributes.kinds)
    )
