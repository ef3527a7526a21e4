"""A simulated learner: 600 cards in 12 topics, some topics harder, studied daily by SM-2."""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import exp
from random import Random

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.recall.evidence import Evidence
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.scheduling.sm2 import Sm2
from tests.simulator.memories import (
    CardMemory,
    FsrsMemory,
    HalfLifeMemory,
    TraceMemory,
    perturbed,
)

TOPICS, CARDS, NEW_PER_DAY = 12, 600, 40
START = 739_000
"""The study day on which everybody begins."""


@dataclass
class Subject:
    """A card as the simulator knows it."""

    id: CardId
    topic: str
    memory: CardMemory
    known: float
    """The chance that it is known at first sight."""


@dataclass
class Learner:
    """Who studies, and what the log would hold of it."""

    chance: Random
    subjects: list[Subject]
    schedules: dict[CardId, Schedule] = field(default_factory=dict)
    evidence: Evidence = field(default_factory=Evidence)
    log: list[tuple[Subject, Grade, Day]] = field(default_factory=list)

    def study(self, day: Day) -> None:
        """Answer the day's due cards and new ones, and repeat what was below 4."""
        due = [
            one
            for one in self.subjects
            if one.id in self.schedules and (self.schedules[one.id].due or day) <= day
        ]
        new = [one for one in self.subjects if one.id not in self.schedules][:NEW_PER_DAY]
        for subject in [*due, *new]:
            right = subject.memory.recall(day) if subject.id in self.schedules else subject.known
            grade = self._grade(right)
            self.answer(subject, grade, day)
            while not grade.settled:
                grade = self._grade(0.9)
                self.answer(subject, grade, day)

    def answer(self, subject: Subject, grade: Grade, day: Day) -> None:
        """Let an answer happen: in the memory, in the schedule, in the evidence."""
        schedule = self.schedules.get(subject.id, Schedule(subject.id))
        if not schedule.drilled_on(day):
            subject.memory.answer(grade, day)
            self.schedules[subject.id] = Sm2().review(schedule, grade, day)
        self.evidence.add(Reviewed(subject.id, grade), subject.topic, day)
        self.log.append((subject, grade, day))

    def topics(self) -> dict[str, list[CardId]]:
        """List the cards by topic."""
        found: dict[str, list[CardId]] = {}
        for one in self.subjects:
            found.setdefault(one.topic, []).append(one.id)
        return found

    def truth(self, day: Day) -> dict[str, float]:
        """Give the true mean recall of each topic's seen cards."""
        seen: dict[str, list[float]] = {}
        for one in self.subjects:
            if one.id in self.schedules:
                seen.setdefault(one.topic, []).append(one.memory.recall(day))
        return {topic: sum(found) / len(found) for topic, found in seen.items()}

    def _grade(self, right: float) -> Grade:
        if self.chance.random() >= right:
            return Grade.AGAIN
        return self.chance.choices((Grade.HARD, Grade.GOOD, Grade.EASY), (20, 65, 15))[0]


def learner(seed: int, kind: str = "fsrs") -> Learner:
    """Make a learner with memories of a kind; the seed decides everything about it."""
    chance = Random(f"{kind} {seed}")
    make = _maker(kind, chance)
    talent = exp(chance.gauss(0, 0.3))
    subjects = []
    for number in range(TOPICS):
        hardness = chance.gauss(0, 1)
        ease = talent * exp(-0.5 * hardness)
        known = min(0.9, max(0.05, 0.45 - 0.2 * hardness))
        for card in range(CARDS // TOPICS):
            memory = make(ease * exp(chance.gauss(0, 0.4)))
            subjects.append(Subject(CardId(f"t{number}-{card}"), f"t{number}", memory, known))
    chance.shuffle(subjects)
    return Learner(chance, subjects)


def _maker(kind: str, chance: Random) -> Callable[[float], CardMemory]:
    if kind == "fsrs":
        model = perturbed(chance)
        return lambda ease: FsrsMemory(model, ease)
    if kind == "half-life":
        return HalfLifeMemory
    decay = min(0.7, max(0.2, chance.gauss(0.4, 0.08)))
    return lambda ease: TraceMemory(0.6 + 0.4 * ease, decay)
