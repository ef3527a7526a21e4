"""Past reviews in and out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, NoteId, card_id
from flashcards.domain.log.events import Event, Reviewed
from flashcards.domain.log.replay import cancelled
from flashcards.interchange.log_csv import PastReview

if TYPE_CHECKING:
    from flashcards.services.library import Library


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to; ``unknown`` cards are in no deck now, their history is kept."""

    added: int
    already_there: int
    unknown: tuple[CardId, ...]


def import_reviews(library: "Library", reviews: Sequence[PastReview]) -> Imported:
    """Add reviews that the log does not have yet, all or nothing; twice adds nothing."""
    names = _current_names(library)
    there = {
        (event.fact.card, event.at.utc_ms, event.fact.grade)
        for event in library.events()
        if isinstance(event.fact, Reviewed)
    }
    new: dict[tuple[CardId, int, Grade], PastReview] = {}
    cards: dict[CardId, None] = {}
    for at, fact in reviews:
        card = _renamed(fact.card, names)
        cards[card] = None
        key = (card, at.utc_ms, fact.grade)
        if key not in there:
            new[key] = (at, replace(fact, card=card))
    if new:
        library.add(list(new.values()))
    unknown = tuple(card for card in cards if card not in library.catalogue)
    return Imported(len(new), len(reviews) - len(new), unknown)


def export_reviews(library: "Library") -> list[PastReview]:
    """List the reviews that count, in the log's order, so that an empty log takes them over."""
    names = {history: name for name, history in library.names().items()}
    events: list[Event] = library.events()
    dead = cancelled(events)
    return [
        (event.at, replace(event.fact, card=_renamed(event.fact.card, names)))
        for event in events
        if isinstance(event.fact, Reviewed) and event.key not in dead
    ]


def _current_names(library: "Library") -> dict[NoteId, NoteId]:
    """Tell under which name a note's history stands, by its #id and by its name elsewhere."""
    ids = {NoteId(name): history for name, history in library.known.by_id.items()}
    return library.names() | ids


def _renamed(card: CardId, names: dict[NoteId, NoteId]) -> CardId:
    """Give a card's name with its note's other name, where it has one."""
    note, _, key = card.partition("/")
    return card_id(names.get(NoteId(note), NoteId(note)), key)
