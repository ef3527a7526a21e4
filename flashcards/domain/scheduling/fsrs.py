"""FSRS-6: a memory model with three numbers a card, and the scheduler that follows from it.

Formulas and default parameters are those of the reference library ``fsrs`` 6.3 (py-fsrs), which the
tests check ours against; the symbols are its: S stability, D difficulty, R retrievability, w the
parameters. There are no learning steps and no fuzz. Only the first answer of a study day counts, as
with SM-2: repeats of the same day are drills, so FSRS's short-term formula is never needed.
"""

from hashlib import blake2b
from math import exp
from typing import NamedTuple

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.scheduling.scheduler import Schedule

Parameters = tuple[float, ...]

DEFAULT: Parameters = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
"""w0 to w20 as published for people whose log is still too short to fit."""

RETENTION = (0.7, 0.97)
"""The least and the greatest recall that may be asked for."""

LONGEST = 36_500
"""Intervals stop growing at a hundred years, as in the reference, unless at fewer days."""

_RATINGS = (1, 1, 1, 2, 3, 4)
"""Again, Hard, Good or Easy (1 to 4) for each grade: 0–2, 3, 4, 5."""

_LEAST = 0.001
"""Stability never falls below this."""


class Memory(NamedTuple):
    """A card's memory: the days until recall falls to 90 % (S), and its difficulty, 1 to 10 (D)."""

    stability: float
    difficulty: float


class Model:
    """FSRS-6's formulas for one set of parameters."""

    def __init__(self, parameters: Parameters = DEFAULT) -> None:
        w = self.parameters = parameters
        self.decay = w[20]
        self.factor = 0.9 ** (-1 / w[20]) - 1
        self._first = [
            Memory(max(w[rating - 1], _LEAST), _clamped(w[4] - exp(w[5] * (rating - 1)) + 1))
            for rating in (1, 2, 3, 4)
        ]
        self._easiest = w[4] - exp(w[5] * 3) + 1
        self._growth = (0.0, 0.0, exp(w[8]) * w[15], exp(w[8]), exp(w[8]) * w[16])
        self._short_cap = exp(w[17] * w[18])

    def recall(self, days: float, stability: float) -> float:
        """R(t, S) = (1 + F·t/S)^(−w20): the probability of recall ``days`` after an answer."""
        return float((1 + self.factor * days / stability) ** -self.decay)

    def days_until(self, recall: float, stability: float) -> float:
        """(S/F)(r^(−1/w20) − 1): the days after which recall has fallen to ``recall``."""
        return float(stability / self.factor * (recall ** (-1 / self.decay) - 1))

    def first(self, grade: Grade) -> Memory:
        """Give the memory that a card's first answer shows."""
        return self._first[_RATINGS[grade] - 1]

    def after(self, memory: Memory, grade: Grade, days: int) -> Memory:
        """Give the memory after an answer ``days`` (1 or more) after the last one that counted."""
        stability, difficulty = memory
        rating = _RATINGS[grade]
        forgotten = 1 - self.recall(days, stability)
        if rating == 1:
            stability = self._after_lapse(stability, difficulty, forgotten)
        else:
            w = self.parameters
            gain = (11 - difficulty) * stability ** -w[9] * (exp(forgotten * w[10]) - 1)
            stability *= 1 + self._growth[rating] * gain
        return Memory(max(stability, _LEAST), self._next_difficulty(difficulty, rating))

    def _after_lapse(self, stability: float, difficulty: float, forgotten: float) -> float:
        w = self.parameters
        relearned = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1)
        return float(min(relearned * exp(forgotten * w[14]), stability / self._short_cap))

    def _next_difficulty(self, difficulty: float, rating: int) -> float:
        """Move D by the rating, less the harder it is, and a little towards an easy card's."""
        w = self.parameters
        moved = difficulty - (10 - difficulty) * w[6] * (rating - 3) / 9
        return _clamped(w[7] * self._easiest + (1 - w[7]) * moved)


def _clamped(difficulty: float) -> float:
    return min(max(difficulty, 1.0), 10.0)


class Fsrs:
    """The scheduler: a card is due on the day its recall has fallen to ``retention``."""

    def __init__(
        self, retention: float = 0.9, parameters: Parameters = DEFAULT, longest: int = LONGEST
    ) -> None:
        low, high = RETENTION
        if not low <= retention <= high:
            raise ValueError(f"the desired retention is between {low} and {high}, not {retention}")
        self.model = Model(parameters)
        digest = blake2b(repr(parameters).encode(), digest_size=4).hexdigest()
        self.name = f"fsrs-6/1 retention={retention:g} parameters={digest} longest={longest}"
        self._longest = longest
        self._stretch = self.model.days_until(retention, 1.0)

    def interval(self, stability: float) -> int:
        """Give the whole days, 1 at least, until recall falls to the desired retention."""
        return min(max(round(stability * self._stretch), 1), self._longest)

    def review(self, schedule: Schedule, grade: Grade, day: Day) -> Schedule:
        """Move memory and due day; ``ease`` is SM-2's and stays as it is."""
        memory = self._memory_after(schedule, grade, day)
        interval = self.interval(memory.stability)
        repetitions = schedule.repetitions + 1 if grade.recalled else 0
        return schedule.moved(grade, day, interval, schedule.ease, repetitions, *memory)

    def _memory_after(self, schedule: Schedule, grade: Grade, day: Day) -> Memory:
        last, stability, difficulty = schedule.last_day, schedule.stability, schedule.difficulty
        if last is None or stability is None or difficulty is None:
            return self.model.first(grade)
        return self.model.after(Memory(stability, difficulty), grade, day - last)
