"""Selected notes tagged in their decks, or moved to another deck: all or none, and taken back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.deck.retag import retagged
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.ids import CardId, NoteId, note_of
from flashcards.domain.note import Note, Span
from flashcards.domain.tongue import trn
from flashcards.services.bulk import Step
from flashcards.services.notes import Notes
from flashcards.services.scratch import Scratch
from flashcards.services.together import HalfDoneError

if TYPE_CHECKING:
    from flashcards.services.library import Library
    from flashcards.services.ports import DeckEditor, Draft, Places
    from flashcards.services.together import Together


class OutdatedError(FlashcardsError):
    """A deck says something else than what was read."""

    def __init__(self, file: str) -> None:
        super().__init__(
            "{file} was changed a moment ago. Read the decks again (Ctrl+R), and repeat "
            "this; nothing was changed.",
            file=file,
        )


@dataclass(frozen=True, slots=True)
class Change:
    """What one file said, and says now."""

    file: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """One step: its words, how many notes it is about, and each file's texts."""

    told: str
    count: int
    changes: tuple[Change, ...]

    def turned(self) -> "Rewrite":
        """The step that takes this one back."""
        back = tuple(Change(each.file, each.after, each.before) for each in self.changes)
        return Rewrite(self.told, self.count, back)


class Rewriting:
    """Writes into decks because the person asked, and only into files that are as they were."""

    def __init__(
        self, library: "Library", decks: "DeckEditor", places: "Places", together: "Together"
    ) -> None:
        self._library, self._decks = library, decks
        self._places, self._together = places, together

    def count_notes(self, cards: Iterable[CardId]) -> int:
        """Count the notes of some cards, without reading them."""
        there = self._library.catalogue
        return len({note_of(card) for card in cards if card in there})

    def notes_of(self, cards: Iterable[CardId], step: Step = lambda: None) -> list[Note]:
        """Give the notes of some cards, each once; cards that are in no deck have none.

        ``step`` is called once a note, or more often. Another thread may do this.
        """
        there = self._library.catalogue
        shelves = {note_of(card): shelf for card in cards if (shelf := there.shelf_of(card))}
        notes: dict[NoteId, Note] = {}
        with self._library.beside():
            for file in dict.fromkeys(shelf.file for shelf in shelves.values()):
                for entry in self._library.entries_in(file):
                    if entry.name in shelves:
                        step()
                        notes[entry.name] = entry.note
        return [notes[name] for name in shelves if name in notes]

    def tag(
        self, notes: Sequence[Note], add: Sequence[str], drop: Sequence[str], step: Step
    ) -> Rewrite:
        """Add tags to notes, and take others away. Raises a FlashcardsError."""
        drafts: list[tuple[Draft, str]] = []
        changed = 0
        for file, own in _by_file(notes).items():
            draft = self._decks.open(file)
            there, parts, end = {each.span: each for each in draft.deck.notes}, list[str](), 0
            for note in sorted(own, key=lambda each: each.span.start):
                step()
                before, now = _retagged(draft, there.get(note.span), note, add, drop)
                parts += [draft.text[end : note.span.start], now]
                end = note.span.end
                changed += before != now
            text = "".join([*parts, draft.text[end:]])
            if text != draft.text:
                drafts.append((draft, text))
        self._save(drafts)
        changes = tuple(Change(d.deck.file, d.text, text) for d, text in drafts)
        return Rewrite(
            trn("Tagged {count} note", "Tagged {count} notes", changed), changed, changes
        )

    def move(self, notes: Sequence[Note], to: Path, step: Step) -> Rewrite:
        """Put notes at the end of a deck, with their history. Raises a FlashcardsError."""
        wanted = [note for note in notes if not Path(note.file).samefile(to)]
        scratch, copied = Scratch(self._decks), list[Path]()
        scratch.open(str(to))  # it is written first, so that no note is ever in no deck
        mover = Notes(scratch, self._places, scratch)
        try:
            for note in wanted:
                step()
                line = _again(scratch.open(note.file), note).span.line
                copied += mover.move(f"{note.file}:{line}", to).images
            self._together.save(scratch.changes())
        except HalfDoneError:
            raise  # it will be finished, with its pictures
        except FlashcardsError:
            for image in copied:
                self._places.remove(image)
            raise
        changes = tuple(
            Change(str(file), sheet.text, text) for file, sheet, text in scratch.changes()
        )
        return Rewrite(
            trn(
                "Moved {count} note to {stem}",
                "Moved {count} notes to {stem}",
                len(wanted),
                stem=to.stem,
            ),
            len(wanted),
            changes,
        )

    def turn(self, rewrite: Rewrite, step: Step) -> Rewrite:
        """Take a step back; give the step that does it again. Raises a FlashcardsError.

        ``step`` is called once a file, before any is written.
        """
        back = rewrite.turned()
        drafts: list[tuple[Draft, Change]] = []
        for change in back.changes:
            step()
            drafts.append((self._decks.open(change.file), change))
            if drafts[-1][0].text != change.before:
                raise OutdatedError(change.file)
        self._save([(draft, change.after) for draft, change in drafts])
        return back

    def _save(self, drafts: "Sequence[tuple[Draft, str]]") -> None:
        self._together.save([(Path(draft.deck.file), draft, text) for draft, text in drafts])


def _by_file(notes: Iterable[Note]) -> dict[str, list[Note]]:
    found: dict[str, list[Note]] = {}
    for note in notes:
        found.setdefault(note.file, []).append(note)
    return found


def _retagged(
    draft: "Draft", now: Note | None, note: Note, add: Sequence[str], drop: Sequence[str]
) -> tuple[str, str]:
    """Give a note's text, and the same with other tags, where it is as it was read.

    Raises OutdatedError.
    """
    if now is None or now.prompt != note.prompt:
        raise OutdatedError(draft.deck.file)
    text = draft.text[now.span.start : now.span.end]
    alone = replace(now, span=Span(0, len(text), now.span.line))
    return text, retagged(text, alone, add, drop)


def _again(draft: "Draft", note: Note) -> Note:
    """Find a note by what it says, as lines above it may be gone. Raises OutdatedError."""
    told = (note.explicit_id, note.kind, note.prompt, note.body)
    for each in draft.deck.notes:
        if (each.explicit_id, each.kind, each.prompt, each.body) == told:
            return each
    raise OutdatedError(draft.deck.file)
