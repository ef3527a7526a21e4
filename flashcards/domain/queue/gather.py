"""First step: which cards are due, new, or to be repeated today."""

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from flashcards.domain.catalogue import Catalogue, Shelf
from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
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
    """Cards by what today has to do with them; the new ones on their shelves, in deck order."""

    due: tuple[Schedule, ...]
    new: tuple[Shelf, ...]
    unsettled: tuple[CardId, ...]
    reviewed_today: tuple[CardId, ...]
    introduced_today: tuple[CardId, ...]

    def among(self, asked: AbstractSet[CardId]) -> "Gathered":
        """Leave out the cards that were not asked for; what was done today stays counted."""
        new = [
            found
            for shelf in self.new
            for found in _filled(shelf, [card for card in shelf.cards if card in asked])
        ]
        return replace(
            self,
            due=tuple(schedule for schedule in self.due if schedule.card in asked),
            new=tuple(new),
            unsettled=tuple(card for card in self.unsettled if card in asked),
        )


def gather(catalogue: Catalogue, schedules: DaySchedules, today: Day) -> Gathered:
    """Sort the cards; suspended ones, and those buried today, are in no list."""
    due: list[Schedule] = []
    unsettled: set[CardId] = set()
    unanswered: set[CardId] = set()
    reviewed, introduced = list[CardId](), list[CardId]()
    for schedule in schedules.concerned:
        if schedule.card not in catalogue:
            continue
        if schedule.last_day == today:
            (introduced if schedule.first_day == today else reviewed).append(schedule.card)
        elif schedule.is_new and schedule.buried_on == today:
            introduced.append(schedule.card)  # put off, not replaced: a day that is done stays done
        if schedule.suspended or schedule.buried_on == today:
            continue
        if schedule.due is None:
            unanswered.add(schedule.card)
        elif schedule.unsettled_on(today):
            unsettled.add(schedule.card)
        elif schedule.due <= today:
            due.append(schedule)
    new = _new(catalogue.shelves, schedules.touched, unanswered)
    in_order = tuple(card for card in catalogue if card in unsettled) if unsettled else ()
    return Gathered(tuple(due), tuple(new), in_order, tuple(reviewed), tuple(introduced))


def _new(
    shelves: Iterable[Shelf], touched: AbstractSet[CardId], unanswered: AbstractSet[CardId]
) -> Iterator[Shelf]:
    """Leave the cards on their shelves that nothing happened to yet, or nothing but a flag."""
    for shelf in shelves:
        if touched.isdisjoint(shelf.cards):
            yield shelf
        else:
            kept = [card for card in shelf.cards if card not in touched or card in unanswered]
            yield from _filled(shelf, kept)


def _filled(shelf: Shelf, cards: Collection[CardId]) -> Iterator[Shelf]:
    """Give a shelf with some of its cards, where there are any."""
    if cards:
        yield Shelf(shelf.file, shelf.deck, shelf.topic, tuple(cards), shelf.round)
