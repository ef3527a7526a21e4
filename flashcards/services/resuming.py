"""Bring suspended cards back into the reviews."""

from dataclasses import replace
from typing import TYPE_CHECKING

from flashcards.domain.clock import Moment
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Resumed
from flashcards.domain.log.history import no_earlier
from flashcards.services.cards import CardRow, find_cards

if TYPE_CHECKING:
    from flashcards.services.library import Library


def resume_cards(library: "Library", query: str) -> list[CardRow]:
    """Resume every suspended card a query finds, and list them as they were. Raises QueryError."""
    found = [row for row in find_cards(library, query) if row.suspended]
    for row in found:
        library.record(Resumed(row.id), _after_all(library, row.id))
    return found


def _after_all(library: "Library", card: CardId) -> Moment:
    """Give a moment after all that happened to a card, even when the clock was set back."""
    latest = library.events_of(card)[-1].at
    return no_earlier(library.now(), replace(latest, utc_ms=latest.utc_ms + 1))
