"""Write missing ids into a deck's text: one insertion a heading, and not a character else."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flashcards.domain.deck.attributes import split_heading
from flashcards.domain.note import Note
from flashcards.domain.slug import slug, telling

WORDS = 6
"""An id is made of so many words of the prompt, at most."""

_LINE_END = re.compile(r"[\r\n]|\Z")
_BRACE = re.compile(r"\{:?[ \t]*")


@dataclass(frozen=True, slots=True)
class Insertion:
    """A text to put in at an offset; ``id`` is what it names the note on ``line``."""

    offset: int
    text: str
    id: str
    line: int


def insertions(text: str, notes: Sequence[Note], taken: Iterable[str]) -> list[Insertion]:
    """Name every note that has no id. ``taken`` are the ids of all decks; none is used twice.

    ``text`` is the deck as it was parsed, without a byte-order mark.
    """
    used = set(taken) | {note.explicit_id for note in notes}
    found: list[Insertion] = []
    for note in notes:
        if not note.explicit_id:
            name = free_id(readable_id(note.prompt), used)
            used.add(name)
            found.append(_insertion(text, note, name))
    return found


def stamped(text: str, found: Iterable[Insertion]) -> str:
    """Put the insertions in."""
    parts, position = [], 0
    for insertion in found:
        parts += [text[position : insertion.offset], insertion.text]
        position = insertion.offset
    return "".join([*parts, text[position:]])


def readable_id(prompt: str) -> str:
    """Make an id of a prompt's first telling words: ``Why does ReLU die?`` → ``relu-die``."""
    words = slug(prompt).split("-")
    return "-".join(telling(words)[:WORDS])


def free_id(name: str, used: Container[str]) -> str:
    """Add a number where the name is taken."""
    number = 2
    free = name
    while free in used:
        free = f"{name}-{number}"
        number += 1
    return free


def _insertion(text: str, note: Note, name: str) -> Insertion:
    place = id_place(line_of(text, note))
    words = f"#{name} " if place.is_list else f" {{#{name}}}"
    return Insertion(note.span.start + place.offset, words, name, note.span.line)


class IdPlace(NamedTuple):
    """Where in a heading an id goes: into an attribute list, or behind the text."""

    offset: int
    is_list: bool


def id_place(line: str) -> IdPlace:
    """Find where the id of a heading goes."""
    end = text_end(line)
    if split_heading(line[:end])[0] == line[:end].strip():
        return IdPlace(end, is_list=False)
    inside = _BRACE.match(line, line.rfind("{", 0, end))
    assert inside is not None, "an attribute list begins with a brace"
    return IdPlace(inside.end(), is_list=True)


def line_of(text: str, note: Note) -> str:
    """Give a note's heading as it stands in its deck, without its line's end."""
    line_end = _LINE_END.search(text, note.span.start)
    assert line_end is not None, "every text has an end"
    return text[note.span.start : line_end.start()]


def text_end(line: str) -> int:
    """Give where a heading's text ends: before its closing hashes, and before blanks."""
    bare = line.rstrip(" \t")
    closed = bare.rstrip("#")
    return len(closed.rstrip(" \t")) if closed[-1:] in (" ", "\t") else len(bare)
