"""Notes made of ``###`` fields: which field a heading names, and what is wrong with them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from flashcards.domain.deck.sections import Section, sections
from flashcards.domain.note import Note
from flashcards.domain.problems import (
    DUPLICATE_FIELD,
    EMPTY_FIELD,
    MISSING_FIELD,
    UNKNOWN_FIELD,
    Place,
    Problem,
    did_you_mean,
)
from flashcards.domain.slug import slug


class Field(NamedTuple):
    """A field with a text: its key, its name, whether its kind knows it, its heading's line."""

    key: str
    name: str
    known: bool
    line: int
    text: str


class Fields(NamedTuple):
    """What a note says field by field, below the text above the first."""

    above: str
    fields: tuple[Field, ...]
    problems: tuple[Problem, ...]


def read_fields(note: Note, names: Sequence[str], needed: Sequence[str]) -> Fields:
    """Read a note's fields by the names its kind knows; ``needed`` are those it should have."""
    above, found = sections(note.body)
    problems: list[Problem] = []
    written: set[str] = set()
    fields = tuple(_fields(note, found, names, written, problems))
    missing = [name for name in needed if slug(name) not in written]
    if missing and fields:
        place = Place(note.file, note.span.line)
        problems.append(MISSING_FIELD.at(place, kind=note.kind, fields=", ".join(missing)))
    return Fields(above, fields, tuple(problems))


def _fields(
    note: Note,
    found: Sequence[Section],
    names: Sequence[str],
    written: set[str],
    problems: list[Problem],
) -> Iterator[Field]:
    """Yield the fields that have a name of their own and a text; ``written`` collects all keys."""
    known = {_root(name): name for name in names}
    for section in found:
        place = Place(note.file, note.body_line + section.line)
        name = known.get(_root(section.title), section.title)
        key = slug(name)
        if key in written:
            problems.append(DUPLICATE_FIELD.at(place, field=name))
            continue
        written.add(key)
        if name not in names:
            guess = did_you_mean(name.capitalize(), names)
            listed = ", ".join(names)
            problems.append(
                UNKNOWN_FIELD.at(place, kind=note.kind, field=name, known=listed, guess=guess)
            )
        if section.text.strip():
            yield Field(key, name, name in names, note.body_line + section.line, section.text)
        else:
            problems.append(EMPTY_FIELD.at(place, field=name))


def _root(name: str) -> str:
    """Give what singular and plural, and other ways to write a name, have in common."""
    plain = slug(name).replace("-", "")
    if plain.endswith("ss"):
        return plain
    return plain.removesuffix("es" if plain.endswith("sses") else "s")
