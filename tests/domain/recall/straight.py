"""The estimator of weak topics once more, straight from its formulas and a whole log at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log, sqrt

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.recall.learner import PRIOR_SD
from flashcards.domain.scheduling.fsrs import Memory, Model

MODEL = Model()


@dataclass
class Given:
    """An answer: of which card and topic, how it went, when."""

    card: str
    topic: str
    grade: int
    day: int
    parts: int = 0
    missed: int = 0


@dataclass
class Scheduled:
    """A scheduled answer: stability and days before it, and how right it was."""

    topic: str
    stability: float
    days: int
    ok: float
    day: int


def scheduled(given: Iterable[Given]) -> tuple[list[Scheduled], dict[str, tuple[Memory, int]]]:
    """Give the scheduled answers, and what each card's memory comes to."""
    found: list[Scheduled] = []
    memories: dict[str, tuple[Memory, int]] = {}
    for one in given:
        share = 1 - one.missed / max(1, one.parts)
        marks = 1 if 2 * one.missed >= one.parts else 3 if one.missed else 4
        asked = [(one.card, one.grade, float(one.grade >= 3))]
        asked += [(one.card + "#", marks, share)] * bool(one.parts)
        for name, grade, ok in asked:
            if name not in memories:
                memories[name] = MODEL.first(Grade(grade)), one.day
                continue
            memory, last = memories[name]
            if one.day > last:
                days = one.day - last
                found.append(Scheduled(one.topic, memory.stability, days, ok, one.day))
                memories[name] = MODEL.after(memory, Grade(grade), days), one.day
    return found, memories


def log_factor(answers: list[Scheduled]) -> tuple[float, float]:
    """Give mean and sd of log k: a grid of 65 values, prior N(0, 0.5²)."""
    grid = [step / 20 for step in range(-32, 33)]
    logs = [-(u**2) / (2 * PRIOR_SD**2) for u in grid]
    for place, u in enumerate(grid):
        for one in answers:
            p = MODEL.recall(one.days, exp(u) * one.stability)
            logs[place] += one.ok * log(p) + (1 - one.ok) * log(1 - p)
    weights = [exp(one - max(logs)) for one in logs]
    mean = sum(w * u for w, u in zip(weights, grid, strict=True)) / sum(weights)
    square = sum(w * (u - mean) ** 2 for w, u in zip(weights, grid, strict=True)) / sum(weights)
    return mean, sqrt(square)


def offset(answers: list[Scheduled], topic: str, k: float, today: Day) -> tuple[float, float]:
    """Give d and v: v = 1 / (Σ a·p(1−p) + 1/0.1²), d = v · Σ a·(ok − p)."""
    precision, surplus = 1 / 0.1**2, 0.0
    for one in answers:
        if one.topic == topic:
            p = MODEL.recall(one.days, k * one.stability)
            a = 2 ** (-(today - one.day) / 21)
            precision += a * p * (1 - p)
            surplus += a * (one.ok - p)
    return surplus / precision, 1 / precision


def recall_and_sd(given: list[Given], topic: str, today: Day) -> tuple[float, float]:
    """Give a topic's recall and its standard deviation, as the specification has them."""
    answers, memories = scheduled(given)
    mean, sd = log_factor(answers)
    k = exp(mean)
    d, v = offset(answers, topic, k, today)
    moved, slopes, changes = [], [], []
    for card in sorted({one.card for one in given if one.topic == topic}):
        memory, last = memories[card]
        r = MODEL.recall(today - last, k * memory.stability)
        moved.append(1 / (1 + exp(-(log(r / (1 - r)) + d))))
        slopes.append(r * (1 - r))
        step = 1e-5
        up, down = (
            MODEL.recall(today - last, exp(mean + e) * memory.stability) for e in (step, -step)
        )
        changes.append((up - down) / (2 * step))
    n = len(moved)
    recall = sum(moved) / n
    noise = sum((0.9 * slope) ** 2 for slope in slopes) / n**2
    variance = (sum(slopes) / n) ** 2 * v + noise + (sum(changes) / n * sd) ** 2
    return recall, sqrt(variance + (0.3 * (1 - recall)) ** 2)
