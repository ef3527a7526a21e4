"""Past reviews in and out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, DeviceId, NoteId, card_id, key_of, note_of
from flashcards.domain.log.events import Event, EventKey, Reviewed, own_name
from flashcards.domain.log.merge import merged
from flashcards.domain.log.names import histories
from flashcards.domain.log.replay import cancelled
from flashcards.interchange.log_csv import PastReview

if TYPE_CHECKING:
    from flashcards.services.library import Library


_FILE = DeviceId("\U0010ffff")
"""Stands for the file that rows come from: what was written in the same millisecond is before."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to; ``unknown`` cards are in no deck now, their history is kept."""

    added: int
    already_there: int
    unknown: tuple[CardId, ...]


def import_reviews(library: "Library", reviews: Sequence[PastReview]) -> Imported:
    """Add reviews that the log does not have yet, all or nothing; twice adds nothing."""
    before, names = library.events(), _known_names(library)
    facts = [(at, replace(fact, card=_renamed(fact.card, names))) for at, fact in reviews]
    rows = [Event(EventKey(_FILE, n), at, fact) for n, (at, fact) in enumerate(facts)]
    counted = _counted_for(merged([*before, *rows]))
    there = {
        (counted[event.key], event.at.utc_ms, event.fact.grade)
        for event in before
        if isinstance(event.fact, Reviewed)
    }
    new: dict[tuple[CardId, int, Grade], PastReview] = {}
    cards: dict[CardId, None] = {}
    for row, (at, fact) in zip(rows, facts, strict=True):
        card = counted[row.key]
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
    names, events = _names_outside(library), library.events()
    dead, counted = cancelled(events), _counted_for(events)
    return [
        (event.at, replace(event.fact, card=_renamed(counted[event.key], names)))
        for event in events
        if isinstance(event.fact, Reviewed) and event.key not in dead
    ]


def _counted_for(ordered: Sequence[Event]) -> dict[EventKey, CardId]:
    """Tell for which card each event counts, whatever it was called when it was answered."""
    found = histories(ordered, cancelled(ordered))
    return {event.key: card for card, events in found.items() for event in events}


def _names_outside(library: "Library") -> dict[NoteId, NoteId]:
    """Tell what an empty log would call each note; one that vanished, when its text comes back."""
    names = {named.fresh: named.id for named in library.notes()}
    there = set(names.values())
    for history, noted in library.known.latest.items():
        if history not in there:
            names.setdefault(noted.own_name, history)
    return {history: name for name, history in names.items()}


def _known_names(library: "Library") -> dict[NoteId, NoteId]:
    """Tell under which name a note's history stands, by whatever else it was called."""
    known = library.known
    prompts = {own_name("", mark): history for mark, history in known.by_fingerprint.items()}
    ids = {NoteId(name): history for name, history in known.by_id.items()}
    older = {name: history for name, history in prompts.items() if name not in known.latest}
    return older | ids | {name: history for history, name in _names_outside(library).items()}


def _renamed(card: CardId, names: Mapping[NoteId, NoteId]) -> CardId:
    """Give a card's name with its note's other name, where it has one."""
    note = note_of(card)
    return card_id(names.get(note, note), key_of(card))
