"""Third step: the day's queue, within the day's limits."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from flashcards.domain.catalogue import Catalogue
from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.queue.backlog import catching_up
from flashcards.domain.queue.fresh import fresh
from flashcards.domain.queue.gather import DaySchedules, gather
from flashcards.domain.queue.limits import Limits, Room
from flashcards.domain.queue.order import (
    deck_after_deck,
    mixed,
    most_likely_forgotten_first,
    most_overdue_first,
)
from flashcards.domain.queue.ordering import USUAL, Ordering
from flashcards.domain.scheduling.scheduler import Schedule


@dataclass(frozen=True, slots=True)
class Queue:
    """What is left to do today: ``order`` holds due and new cards, ``drills`` the repeats."""

    order: tuple[CardId, ...]
    drills: tuple[CardId, ...]
    due: tuple[CardId, ...]
    new: tuple[CardId, ...]
    held_back_due: int
    held_back_new: int


def build(
    catalogue: Catalogue,
    schedules: DaySchedules,
    today: Day,
    limits: Limits,
    asked: AbstractSet[CardId] | None = None,
    ordering: Ordering = USUAL,
) -> Queue:
    """Gather, cut to the limits (what was done today counts against them), and order.

    ``asked`` are the cards that a person limited the review to.
    """
    found = gather(catalogue, schedules, today)
    reviewed, introduced = (
        [catalogue.place_of(card) for card in done]
        for done in (found.reviewed_today, found.introduced_today)
    )
    found = found if asked is None else found.among(asked, catalogue)
    room = limits.room_for_reviews(reviewed)
    first = "catching up" if limits.catch_up_per_day else ordering.reviews
    due = _fitting(_ordered(found.due, catalogue, today, first), catalogue, room)
    new = fresh(found.new, limits.room_for_new(introduced), ordering.new, today)
    return Queue(
        order=tuple(mixed(due, new, ordering.mix)),
        drills=found.unsettled,
        due=tuple(due),
        new=tuple(new),
        held_back_due=len(found.due) - len(due),
        held_back_new=found.new.count - len(new),
    )


def _fitting(cards: Iterable[CardId], catalogue: Catalogue, room: Room) -> list[CardId]:
    """Take cards while there is room; those after that are not even put in order."""
    fitting = list[CardId]()
    for card in cards if room.left else ():
        if room.take(catalogue.place_of(card)):
            fitting.append(card)
            if not room.left:
                break
    return fitting


def _ordered(
    due: Iterable[Schedule], catalogue: Catalogue, today: Day, order: str
) -> Iterable[CardId]:
    if order == "catching up":
        return catching_up(due, today)
    if order == "forgotten":
        return most_likely_forgotten_first(due, today)
    if order == "decks":
        return deck_after_deck(due, today, catalogue)
    return most_overdue_first(due, today)
