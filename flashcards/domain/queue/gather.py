"""First step: which cards are due, new, or to be repeated today."""

from collections.abc import Collection, Iterator
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

    touched: set[CardId] | frozenset[CardId]
    concerned: Collection[Schedule]


@dataclass(frozen=True, slots=True)
class New:
    """The cards that nothing happened to yet, or nothing but a flag.

    Of a hundred thousand a day asks a few: a shelf is looked at when its turn comes, and how many
    there are is known without a look.
    """

    shelves: tuple[Shelf, ...]
    count: int
    _touched: AbstractSet[CardId]
    _unanswered: AbstractSet[CardId]
    """Those that were touched, and are new yet."""
    _asked: AbstractSet[CardId] | None = None

    def on(self, shelf: Shelf) -> Iterator[CardId]:
        """Give the new cards of a shelf, in the author's order."""
        return (card for card in shelf.cards if card in self)

    def __contains__(self, card: CardId) -> bool:
        is_asked = self._asked is None or card in self._asked
        return is_asked and (card not in self._touched or card in self._unanswered)

    def among(self, asked: AbstractSet[CardId], catalogue: Catalogue) -> "New":
        """Leave out the cards that were not asked for."""
        count = sum(card in self for card in asked if card in catalogue)
        return replace(self, count=count, _asked=asked)


@dataclass(frozen=True, slots=True)
class Gathered:
    """Cards by what today has to do with them."""

    due: tuple[Schedule, ...]
    new: New
    unsettled: tuple[CardId, ...]
    reviewed_today: tuple[CardId, ...]
    introduced_today: tuple[CardId, ...]

    def among(self, asked: AbstractSet[CardId], catalogue: Catalogue) -> "Gathered":
        """Leave out the cards that were not asked for; what was done today stays counted."""
        return replace(
            self,
            due=tuple(schedule for schedule in self.due if schedule.card in asked),
            new=self.new.among(asked, catalogue),
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
    new = _new(catalogue, schedules.touched, unanswered)
    in_order = tuple(_in_deck_order(unsettled, catalogue))
    return Gathered(tuple(due), new, in_order, tuple(reviewed), tuple(introduced))


def _new(
    catalogue: Catalogue,
    touched: set[CardId] | frozenset[CardId],
    unanswered: AbstractSet[CardId],
) -> New:
    """Count the new cards: all but those that something happened to."""
    count = len(catalogue) - catalogue.count(touched) + len(unanswered)
    return New(catalogue.shelves, count, touched, unanswered)


def _in_deck_order(cards: AbstractSet[CardId], catalogue: Catalogue) -> Iterator[CardId]:
    """Put a few cards in order, looking only at the files that they are in."""
    files = {catalogue.place_of(card).file for card in cards}
    shelves = (shelf for shelf in catalogue.shelves if shelf.file in files)
    return (card for shelf in shelves for card in shelf.cards if card in cards)
