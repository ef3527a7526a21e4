"""Three memories that a simulated card can have; the estimator sees their answers only."""

from dataclasses import dataclass
from math import exp
from random import Random
from typing import Protocol

from flashcards.domain.grade import Grade
from flashcards.domain.scheduling.fsrs import DEFAULT, Memory, Model

KINDS = ("fsrs", "half-life", "traces")


class CardMemory(Protocol):
    """What one card's memory is asked and told; days are counted from any start."""

    def recall(self, day: float) -> float:
        """Give the true probability of recall."""
        ...

    def answer(self, grade: Grade, day: int) -> None:
        """Learn from an answer."""
        ...


@dataclass
class FsrsMemory:
    """FSRS-6 with a learner's own parameters; ``ease`` multiplies the card's stability."""

    model: Model
    ease: float
    state: Memory | None = None
    last: int = 0

    def recall(self, day: float) -> float:
        if self.state is None:
            return 0.0
        return self.model.recall(max(0.0, day - self.last), self.state.stability * self.ease)

    def answer(self, grade: Grade, day: int) -> None:
        if self.state is None:
            self.state = self.model.first(grade)
        elif day > self.last:
            self.state = self.model.after(self.state, grade, day - self.last)
        self.last = day


@dataclass
class HalfLifeMemory:
    """Forgetting is exponential; each success stretches the half-life, each failure cuts it."""

    ease: float
    half_life: float = 0.0
    last: int = 0

    def recall(self, day: float) -> float:
        if not self.half_life:
            return 0.0
        return float(2 ** (-max(0.0, day - self.last) / (self.half_life * self.ease)))

    def answer(self, grade: Grade, day: int) -> None:
        if not self.half_life:
            self.half_life = 6.0 if grade.recalled else 2.5
        elif day > self.last:
            gained = 1 + 1.6 * (1 - self.recall(day)) ** 0.3
            self.half_life *= gained if grade.recalled else 0.5
            self.half_life = max(2.0, self.half_life)
        self.last = day


class TraceMemory:
    """Every right answer leaves a trace that fades as a power of time, as in ACT-R."""

    def __init__(self, ease: float, decay: float) -> None:
        self.ease, self.decay = ease, decay
        self.days: list[int] = []

    def recall(self, day: float) -> float:
        if not self.days:
            return 0.0
        strength = sum(max(0.2, day - one) ** -self.decay for one in self.days)
        return 1 / (1 + exp(-(strength * self.ease - 0.55) / 0.22))

    def answer(self, grade: Grade, day: int) -> None:
        self.days += [day] if grade.recalled else []
        if not self.days:
            self.days = [day]


def perturbed(chance: Random) -> Model:
    """Give a learner's own FSRS-6 parameters: each off by about a fifth."""
    parameters = [w * exp(chance.gauss(0, 0.2)) for w in DEFAULT]
    parameters[4] = DEFAULT[4] + chance.gauss(0, 0.5)
    parameters[5:8] = DEFAULT[5:8]
    return Model(tuple(parameters))
