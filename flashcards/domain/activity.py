"""What was answered on each day: the heat map's numbers, and the days in a row."""

from collections.abc import Mapping
from dataclasses import dataclass

from flashcards.domain.clock import Day

WEEKS = 26
"""So many weeks are shown, this one included; a week begins on Monday."""


@dataclass(frozen=True, slots=True)
class Activity:
    """The answers of the last weeks by day, from a Monday to ``last``, oldest first."""

    last: Day
    counts: tuple[int, ...]
    streak: int
    """Days in a row with an answer, up to today, or to yesterday while today has none yet."""

    @property
    def total(self) -> int:
        """How many answers they are."""
        return sum(self.counts)

    @property
    def days(self) -> int:
        """On how many days something was answered."""
        return sum(count > 0 for count in self.counts)


def activity(answers: Mapping[Day, int], today: Day) -> Activity:
    """Lay out what was answered on each study day."""
    monday = today - (today - 1) % 7 - 7 * (WEEKS - 1)
    counts = tuple(answers.get(Day(day), 0) for day in range(monday, today + 1))
    return Activity(today, counts, _streak(answers, today))


def _streak(answers: Mapping[Day, int], today: Day) -> int:
    last = today if answers.get(today) else Day(today - 1)
    first = last
    while answers.get(first):
        first = Day(first - 1)
    return last - first
