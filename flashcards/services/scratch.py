"""Decks as they would be after some steps: kept in memory until all of it is written together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flashcards.domain.deck.parse import Deck
    from flashcards.domain.problems import Problem
    from flashcards.services.ports import DeckEditor, Draft
    from flashcards.services.together import Sheet


@dataclass(frozen=True, slots=True)
class _Page:
    """A deck as it would be; ``draft`` is its file."""

    scratch: "Scratch"
    draft: "Draft"
    text: str
    deck: "Deck"

    def save(self, text: str) -> None:
        """Keep another text, in memory."""
        self.scratch.keep(self, text)


class Scratch:
    """Stands for the decks (as services/ports.DeckEditor) and for what saves them."""

    def __init__(self, decks: "DeckEditor") -> None:
        self._decks, self._pages = decks, dict[Path, _Page]()
        self._there = {Path(deck.file).resolve(): deck for deck in decks.read().decks}
        self.problems: Sequence[Problem] = ()

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders and files that the decks are in."""
        return self._decks.roots

    @property
    def decks(self) -> "Sequence[Deck]":
        """The decks as they would be."""
        return list(self._there.values())

    def read(self) -> "Scratch":
        """Give them as they would be."""
        return self

    def has_image(self, file: str, name: str) -> bool:
        """Whether an image of that relative path is in the folder of a deck's file."""
        return self._decks.has_image(file, name)

    def parsed(self, file: str, text: str) -> "Deck":
        """Read what a file would say with another text."""
        return self._decks.parsed(file, text)

    def open(self, file: str) -> _Page:
        """Open one deck as it would be. Raises a FlashcardsError."""
        where = Path(file).resolve()
        if where not in self._pages:
            draft = self._decks.open(file)
            self._pages[where] = _Page(self, draft, draft.text, draft.deck)
        return self._pages[where]

    def sheet(self, file: Path) -> "Sheet":
        """Open one deck."""
        return self.open(str(file))

    def keep(self, page: _Page, text: str) -> None:
        """Let a deck say something else, in memory."""
        where = Path(page.deck.file).resolve()
        deck = self.parsed(page.deck.file, text)
        self._pages[where] = replace(page, text=text, deck=deck)
        self._there[where] = deck

    def save(self, changes: "Sequence[tuple[Path, Sheet, str]]") -> None:
        """Keep several texts."""
        for _, sheet, text in changes:
            sheet.save(text)

    def changes(self) -> "list[tuple[Path, Sheet, str]]":
        """Give what is to be written, in the order in which the decks were opened."""
        pages = [each for each in self._pages.values() if each.text != each.draft.text]
        return [(Path(each.draft.deck.file), each.draft, each.text) for each in pages]
