"""One note of a deck: edited where it is, its history kept, and taken back; or added at the end.

Any thread may do all of it: what there is elsewhere is read from the catalogue of the moment.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.deck.stamp import insertions, stamped
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.identity import fingerprint
from flashcards.domain.ids import CardId
from flashcards.domain.note import Note
from flashcards.services.appending import append_note, parsed
from flashcards.services.proofreading import Proofreader
from flashcards.services.standing import ids_elsewhere
from flashcards.services.writing import Clash, Saved, Writing

if TYPE_CHECKING:
    from flashcards.services.desk import Desk

_IDS = re.compile(r"\{[^}\n]*?#([^\s}]+)")
"""All that may be an id, and more."""

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
    def is_named(self) -> bool:
        """Whether its id stands in the file."""
        return self.whole == self.writing.text

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
    """Find a card's note in its file as it is now. Raises a FlashcardsError.

    Where it stands as it was read, the rest of a long deck is not read for that.
    """
    note = note_of_card(desk, card)
    writing = _writing_on(desk, Path(note.file))
    if not _stands(note, writing.text):
        return _found(desk, writing, name_of(note), note.prompt)
    return _placed(desk, writing, note, _IDS.findall(writing.text))


def _stands(note: Note, text: str) -> bool:
    """Whether a text has a note where it was read, word for word."""
    here = parsed(text[note.span.start : note.span.end]).notes
    told = [(each.explicit_id, each.prompt, each.body) for each in here]
    return told == [(note.explicit_id, note.prompt, note.body)]


def note_of_card(desk: "Desk", card: CardId) -> Note:
    """Give the note of a card that is on the screen."""
    known = desk.library.card(card)
    assert known is not None, "a card on the screen is in a deck"
    return known.note


def find_named(desk: "Desk", file: Path, name: str, prompt: str) -> Found:
    """Find a note by its id, or its fingerprint; one without an id gets one, not yet written."""
    return _found(desk, _writing_on(desk, file), name, prompt)


def _writing_on(desk: "Desk", file: Path) -> Writing:
    return Writing(file, desk.paper, lambda: ids_elsewhere(desk.library, str(file)))


def _found(desk: "Desk", writing: Writing, name: str, prompt: str) -> Found:
    file = str(writing.file)
    notes = Proofreader(file, "", desk.decks, desk.paper.read_yaml).read(writing.text).notes
    note = next((each for each in notes if name_of(each) == name), None)
    if note is None:
        raise NoteGoneError(prompt, writing.file)
    return _placed(desk, writing, note, [each.explicit_id for each in notes])


def _placed(desk: "Desk", writing: Writing, note: Note, own: Iterable[str]) -> Found:
    """Put a note into its deck's text, with an id that is not among its deck's ``own``."""
    start, end, whole = note.span.start, note.span.end, writing.text
    if note.explicit_id:
        return Found(writing, note.explicit_id, whole, start, end)
    (new,) = insertions(whole, [note], {*ids_elsewhere(desk.library, note.file), *own})
    return Found(writing, new.id, stamped(whole, [new]), start, end + len(new.text))


def give_id(found: Found) -> Saved | Clash:
    """Write a note's id; before its text is changed, the decks are to be read with it.

    The log then knows the note by its id, however much its prompt changes.
    """
    return found.writing.save(found.whole)


def change_note(found: Found, text: str, base: str = "") -> Saved | Clash:
    """Write another text for a note that has its id; the decks are to be read with it.

    ``base`` is the note as it was when its editing began, where that is a while ago: what was
    written in it since then is merged.
    """
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
