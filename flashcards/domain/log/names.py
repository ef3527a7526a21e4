"""For which card an event counts: notes that the person said are one, and siblings reworded."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from flashcards.domain.ids import CardId, NoteId, card_id, key_of, note_of
from flashcards.domain.log.events import (
    Distinguished,
    Doubted,
    Event,
    EventKey,
    Merged,
    Noted,
    Rekeyed,
    Undone,
)
from flashcards.domain.log.merge import Rank, merged, rank
from flashcards.domain.roots import roots

OF_NO_CARD = (Undone, Noted, Distinguished, Doubted, Rekeyed)

Pair = tuple[NoteId, NoteId]
"""A note with a history, and another that may be it."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the person said last of each pair; a pure function of the set of events."""

    merged: dict[NoteId, NoteId] = field(default_factory=dict)
    """Notes that are another one, each with the one it is."""
    denied: set[Pair] = field(default_factory=set)

    def name(self, note: NoteId) -> NoteId:
        """Name the note that a note is."""
        return self.merged.get(note, note)

    def card(self, card: CardId) -> CardId:
        """Name the card that a card is, as far as its note decides that."""
        if not self.merged:
            return card
        note = note_of(card)
        return card_id(self.merged[note], key_of(card)) if note in self.merged else card


def decisions(events: Iterable[Event]) -> Decisions:
    """Collect what was decided; ``events`` that count, in their total order."""
    same: dict[Pair, None] = {}
    denied: set[Pair] = set()
    for event in events:
        match event.fact:
            case Merged() as fact:
                denied -= {(fact.note, fact.other), (fact.note, fact.own_name)}
                same[fact.note, fact.other] = None
            case Distinguished(note, other):
                denied.add((note, other))
                same.pop((note, other), None)
    return Decisions(roots(same), denied)


def histories(
    ordered: Iterable[Event], dead: Collection[EventKey] = ()
) -> dict[CardId, list[Event]]:
    """Sort events by the card they count for, taken back or not; ``dead`` ones decide nothing."""
    ordered = list(ordered)
    names = decisions(event for event in ordered if event.key not in dead)
    card_of = names.card if names.merged else None
    found: dict[CardId, list[Event]] = defaultdict(list)
    for event in ordered:
        fact = event.fact
        if not isinstance(fact, OF_NO_CARD):
            found[card_of(fact.card) if card_of else fact.card].append(event)
        elif isinstance(fact, Rekeyed) and event.key not in dead:
            note = names.name(fact.note)
            new = card_id(note, fact.new)
            found[new] = merged(found.get(new, ()), found.pop(card_id(note, fact.old), ()))
    return found


class Names:
    """For which card an answer counts, told one answer at a time.

    ``noted`` is what the log tells of notes and what was taken back, in the total order.
    """

    def __init__(self, noted: Iterable[Event], dead: Collection[EventKey]) -> None:
        alive = [event for event in noted if event.key not in dead]
        self._decided = decisions(alive)
        self._rekeyed: dict[NoteId, list[tuple[Rank, Rekeyed]]] = {}
        for event in alive:
            if isinstance(event.fact, Rekeyed):
                note = self._decided.name(event.fact.note)
                self._rekeyed.setdefault(note, []).append((rank(event), event.fact))

    def card(self, card: CardId, at: Rank) -> CardId:
        """Name the card that an answer of ``card``, given at that place in the log, counts for."""
        card = self._decided.card(card)
        if self._rekeyed:
            note = note_of(card)
            for when, fact in self._rekeyed.get(note, ()):
                if at < when and key_of(card) == fact.old:
                    card = card_id(note, fact.new)
        return card
