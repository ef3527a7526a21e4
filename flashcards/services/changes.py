"""What an operation changed: it returns this, its caller announces it, each page refreshes."""

from dataclasses import dataclass

from flashcards.domain.ids import CardId


@dataclass(frozen=True, slots=True)
class Changes:
    """Which cards have another schedule now, and whether decks or settings differ."""

    cards: frozenset[CardId] = frozenset()
    decks: bool = False
    settings: bool = False
