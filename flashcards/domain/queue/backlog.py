"""A backlog after a break: which cards first, and what so many a day would come to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.scheduling.scheduler import Schedule

HORIZON = 365
"""So many days are looked ahead; a plan that takes longer is said not to end."""


@dataclass(frozen=True, slots=True)
class CatchUp:
    """What answering ``per_day`` due cards a day comes to; ``days`` is None where it never ends."""

    per_day: int
    days: int | None
    left: tuple[int, ...]
    """How many overdue cards are left after each day."""


def catching_up(schedules: Iterable[Schedule], today: Day) -> list[CardId]:
    """Order due cards while a backlog lasts: today's own first, then the most valuable.

    A card a month late after a year is probably still known, and one answer keeps it; a card a
    month late after a day is probably lost already, and waiting costs it nothing more.
    """
    ordered = sorted(schedules, key=lambda schedule: (_lateness(schedule, today), schedule.card))
    return [schedule.card for schedule in ordered]


def _lateness(schedule: Schedule, today: Day) -> float:
    """Days late, as a share of the interval."""
    late = today - (today if schedule.due is None else schedule.due)
    return late / max(1, schedule.interval)


def catch_up(overdue: int, coming: Sequence[int], per_day: int) -> CatchUp:
    """Foresee a backlog day by day.

    ``coming`` says how many cards fall due on each of the next days, today first; after its end
    the mean of its days is assumed. Those are answered first; the rest of ``per_day`` goes to
    the ``overdue``.
    """
    usual = -(-sum(coming) // len(coming)) if coming else 0
    waiting, left = overdue, list[int]()
    while waiting > 0 and len(left) < HORIZON:
        falling_due = coming[len(left)] if len(left) < len(coming) else usual
        waiting = max(0, waiting + falling_due - per_day)
        left.append(waiting)
    return CatchUp(per_day, None if waiting else len(left), tuple(left))
