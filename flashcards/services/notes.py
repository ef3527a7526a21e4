"""Notes moved, duplicated, split and put together, because the person asked.

Whatever happens to its text, a note that is touched here gets an id first, so that its history
stays with it. Decks are changed all or not at all (services/together.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.deck.blocks import lines_of
from flashcards.domain.deck.footnotes import footnotes_in, named_apart
from flashcards.domain.deck.parse import Deck
from flashcards.domain.deck.stamp import free_id, insertions, readable_id
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.imports.found import one_line
from flashcards.domain.kinds import DEFAULT_KIND
from flashcards.domain.note import Note
from flashcards.domain.problems import did_you_mean
from flashcards.domain.tongue import tr, trn
from flashcards.services.appending import grows_by, joined, parsed, with_more
from flashcards.services.shelving import copy_images
from flashcards.services.together import HalfDoneError

if TYPE_CHECKING:
    from flashcards.services.ports import DeckEditor, Draft, Places
    from flashcards.services.together import AllOrNone, Sheet

_NUMBER = re.compile(r"(?<=\{\{c)\d{1,4}(?=::)")
_JOINABLE = (DEFAULT_KIND, "cloze")


class NoNoteError(FlashcardsError):
    """No note is called so."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        guess = did_you_mean(name, known) or tr(
            "Name it by its id, or by file and line (deck.md:12)."
        )
        super().__init__(
            "No note in your decks is called “{name}”. {guess}", name=name, guess=guess
        )


class NoteError(FlashcardsError):
    """What was asked of a note cannot be done; its text says why."""


@dataclass(frozen=True, slots=True)
class Done:
    """Which note the person goes on with, and where it stands now."""

    name: str
    file: str
    line: int
    images: tuple[Path, ...] = ()


@dataclass(slots=True)
class _Open:
    """A deck that is being changed, and the note that this is about."""

    draft: "Draft"
    note: Note

    @property
    def text(self) -> str:
        """The deck's text."""
        return self.draft.text

    @property
    def block(self) -> str:
        """The note's own text, without blank lines at its end."""
        return self.text[self.note.span.start : self.note.span.end].rstrip("\r\n")

    def with_block(self, block: str) -> str:
        """Give the deck's text with another text in the note's place."""
        end = self.note.span.start + len(self.block)
        return self.text[: self.note.span.start] + block + self.text[end:]

    def without(self) -> str:
        """Give the deck's text without the note."""
        return _without(self.text, self.note)


