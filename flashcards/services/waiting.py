"""When the learned cards are due, how long they wait, how easy they are: kept, a card at a time."""

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from flashcards.domain.catalogue import Catalogue
from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.progress import Waits, waits

if TYPE_CHECKING:
    from flashcards.services.library import Library
    from flashcards.services.schedules import Schedules


class Waiting:
    """The counts of one library's cards that are in a deck and not suspended."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._catalogue, self._schedules = Catalogue(), library.schedules
        self._heard = 0
        self._rows: dict[CardId, tuple[Day, int, int]] = {}
        self._total = Waits()

    def total(self) -> Waits:
        """Count all cards; after a change, only those that changed are looked at."""
        catalogue, schedules = self._library.catalogue, self._library.schedules
        if catalogue is not self._catalogue or schedules is not self._schedules:
            self._read(catalogue, schedules)
        for card in dict.fromkeys(schedules.written[self._heard :]):
            self._learn(card, schedules)
        self._heard = len(schedules.written)
        return self._total

    def of(self, cards: AbstractSet[CardId]) -> Waits:
        """Count some cards."""
        self.total()
        return waits(self._rows[card] for card in cards & self._rows.keys())

    def _read(self, catalogue: Catalogue, schedules: "Schedules") -> None:
        self._catalogue, self._schedules = catalogue, schedules
        self._heard = len(schedules.written)
        spread = self._library.log.spread()
        self._rows = {
            card: (due, wait, ease) for card, due, wait, ease in spread if card in catalogue
        }
        self._total = waits(self._rows.values())

    def _learn(self, card: CardId, schedules: "Schedules") -> None:
        """Count a card as it is now."""
        before = self._rows.pop(card, None)
        if before:
            self._total.add(*before, sign=-1)
        now = schedules[card]
        if card in self._catalogue and now.due is not None and not now.suspended:
            self._rows[card] = row = now.due, now.interval, now.ease
            self._total.add(*row)
