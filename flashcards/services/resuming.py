"""Bring suspended cards back into the reviews."""

from typing import TYPE_CHECKING

from flashcards.domain.log.events import Resumed
from flashcards.services.cards import CardRow, find_cards

if TYPE_CHECKING:
    from flashcards.services.library import Library


def resume_cards(library: "Library", query: str) -> list[CardRow]:
    """Resume every suspended card a query finds, and list them as they were. Raises QueryError."""
    found = [row for row in find_cards(library, query) if row.suspended]
    for row in found:
        library.record(Resumed(row.id), library.now())
    return found
