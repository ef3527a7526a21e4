"""What was done in a period and what it came to: counts, each with its sample size."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ledger import Count, DayCount, Sort, together
from flashcards.domain.spoken import decimal
from flashcards.domain.tongue import tr

AHEAD = 30
"""So many days from today the forecast shows."""

INTERVALS = ((1, 1), (2, 6), (7, 20), (21, 60), (61, 180), (181, 365), (366, 10**9))
"""Intervals are counted in these ranges of days."""

_FIRSTS = [first for first, _ in INTERVALS]

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
    days = count.between(first, last)
    total = together(its for _, its in days)
    rows = [DayRow(day, its.answers, its.of(Sort.FIRST), its.duration_ms) for day, its in days]
    mix = [(grade, sum(total.number(grade, sort) for sort in Sort)) for grade in Grade]
    hours = map(Share, total.given, total.right)
    young, mature = _retained(total, Sort.YOUNG), _retained(total, Sort.MATURE)
    return Done(first, last, tuple(rows), tuple(mix), young, mature, tuple(hours))


def _retained(total: DayCount, sort: Sort) -> Share:
    right = sum(total.number(grade, sort) for grade in Grade if grade.recalled)
    return Share(total.of(sort), right)


@dataclass(slots=True)
class Waits:
    """How many cards are due on each day, wait so many days, and have an ease (in hundredths)."""

    cards: int = 0
    due: Counter[Day] = field(default_factory=Counter)
    intervals: Counter[int] = field(default_factory=Counter)
    eases: Counter[int] = field(default_factory=Counter)

    def add(self, due: Day, interval: int, ease: int, sign: int = 1) -> None:
        """Count a card, or take it out."""
        self.cards += sign
        self.due[due] += sign
        self.intervals[interval] += sign
        self.eases[ease] += sign


def waits(scheduled: Iterable[tuple[Day, int, int]]) -> Waits:
    """Count many cards at once: due day, interval, ease."""
    rows = list(scheduled)
    columns = (map(itemgetter(column), rows) for column in range(3))
    return Waits(len(rows), *map(Counter, columns))


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


def standing(found: Waits, today: Day) -> Standing:
    """Put the counts together as a person looks at them."""
    due, ranges, spread = found.due, Counter[int](), Counter[int]()
    for days, number in found.intervals.items():
        ranges[bisect_right(_FIRSTS, days) - 1] += number
    for ease, number in found.eases.items():
        spread[ease // EASE_STEP * EASE_STEP] += number
    return Standing(
        found.cards,
        sum(number for day, number in due.items() if day < today),
        tuple(due[Day(today + ahead)] for ahead in range(AHEAD)),
        tuple((_range(*INTERVALS[place]), ranges[place]) for place in range(len(INTERVALS))),
        tuple((decimal(ease / 100, 1), spread[ease]) for ease in sorted(spread) if spread[ease]),
    )


def _range(low: int, high: int) -> str:
    if low == high:
        return tr("{low} day", low=low)
    if high == INTERVALS[-1][1]:
        return tr("over {low} days", low=low - 1)
    return tr("{low}–{high} days", low=low, high=high)
