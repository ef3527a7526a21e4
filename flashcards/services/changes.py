"""What an operation changed: it returns this, its caller announces it, each page refreshes."""

from dataclasses import dataclass
from pathlib import Path

from flashcards.domain.ids import CardId


@dataclass(frozen=True, slots=True)
class Changes:
    """Which cards have another schedule now, and whether decks or settings differ.

    ``moved`` tells of decks and folders where they were, and where they are; None: in the trash.
    """

    cards: frozenset[CardId] = frozenset()
    decks: bool = False
    settings: bool = False
    moved: tuple[tuple[Path, Path | None], ...] = ()