class Notes:
    """What can be done with a note of the decks in force."""

    def __init__(self, decks: "DeckEditor", places: "Places", together: "AllOrNone") -> None:
        self._decks, self._places, self._together = decks, places, together

    # --- finding ---------------------------------------------------------------------------

    def _open(self, name: str) -> _Open:
        """Find a note by its id, or by its file and line. Raises NoNoteError."""
        decks = self._decks.read().decks
        found = _by_id(name, decks) or _by_place(name, decks)
        if found is None:
            raise NoNoteError(name, [note.explicit_id for note in _all(decks) if note.explicit_id])
        draft = self._decks.open(found.file)
        now = [note for note in draft.deck.notes if note.span == found.span]
        if not now or now[0].prompt != found.prompt:
            raise NoNoteError(name, [])
        return _Open(draft, now[0])

    def below(self, file: Path, line: int) -> str:
        """Name the note that follows below a line, by its place. Raises NoteError."""
        lines = [note.span.line for note in self._decks.open(str(file)).deck.notes]
        following = next((each for each in lines if each > line), 0)
        if not following:
            raise NoteError("There is no note below this one.")
        return f"{file}:{following}"

    def _ids(self) -> set[str]:
        return {note.explicit_id for note in _all(self._decks.read().decks)}

    def _stamped(self, opened: _Open) -> tuple[str, str]:
        """Give a note's id and its text, in which the id stands."""
        if opened.note.explicit_id:
            return opened.note.explicit_id, opened.block
        (made,) = insertions(opened.text, [opened.note], self._ids())
        at = made.offset - opened.note.span.start
        return made.id, opened.block[:at] + made.text + opened.block[at:]

    # --- doing -----------------------------------------------------------------------------

    def move(self, name: str, to: Path) -> Done:
        """Put a note at the end of another deck; its pictures are copied along."""
        opened = self._open(name)
        source = Path(opened.note.file)
        if to.exists() and source.samefile(to):
            raise NoteError("“{prompt}” is in {to} already.", prompt=opened.note.prompt, to=to)
        note_id, block = self._stamped(opened)
        target = self._decks.open(str(to)) if to.exists() else None
        block = f"{_unix(block)}\n"
        sheet = target or self._together.sheet(to)
        whole = (
            with_more(target.deck, target.text, block, 1) if target else joined(sheet.text, block)
        )
        copied = copy_images([opened.note], source.parent, to.parent, self._places)
        self._save([(to, sheet, whole), (source, opened.draft, opened.without())], copied)
        line = parsed(whole).notes[-1].span.line
        return Done(note_id, str(to), line, tuple(copied))

    def duplicate(self, name: str) -> Done:
        """Write a note once more below itself; the copy has an id of its own, and no history."""
        opened = self._open(name)
        note_id, block = self._stamped(opened)
        copy_id = free_id(note_id, {*self._ids(), note_id})
        heading, ending, body = _parted(block)
        copy = f"{_renamed(heading, note_id, copy_id)}{ending}{body}"
        return self._grown(opened, block, copy, copy_id)

    def split(self, name: str, line: int, prompt: str) -> Done:
        """Begin a new note at a line of another: it asks ``prompt`` and has no history yet."""
        opened = self._open(name)
        if opened.note.kind != DEFAULT_KIND:
            raise NoteError(
                "Only a basic note can be split, and this is .{kind}: it has several cards, each"
                " with a history of its own that would stay behind. Duplicate it, and take out of"
                " each note what belongs to the other.",
                kind=opened.note.kind,
            )
        starts = [each.start for each in lines_of(opened.text)]
        start = starts[line - 1] if 0 < line <= len(starts) else -1
        first, last = opened.note.span.start, opened.note.span.start + len(opened.block)
        if not (first < start < last):
            where = f"{opened.note.file}:{opened.note.span.line}"
            raise NoteError(
                "Line {line} is not below the heading of the note at {where}.",
                line=line,
                where=where,
            )
        note_id, block = self._stamped(opened)
        at = start - first + len(block) - len(opened.block)
        new_id = free_id(readable_id(prompt), {*self._ids(), note_id})
        tail = f"## {one_line(prompt)} {{#{new_id}}}{_ending(opened.text)}{block[at:]}"
        return self._grown(opened, block[:at].rstrip("\r\n"), tail, new_id)

    def merge(self, name: str, other_name: str) -> Done:
        """Put another note's text below a note's own, and take that one away.

        The note keeps its id and history; the other's history waits for its text.
        """
        opened, other = self._open(name), self._open(other_name)
        _must_join(opened.note, other.note)
        note_id, block = self._stamped(opened)
        whole = f"{_ready(block, opened.note, other.note)}{_ending(opened.text) * 2}"
        below = f"**{other.note.prompt}**\n\n{_numbered(opened.note, other.note)}"
        below = named_apart(below, footnotes_in(opened.note.body))
        whole += below.replace("\n", _ending(opened.text))
        if Path(opened.note.file).samefile(other.note.file):
            text = _both(opened, other, whole)
            _must_hold(opened.draft.deck, text, -1)
            self._save([(Path(opened.note.file), opened.draft, text)])
        else:
            text = opened.with_block(whole)
            _must_hold(opened.draft.deck, text, 0)
            source, target = Path(other.note.file), Path(opened.note.file)
            copied = copy_images([other.note], source.parent, target.parent, self._places)
            both = [(target, opened.draft, text), (source, other.draft, other.without())]
            self._save(both, copied)
        line = next(note.span.line for note in parsed(text).notes if note.explicit_id == note_id)
        return Done(note_id, opened.note.file, line)

    def _grown(self, opened: _Open, block: str, more: str, name: str) -> Done:
        """Write a note, and another one below it."""
        gap = _ending(opened.text)
        text = opened.with_block(f"{block}{gap}{gap}{more}")
        _must_hold(opened.draft.deck, text, 1)
        self._save([(Path(opened.note.file), opened.draft, text)])
        line = next(note.span.line for note in parsed(text).notes if note.explicit_id == name)
        return Done(name, opened.note.file, line)

    def _save(
        self, changes: Sequence[tuple[Path, "Sheet", str]], copied: Sequence[Path] = ()
    ) -> None:
        """Save every text, or none; then the pictures that were copied ahead go, too."""
        try:
            self._together.save(changes)
        except HalfDoneError:
            raise  # it will be finished, with its pictures
        except FlashcardsError:
            for image in copied:
                self._places.remove(image)
            raise


