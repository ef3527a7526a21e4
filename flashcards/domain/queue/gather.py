"""First step: which cards are due, new, or to be repeated today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.note import Card
from flashcards.domain.scheduling.scheduler import Schedule


@dataclass(frozen=True, slots=True)
class Gathered:
    """Cards by what today has to do with them; each list in deck order."""

    due: tuple[Card, ...]
    new: tuple[Card, ...]
    unsettled: tuple[Card, ...]
    reviewed_today: int
    introduced_today: int


def gather(cards: Iterable[Card], schedules: Mapping[CardId, Schedule], today: Day) -> Gathered:
    """Sort the cards; suspended ones, and those buried today, are in no list."""
    due: list[Card] = []
    new: list[Card] = []
    unsettled: list[Card] = []
    reviewed = introduced = 0
    for card in cards:
        schedule = schedules.get(card.id)
        if schedule is None:
            new.append(card)
            continue
        if schedule.last_day == today:
            introduced += schedule.first_day == today
            reviewed += schedule.first_day != today
        elif schedule.is_new and schedule.buried_on == today:
            introduced += 1  # put off, not replaced: a day that is done stays done
        if schedule.suspended or schedule.buried_on == today:
            continue
        if schedule.due is None:
            new.append(card)
        elif schedule.unsettled_on(today):
            unsettled.append(card)
        elif schedule.due <= today:
            due.append(card)
    return Gathered(tuple(due), tuple(new), tuple(unsettled), reviewed, introduced)
