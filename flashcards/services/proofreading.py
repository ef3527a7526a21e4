"""What is wrong with a deck's text while it is being written, and which notes it has."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from flashcards.domain.collection import collect
from flashcards.domain.deck.attributes import split_heading
from flashcards.domain.deck.header import ReadYaml
from flashcards.domain.deck.parse import Deck, LeftOut, parse
from flashcards.domain.identity import Known, fingerprint
from flashcards.domain.ids import CardId, DeckId, NoteId
from flashcards.domain.kinds import expand
from flashcards.domain.kinds.telling import PACE, words_told
from flashcards.domain.note import Card, Note
from flashcards.domain.problems import DUPLICATE_ID, Place, Problem
from flashcards.services.checking import shown_wrong
from flashcards.services.views import CardView, view_of

if TYPE_CHECKING:
    from flashcards.services.ports import DeckFolder

_NOTE = re.compile(r"^##[ \t]+(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Outlined:
    """A note in the outline: where it begins and ends, and how its standing is looked up.

    One that is left out has no kind and no name.
    """

    line: int
    start: int
    end: int
    prompt: str
    kind: str
    section: str
    name: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A text, read: its problems, its notes, and how much is said in it."""

    text: str
    problems: tuple[Problem, ...]
    notes: tuple[Outlined, ...]


@dataclass(frozen=True, slots=True)
class Length:
    """How long a note is: in a story ``told`` are its minutes, and ``has`` those it may take."""

    words: int
    told: float = 0
    has: float = 0


class Proofreader:
    """Reads the texts of one deck. A worker's thread may use it: it holds nothing that changes."""

    def __init__(self, file: str, deck: str, source: "DeckFolder", read_yaml: ReadYaml) -> None:
        self._file, self._deck, self._source = file, DeckId(deck), source
        self._read_yaml = read_yaml

    def read(self, text: str) -> Deck:
        """Read a text of the deck."""
        return parse(text, self._deck, self._file, self._read_yaml)

    def proof(self, text: str, elsewhere: Mapping[str, str]) -> Proof:
        """Look for all that is wrong; ``elsewhere`` tells in which other deck an id stands."""
        deck = self.read(text)
        found = {*collect([deck], Known()).problems, *shown_wrong(deck.notes, self._source)}
        found |= {
            DUPLICATE_ID.at(Place(note.file, note.span.line), id=name, first=elsewhere[name])
            for note in deck.notes
            if (name := note.explicit_id) in elsewhere
        }
        rows = [*map(_outlined, deck.notes), *map(_left_out, deck.left_out)]
        notes = sorted(rows, key=attrgetter("line"))
        return Proof(text, tuple(sorted(found)), tuple(notes))

    def cards(self, text: str) -> list[CardView]:
        """Give the cards of the first note in a text, as they will be asked."""
        notes = self.read(text).notes[:1]
        return [
            view_of(Card(CardId(faces.key), NoteId(""), note, faces))
            for note in notes
            for faces in expand(note).faces
        ]


def _outlined(note: Note) -> Outlined:
    name = note.explicit_id or fingerprint(note.kind, note.prompt)
    span = note.span
    return Outlined(span.line, span.start, span.end, note.prompt, note.kind, note.section, name)


def _left_out(note: LeftOut) -> Outlined:
    span = note.span
    return Outlined(span.line, span.start, span.end, note.prompt, "", note.section, "")


def length_of(card: CardView | None, note: str) -> Length:
    """Count the words that a note says, and the minutes of a story; nothing else is counted."""
    if card and card.minutes:
        told = sum(words_told(part.text) for part in card.parts)
        return Length(told, told / PACE, card.minutes)
    heading = _NOTE.search(note)
    if heading is None:
        return Length(0)
    said = f"{split_heading(heading[1])[0]}\n{note[heading.end() :]}"
    return Length(words_told(_MARKS.sub(_said, said)))


_MARKS = re.compile(
    r"(?P<formula>\$[^$\n]+\$)|\{\{(?:c\d+::)?|\}\}|(?<=\])\([^()\s]*\)|\[\^[^\]\s]+\]|^```.*$",
    re.MULTILINE,
)
"""What is written in a note and not said: marks of gaps, footnotes and code, and addresses."""


def _said(mark: re.Match[str]) -> str:
    """Count a formula as a word."""
    return "x" if mark["formula"] else " "
