"""Past reviews in and out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards.domain.clock import Moment
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, card_id, note_of
from flashcards.domain.log.events import Event, Reviewed
from flashcards.domain.log.replay import cancelled

if TYPE_CHECKING:
    from flashcards.services.library import Library


@dataclass(frozen=True, slots=True)
class PastReview:
    """One answer, as the outside writes it."""

    card: CardId
    at: Moment
    grade: Grade
    duration_ms: int = 0


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to; ``unknown`` cards are in no deck now, their history is kept."""

    added: int
    already_there: int
    unknown: tuple[CardId, ...]


def import_reviews(library: "Library", reviews: Sequence[PastReview]) -> Imported:
    """Add reviews that the log does not have yet, all or nothing; twice adds nothing."""
    there = {
        (event.fact.card, event.at.utc_ms, event.fact.grade)
        for event in library.events()
        if isinstance(event.fact, Reviewed)
    }
    new: dict[tuple[CardId, int, Grade], tuple[Moment, Reviewed]] = {}
    for review in reviews:
        card = _current_name(library, review.card)
        key = (card, review.at.utc_ms, review.grade)
        if key not in there:
            new[key] = (review.at, Reviewed(card, review.grade, review.duration_ms))
    if new:
        library.add(list(new.values()))
    cards = dict.fromkeys(key[0] for key in new)
    unknown = tuple(card for card in cards if card not in library.collection.cards)
    return Imported(len(new), len(reviews) - len(new), unknown)


def _current_name(library: "Library", card: CardId) -> CardId:
    """Translate a card named by its note's #id where the history stands under an older name."""
    named = library.known.by_id.get(note_of(card))
    return card_id(named, card.partition("/")[2]) if named else card


def export_reviews(library: "Library") -> list[PastReview]:
    """List the reviews that count, in the log's order."""
    events: list[Event] = library.events()
    dead = cancelled(events)
    return [
        PastReview(event.fact.card, event.at, event.fact.grade, event.fact.duration_ms)
        for event in events
        if isinstance(event.fact, Reviewed) and event.key not in dead
    ]
