"""SM-2 as published: P. A. Wozniak, Optimization of learning (1990), section 3.2.

All arithmetic is exact: the E-factor is kept in integer hundredths, because every step of the
formula is a whole number of them, and a float's ``ceil`` can jump a day.
"""

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.scheduling.scheduler import Schedule

FLOOR = 130
"""The E-factor never falls below 1.3; it has no upper limit."""

LONGEST = 3_650_000
"""Intervals stop growing at ten thousand years, where the calendar ends."""


def next_ease(ease: int, grade: Grade) -> int:
    """EF' = EF + (0.1 − (5 − q)(0.08 + (5 − q)·0.02)) in hundredths, for a grade q of 3, 4 or 5."""
    missing = 5 - grade
    moved = ease + 10 - missing * (8 + missing * 2)
    return moved if moved > FLOOR else FLOOR


def next_interval(repetition: int, interval: int, ease: int) -> int:
    """I(1) = 1, I(2) = 6, I(n) = I(n−1)·EF rounded up; days, with EF from before the answer."""
    if repetition == 1:
        return 1
    if repetition == 2:
        return 6
    return -(-interval * ease // 100)


class Sm2:
    """The default scheduler; intervals may be given a greatest length, in days."""

    name = "sm2-1990/1"

    def __init__(self, longest: int = LONGEST) -> None:
        self._longest = longest
        if longest != LONGEST:
            self.name = f"{self.name} longest={longest}"

    def review(self, schedule: Schedule, grade: Grade, day: Day) -> Schedule:
        """Apply steps 3 to 6 of the algorithm; the due day is counted from ``day``."""
        if not grade.recalled:
            return schedule.moved(grade, day, 1, schedule.ease, 0)
        repetition = schedule.repetitions + 1
        interval = next_interval(repetition, schedule.interval, schedule.ease)
        if interval > self._longest:
            interval = self._longest
        return schedule.moved(grade, day, interval, next_ease(schedule.ease, grade), repetition)
