"""One note of a deck: edited where it is, its history kept, and taken back; or added at the end."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.deck.stamp import insertions, stamped
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.identity import fingerprint
from flashcards.domain.ids import CardId
from flashcards.domain.note import Note
from flashcards.services.appending import append_note
from flashcards.services.proofreading import Proofreader
from flashcards.services.standing import ids_elsewhere
from flashcards.services.writing import Clash, Saved, Writing

if TYPE_CHECKING:
    from flashcards.services.desk import Desk

_HEAD = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")


class NoteGoneError(FlashcardsError):
    """A note that is not in its file any more."""

    def __init__(self, prompt: str, file: Path) -> None:
        super().__init__(
            "“{prompt}” is not in {name} any more: another program changed it. Read the "
            "decks again, and try once more.",
            prompt=prompt,
            name=file.name,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A note in its deck's text, from ``start`` to ``end``; ``whole`` may have its new id ahead."""

    writing: Writing
    name: str
    whole: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The note as it is written, without blank lines around it."""
        return self.whole[self.start : self.end].strip("\n")

    @property
    def head(self) -> str:
        """The deck's front matter, which holds for the note, too."""
        return head_of(self.whole)

    def with_text(self, text: str) -> str:
        """Give the deck with another text in the note's place, and the blank lines around it."""
        old = self.whole[self.start : self.end]
        ending = old[len(old.rstrip("\n")) :] or "\n"
        return f"{self.whole[: self.start]}{text}{ending}{self.whole[self.end :]}"


def find_note(desk: "Desk", card: CardId) -> Found:
    """Find a card's note in its file as it is now. Raises a FlashcardsError."""
    note = note_of_card(desk, card)
    return find_named(desk, Path(note.file), name_of(note), note.prompt)


def note_of_card(desk: "Desk", card: CardId) -> Note:
    """Give the note of a card that is on the screen."""
    known = desk.library.card(card)
    assert known is not None, "a card on the screen is in a deck"
    return known.note


def find_named(desk: "Desk", file: Path, name: str, prompt: str) -> Found:
    """Find a note by its id, or its fingerprint; one without an id gets one, not yet written."""
    taken = ids_elsewhere(desk.library, str(file))
    writing = Writing(file, desk.paper, lambda: taken)
    notes = Proofreader(str(file), "", desk.decks, desk.paper.read_yaml).read(writing.text).notes
    note = next((each for each in notes if name_of(each) == name), None)
    if note is None:
        raise NoteGoneError(prompt, file)
    start, end, whole = note.span.start, note.span.end, writing.text
    if note.explicit_id:
        return Found(writing, name, whole, start, end)
    own = {each.explicit_id for each in notes}
    (new,) = insertions(whole, [note], {*taken, *own})
    return Found(writing, new.id, stamped(whole, [new]), start, end + len(new.text))


def change_note(desk: "Desk", found: Found, text: str, base: str = "") -> Saved | Clash:
    """Write another text for a note; the decks are to be read with it.

    ``base`` is the note as it was when its editing began, where that is a while ago: what was
    written in it since then is merged.

    One without an id is given it first, and that is read: the log then knows the note by its id,
    however much its prompt changes.
    """
    if found.whole != found.writing.text:
        named = found.writing.save(found.whole)
        if isinstance(named, Clash):
            return named
        desk.library.adopt(desk.library.read_decks())
        found = find_named(desk, found.writing.file, found.name, "")
    if base:
        found.writing.begin_with(found.with_text(base))
    return found.writing.save(found.with_text(text))


def add_note(desk: "Desk", file: Path, text: str) -> None:
    """Write a note at a deck's end, with an id. Raises a FlashcardsError."""
    append_note(file, f"{text}\n", desk.decks, desk.places, ids_elsewhere(desk.library, str(file)))


def head_of(text: str) -> str:
    """Give a deck's front matter, with its two lines of hyphens."""
    head = _HEAD.match(text)
    return head[0] if head else ""


def name_of(note: Note) -> str:
    """Name a note by its id, or by its fingerprint."""
    return note.explicit_id or fingerprint(note.kind, note.prompt)
