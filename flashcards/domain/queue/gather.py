"""First step: which cards are due, new, or to be repeated today."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from flashcards.domain.catalogue import Catalogue
from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId, DeckId
from flashcards.domain.scheduling.scheduler import Schedule


@dataclass(frozen=True, slots=True)
class DaySchedules:
    """What a day needs of the schedules, however many there are.

    ``touched`` are all cards that have one. ``concerned`` are at least those of cards that were
    never answered, are due by the day, were answered on it, or are suspended.
    """

    touched: AbstractSet[CardId]
    concerned: Collection[Schedule]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Cards by what today has to do with them; the new ones by deck, in the author's order."""

    due: tuple[Schedule, ...]
    new: dict[DeckId, list[CardId]]
    unsettled: tuple[CardId, ...]
    reviewed_today: int
    introduced_today: int

    def among(self, asked: AbstractSet[CardId]) -> "Gathered":
        """Leave out the cards that were not asked for; what was done today stays counted."""
        new = {deck: [card for card in cards if card in asked] for deck, cards in self.new.items()}
        return replace(
            self,
            due=tuple(schedule for schedule in self.due if schedule.card in asked),
            new=new,
            unsettled=tuple(card for card in self.unsettled if card in asked),
        )


def gather(catalogue: Catalogue, schedules: DaySchedules, today: Day) -> Gathered:
    """Sort the cards; suspended ones, and those buried today, are in no list."""
    due: list[Schedule] = []
    unsettled: set[CardId] = set()
    unanswered: set[CardId] = set()
    reviewed = introduced = 0
    for schedule in schedules.concerned:
        if schedule.card not in catalogue:
            continue
        if schedule.last_day == today:
            introduced += schedule.first_day == today
            reviewed += schedule.first_day != today
        elif schedule.is_new and schedule.buried_on == today:
            introduced += 1  # put off, not replaced: a day that is done stays done
        if schedule.suspended or schedule.buried_on == today:
            continue
        if schedule.due is None:
            unanswered.add(schedule.card)
        elif schedule.unsettled_on(today):
            unsettled.add(schedule.card)
        elif schedule.due <= today:
            due.append(schedule)
    new = _new(catalogue, schedules.touched, unanswered)
    in_order = tuple(card for card in catalogue if card in unsettled) if unsettled else ()
    return Gathered(tuple(due), new, in_order, reviewed, introduced)


def _new(
    catalogue: Catalogue, touched: AbstractSet[CardId], unanswered: AbstractSet[CardId]
) -> dict[DeckId, list[CardId]]:
    """List the cards that nothing happened to yet, or nothing but a flag."""
    new: dict[DeckId, list[CardId]] = {}
    for shelf in catalogue.shelves:
        cards = [card for card in shelf.cards if card not in touched or card in unanswered]
        if cards:
            new.setdefault(shelf.deck, []).extend(cards)
    return new
