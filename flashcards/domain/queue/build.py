"""Third step: the day's queue, within the day's limits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.note import Card
from flashcards.domain.queue.gather import gather
from flashcards.domain.queue.limits import Limits
from flashcards.domain.queue.order import (
    deck_by_deck,
    interleaved,
    most_overdue_first,
    siblings_apart,
)
from flashcards.domain.scheduling.scheduler import Schedule


@dataclass(frozen=True, slots=True)
class Queue:
    """What is left to do today: ``order`` holds due and new cards, ``drills`` the repeats."""

    order: tuple[Card, ...]
    drills: tuple[Card, ...]
    due: tuple[Card, ...]
    new: tuple[Card, ...]
    held_back_due: int
    held_back_new: int


def build(
    cards: Iterable[Card], schedules: Mapping[CardId, Schedule], today: Day, limits: Limits
) -> Queue:
    """Gather, cut to the limits (what was done today counts against them), and order."""
    found = gather(cards, schedules, today)
    due = most_overdue_first(found.due, schedules, today)
    new = deck_by_deck(found.new)
    due_today = due[: max(0, limits.reviews_per_day - found.reviewed_today)]
    new_today = new[: max(0, limits.new_per_day - found.introduced_today)]
    return Queue(
        order=tuple(siblings_apart(interleaved(due_today, new_today))),
        drills=found.unsettled,
        due=tuple(due_today),
        new=tuple(new_today),
        held_back_due=len(due) - len(due_today),
        held_back_new=len(new) - len(new_today),
    )
