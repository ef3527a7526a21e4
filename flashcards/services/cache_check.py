"""The doctor's look at what is derived: some schedules are made from the log once more."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards.domain.ids import CardId
from flashcards.domain.log.replay import replay
from flashcards.domain.scheduling.scheduler import Schedule

if TYPE_CHECKING:
    from flashcards.services.library import Library
    from flashcards.services.safety import Safety

SAMPLE = 300
"""So many schedules are compared with the log; if one is wrong, all are made anew."""


@dataclass(frozen=True, slots=True)
class CacheReport:
    """How the schedules were compared with the log, and which histories no deck has."""

    compared: int
    wrong: int
    orphans: tuple[CardId, ...]


def check_caches(safety: "Safety", library: "Library") -> CacheReport:
    """Compare some schedules with what the log says; where one is wrong, make all anew."""
    cards = sorted(library.schedules)
    sample = [
        card for card in cards[:: max(1, len(cards) // SAMPLE)] if _stands_alone(library, card)
    ]
    wrong = sum(_replayed(library, card) != library.schedule_of(card) for card in sample)
    if wrong:
        safety.vault.forget_schedules()
        library.load_schedules()
    orphans = tuple(card for card in cards if card not in library.catalogue)
    return CacheReport(len(sample), wrong, orphans)


def _stands_alone(library: "Library", card: CardId) -> bool:
    """Whether no other card's events count for it, so that reading its own is enough."""
    return len(library.kin(card)) == 1


def _replayed(library: "Library", card: CardId) -> Schedule:
    told = replay(library.events_of(card), library.scheduler, library.settings.rollover_hour)
    return told.get(card) or Schedule(card)
