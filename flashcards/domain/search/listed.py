"""A card as a list shows it."""

from dataclasses import dataclass

from flashcards.domain.ids import CardId
from flashcards.domain.note import Note


@dataclass(frozen=True, slots=True)
class Listed:
    """A card's question in a line, and what its note says."""

    id: CardId
    prompt: str
    note: Note
