"""Decks and their folders put in order by a person, a step at a time, each of which is undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.tongue import tr, trn
from flashcards.services.settling import add_decks, told
from flashcards.services.shelving import (
    create_deck,
    delete_deck,
    file_titled,
    move_deck,
    rename_deck,
)
from flashcards.services.writing import all_left

if TYPE_CHECKING:
    from flashcards.services.ports import DeckEditor, Places
    from flashcards.services.settling import HomePort
    from flashcards.services.writing import Paper


@dataclass(frozen=True, slots=True)
class Step:
    """What was done, in words; ``moved`` says where a deck or folder was, and is now.

    ``made`` are what a step back throws into the trash, and ``trashed`` says where that is which
    it takes out of there.
    """

    told: str
    moved: tuple[Path, Path] | None = None
    copies: tuple[Path, ...] = ()
    made: tuple[Path, ...] = ()
    trashed: tuple[Path, Path] | None = None

    @property
    def undoable(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self.moved or self.made or self.trashed)

    @property
    def now(self) -> Path | None:
        """Where that is now which the step was about."""
        return self.moved[1] if self.moved else next(iter(self.made), None)

    @property
    def moves(self) -> tuple[tuple[Path, Path | None], ...]:
        """What is not where it was, and where it is now."""
        gone = ((self.trashed[0], None),) if self.trashed else ()
        return (*((self.moved,) if self.moved else ()), *gone)

    def turned(self) -> "Step":
        """What is seen once the step was taken back."""
        if self.moved:
            return Step(self.told, (self.moved[1], self.moved[0]))
        back = (self.trashed[0],) if self.trashed else ()
        gone = (self.made[0], self.made[0]) if self.made else None
        return Step(self.told, made=back, trashed=gone)


class Arranging:
    """Does one step after another. Everything here raises a FlashcardsError where it fails."""

    def __init__(
        self, decks: "DeckEditor", places: "Places", files: "HomePort", paper: "Paper"
    ) -> None:
        self._decks, self._places, self._files, self._paper = decks, places, files, paper

    def unsaved_in(self, path: Path) -> list[Path]:
        """Name the decks at or below a path with text that was written and not saved."""
        left = [Path(each.file) for each in all_left(self._paper)]
        return [file for file in left if file.is_relative_to(path)]

    def create(self, folder: Path, title: str) -> Step:
        """Make an empty deck; its file is named after its title."""
        path = file_titled(folder, title)
        create_deck(path, title, self._places)
        return Step(tr("{deck} is made.", deck=path.name), made=(path,))

    def rename(self, path: Path, name: str) -> Step:
        """Give a deck, or a folder, another name."""
        to = rename_deck(path, name, self._decks, self._places).path
        return Step(tr("{deck} is {name} now.", deck=path.name, name=to.name), (path, to))

    def move(self, path: Path, folder: Path) -> Step:
        """Put a deck, or a folder, into another folder."""
        done = move_deck(path, folder, self._decks, self._places)
        words = tr("{deck} is in {folder} now.", deck=path.name, folder=folder)
        return Step(words, (path, done.path), done.images)

    def delete(self, path: Path) -> Step:
        """Put a deck, or a folder, into the system's trash."""
        at = delete_deck(path, self._decks, self._places)
        return Step(tr("{deck} is in the trash.", deck=path.name), trashed=(path, at))

    def add(self, source: Path, folder: Path) -> Step:
        """Copy a deck, or a folder of decks, into another folder; nothing is overwritten."""
        whole = folder / source.name
        was_there = whole.exists()
        copied = add_decks(source, folder, self._files)
        made = tuple(copied.new) if was_there else (whole,)
        words = tr("{what} to {folder}.", what=told(copied).capitalize(), folder=folder)
        return Step(words, made=made if copied.new else ())

    def renew(self, folder: Path) -> Step:
        """Bring the decks that came along up to date; what the person changed stays as it is."""
        copied = self._files.settle(folder)
        return Step(tr("The decks that came with Flashcards: {what}.", what=told(copied)))

    def take_back(self, step: Step) -> str:
        """Make it as it was before a step, and tell so."""
        if step.moved:
            before, now = step.moved
            self._places.move(now, before)
        for copy in step.copies:
            self._places.remove(copy)
        for path in step.made:
            self._places.trash(path)
        if step.trashed:
            was, at = step.trashed
            self._places.restore(at, was)
        return tr("Taken back: {what}", what=step.told)


def counted_below(path: Path, files: Sequence[tuple[str, int]]) -> str:
    """Say how many decks and cards are at or below a path."""
    below = [cards for file, cards in files if Path(file).is_relative_to(path)]
    decks = trn("{count} deck", "{count} decks", len(below))
    cards = trn("{count} card", "{count} cards", sum(below))
    return tr("{decks} with {cards}", decks=decks, cards=cards)
