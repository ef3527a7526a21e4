"""Third step: the day's queue, within the day's limits."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice

from flashcards.domain.catalogue import Catalogue
from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.queue.backlog import catching_up
from flashcards.domain.queue.gather import DaySchedules, gather
from flashcards.domain.queue.limits import Limits
from flashcards.domain.queue.order import (
    deck_by_deck,
    interleaved,
    most_overdue_first,
    siblings_apart,
)


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
) -> Queue:
    """Gather, cut to the limits (what was done today counts against them), and order.

    ``asked`` are the cards that a person limited the review to.
    """
    found = gather(catalogue, schedules, today)
    found = found if asked is None else found.among(asked)
    order = catching_up if limits.catch_up_per_day else most_overdue_first
    due, due_limit = order(found.due, today), limits.catch_up_per_day or limits.reviews_per_day
    due_today = due[: max(0, due_limit - found.reviewed_today)]
    new, new_left = deck_by_deck(found.new.values()), limits.new_per_day - found.introduced_today
    new_today = list(islice(new, max(0, new_left)))
    return Queue(
        order=tuple(siblings_apart(interleaved(due_today, new_today))),
        drills=found.unsettled,
        due=tuple(due_today),
        new=tuple(new_today),
        held_back_due=len(due) - len(due_today),
        held_back_new=sum(map(len, found.new.values())) - len(new_today),
    )
