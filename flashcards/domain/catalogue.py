"""Which cards there are, in few words each: all that a day's queue needs of a hundred thousand."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby, repeat

from flashcards.domain.ids import CardId, DeckId
from flashcards.domain.note import Note


@dataclass(frozen=True, slots=True)
class Shelf:
    """Cards of one deck, topic and round that follow one another, in the author's order."""

    file: str
    deck: DeckId
    topic: str
    cards: tuple[CardId, ...]
    round: str = ""


class Catalogue:
    """All shelves, in deck order; a card is found by its id."""

    def __init__(self, shelves: Iterable[Shelf] = ()) -> None:
        self.shelves = tuple(shelves)
        self._where: dict[CardId, Shelf] = {}
        for shelf in self.shelves:
            self._where.update(zip(shelf.cards, repeat(shelf), strict=False))
        self._sought: tuple[AbstractSet[CardId], int] = (frozenset(), 0)
        self._missing: frozenset[CardId] = frozenset()

    def __contains__(self, card: object) -> bool:
        return card in self._where

    def __iter__(self) -> Iterator[CardId]:
        return iter(self._where)

    def __len__(self) -> int:
        return len(self._where)

    def missing(self, cards: frozenset[CardId] | set[CardId]) -> frozenset[CardId]:
        """Name those of some cards that are in no deck.

        Of a set that only grows, as that of all cards with a history, they are looked for once
        while it is as large: it takes some milliseconds.
        """
        sought, size = self._sought
        if sought is not cards or size != len(cards):
            self._sought = cards, len(cards)
            self._missing = frozenset(cards.difference(self._where))
        return self._missing

    def count(self, cards: set[CardId] | frozenset[CardId]) -> int:
        """Count those of some cards that are in a deck, looked for as in ``missing``."""
        return len(cards) - len(self.missing(cards))

    @property
    def decks(self) -> int:
        """How many files there are notes in."""
        return len({shelf.file for shelf in self.shelves})

    def shelf_of(self, card: CardId) -> Shelf | None:
        """Tell where a card stands."""
        return self._where.get(card)

    def place_of(self, card: CardId) -> Shelf:
        """Tell where a card stands that is there."""
        return self._where[card]

    def topic_of(self, card: CardId) -> str:
        """Tell what a card is about."""
        return self._where[card].topic


def shelves_of(notes: Iterable[tuple[Note, Iterable[CardId]]]) -> Iterator[Shelf]:
    """Put notes with their cards, in deck order, on shelves."""
    for place, group in groupby(notes, key=lambda pair: _place(pair[0])):
        file, deck, topic, round_name = place
        own = tuple(card for _, cards in group for card in cards)
        yield Shelf(file, deck, topic, own, round_name)


def _place(note: Note) -> tuple[str, DeckId, str, str]:
    return note.file, note.deck, note.topic, note.round
