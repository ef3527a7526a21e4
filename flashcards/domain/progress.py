"""What was done in a period and what it came to: counts, each with its sample size."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ledger import Count, Sort

AHEAD = 30
"""So many days from today the forecast shows."""

INTERVALS = ((1, 1), (2, 6), (7, 20), (21, 60), (61, 180), (181, 365), (366, 10**9))
"""Intervals are counted in these ranges of days."""

EASE_STEP = 20
"""Eases (in hundredths) are counted by so much."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of ``count`` answers were right."""

    count: int = 0
    right: int = 0

    @property
    def share(self) -> float | None:
        """The share that was right; None of nothing."""
        return self.right / self.count if self.count else None

    def plus(self, count: int, *, ok: bool) -> "Share":
        """Add some answers, all right or all wrong."""
        return Share(self.count + count, self.right + count * ok)


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day: its answers, the cards first seen, the time."""

    day: Day
    answers: int
    learned: int
    duration_ms: int


@dataclass(frozen=True, slots=True)
class Done:
    """What was answered in a period, its days in order; days without an answer are left out."""

    first: Day
    last: Day
    days: tuple[DayRow, ...]
    grades: tuple[tuple[Grade, int], ...]
    young: Share
    mature: Share
    hours: tuple[Share, ...]

    @property
    def answers(self) -> int:
        """How many answers there were."""
        return sum(row.answers for row in self.days)

    @property
    def learned(self) -> int:
        """How many cards were seen for the first time."""
        return sum(row.learned for row in self.days)

    @property
    def minutes(self) -> float:
        """How long it took."""
        return sum(row.duration_ms for row in self.days) / 60_000


def done(count: Count, first: Day, last: Day) -> Done:
    """Lay out what was answered from one day to another.

    Retention is that of answers to cards that were due: no first sights, no repeats of a day.
    """
    answers, learned, grades = Counter[Day](), Counter[Day](), Counter[Grade]()
    retained = {Sort.YOUNG: Share(), Sort.MATURE: Share()}
    for day, grade, sort, number in count.answers(first, last):
        answers[day] += number
        grades[grade] += number
        if sort is Sort.FIRST:
            learned[day] += number
        elif sort is not Sort.EXTRA:
            retained[sort] = retained[sort].plus(number, ok=grade.recalled)
    given, right = [0] * 24, [0] * 24
    for _, hour, ok, number in count.by_hour(first, last):
        given[hour] += number
        right[hour] += number * ok
    hours = map(Share, given, right)
    days = [DayRow(day, answers[day], learned[day], count.times[day]) for day in sorted(answers)]
    mix = tuple((grade, grades[grade]) for grade in Grade)
    young, mature = retained[Sort.YOUNG], retained[Sort.MATURE]
    return Done(first, last, tuple(days), mix, young, mature, tuple(hours))


@dataclass(frozen=True, slots=True)
class Standing:
    """The cards that are learned: what is due when, how long they wait, how easy they are.

    ``overdue`` are due before today; ``due`` counts today and the days after it. ``intervals`` and
    ``eases`` are pairs of what is counted, in words, and how many cards.
    """

    cards: int
    overdue: int
    due: tuple[int, ...]
    intervals: tuple[tuple[str, int], ...]
    eases: tuple[tuple[str, int], ...]


def standing(scheduled: Iterable[tuple[Day, int, int]], today: Day) -> Standing:
    """Count cards by due day, interval and ease (in hundredths)."""
    rows = list(scheduled)
    due, days, eases = (Counter(map(itemgetter(column), rows)) for column in range(3))
    spread = Counter[int]()
    for ease, number in eases.items():
        spread[ease // EASE_STEP * EASE_STEP] += number
    return Standing(
        len(rows),
        sum(number for day, number in due.items() if day < today),
        tuple(due[Day(today + ahead)] for ahead in range(AHEAD)),
        tuple(
            (_range(low, high), sum(number for day, number in days.items() if low <= day <= high))
            for low, high in INTERVALS
        ),
        tuple((f"{ease / 100:.1f}", spread[ease]) for ease in sorted(spread)),
    )


def _range(low: int, high: int) -> str:
    if low == high:
        return f"{low} day"
    return f"over {low - 1} days" if high == INTERVALS[-1][1] else f"{low}–{high} days"
