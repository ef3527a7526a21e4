"""What a day holds, in numbers: the Today page's and ``flashcards today``'s one source."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day

if TYPE_CHECKING:
    from flashcards.domain.catalogue import Catalogue
    from flashcards.domain.queue.build import Queue

USUAL_MS = 20_000
"""Time for one answer, until the log knows the person's own pace."""

LONGEST_MS = 120_000
"""A longer answer was probably a pause."""


@dataclass(frozen=True, slots=True)
class TopicPlan:
    """One topic's part of the day."""

    topic: str
    due: int
    new: int


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What is left to do on ``day``. ``due`` includes today's repeats."""

    day: Day
    due: int
    new: int
    minutes: int
    topics: tuple[TopicPlan, ...]
    held_back_due: int = 0
    held_back_new: int = 0

    @property
    def cards(self) -> int:
        """How many cards the day asks."""
        return self.due + self.new


def pace_ms(durations_ms: Sequence[int]) -> int:
    """Give the mean time of an answer, pauses cut; from few answers, the usual time."""
    counted = [min(duration, LONGEST_MS) for duration in durations_ms if duration > 0]
    return sum(counted) // len(counted) if len(counted) >= 10 else USUAL_MS


def minutes_for(cards: int, pace: int) -> int:
    """Give the minutes that so many answers take at a pace in milliseconds, rounded up."""
    return -(-cards * pace // 60_000)


def plan_of(queue: "Queue", catalogue: "Catalogue", day: Day, pace: int) -> DayPlan:
    """Count a day's queue, by topic, the largest topic first."""
    due = Counter(map(catalogue.topic_of, (*queue.due, *queue.drills)))
    new = Counter(map(catalogue.topic_of, queue.new))
    order = sorted(due | new, key=lambda topic: (-due[topic] - new[topic], topic))
    topics = tuple(TopicPlan(topic, due[topic], new[topic]) for topic in order)
    minutes = minutes_for(due.total() + new.total(), pace)
    return DayPlan(
        day,
        due.total(),
        new.total(),
        minutes,
        topics,
        queue.held_back_due,
        queue.held_back_new,
    )