def _all(decks: Sequence[Deck]) -> list[Note]:
    return [note for deck in decks for note in deck.notes]


def _by_id(name: str, decks: Sequence[Deck]) -> Note | None:
    bare = name.removeprefix("#")
    return next((note for note in _all(decks) if bare and note.explicit_id == bare), None)


def _by_place(name: str, decks: Sequence[Deck]) -> Note | None:
    """Find the note that a line of a file is in."""
    file, _, line = name.rpartition(":")
    if not (file and line.isascii() and line.isdigit() and Path(file).exists()):
        return None
    notes = [note for note in _all(decks) if Path(note.file).samefile(file)]
    above = [note for note in notes if note.span.line <= int(line)]
    return above[-1] if above else None


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _ending(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _parted(block: str) -> tuple[str, str, str]:
    """Part a note's heading from its body."""
    return block.partition(_ending(block))


def _renamed(heading: str, name: str, other: str) -> str:
    """Write another id into a heading's braces."""
    before, brace, inside = heading.rpartition("{")
    return before + brace + re.sub(rf"#{re.escape(name)}(?![^ \t}}])", f"#{other}", inside)


def _must_hold(before: Deck, text: str, more: int) -> None:
    """Make sure that a deck has so many notes more, and no error more. Raises NoteError."""
    if not grows_by(before, text, more):
        raise NoteError(
            trn(
                "{file} would not be read as it is meant then, so nothing was changed: it "
                "would have {count} note.",
                "{file} would not be read as it is meant then, so nothing was changed: it "
                "would have {count} notes.",
                len(parsed(text).notes),
                file=before.file or tr("The deck"),
            )
        )


def _must_join(note: Note, other: Note) -> None:
    if note.span == other.span and note.file == other.file:
        raise NoteError("A note cannot be put together with itself.")
    if note.kind != other.kind or note.kind not in _JOINABLE:
        raise NoteError(
            "Only two basic notes, or two cloze notes, can be put together; these are "
            ".{kind} and .{other}.",
            kind=note.kind,
            other=other.kind,
        )


def _ready(block: str, note: Note, other: Note) -> str:
    """Keep a line of hyphens in the other's text from parting question and answer."""
    heading, ending, body = _parted(block)
    above = f"{ending}---{ending}{ending}" * bool(other.breaks and not note.breaks)
    return f"{heading}{ending}{above}{body}"


def _numbered(note: Note, other: Note) -> str:
    """Give the other's text, its numbered gaps after those of the note."""
    most = max(map(int, _NUMBER.findall(note.body)), default=0)
    body = other.body.strip("\n")
    if note.kind != DEFAULT_KIND:
        body = _NUMBER.sub(lambda number: str(int(number[0]) + most), body)
    return f"> hint: {one_line(other.hint)}\n\n{body}" if other.hint else body


def _without(text: str, note: Note) -> str:
    """Take a note out; where it was the last, no blank line is left below the others."""
    before, after = text[: note.span.start], text[note.span.end :]
    if after or not before.strip():
        return before + after
    return before.rstrip("\r\n") + _ending(text)


def _both(opened: _Open, other: _Open, whole: str) -> str:
    """Change a note and take another away, in one deck."""
    if other.note.span.start < opened.note.span.start:
        text = opened.with_block(whole)
        return _without(text, other.note)
    text = other.without()
    end = opened.note.span.start + len(opened.block)
    return text[: opened.note.span.start] + whole + text[end:]
