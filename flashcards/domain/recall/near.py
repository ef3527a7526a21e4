"""Sums over a topic's cards, kept together with how they change when the learner's factor does.

Each answer moves the factor k of all cards and the offset d of all topics a little. A sum is a
smooth function of both: six values of it, a thousandth apart in log k and in d, give it by the
second-degree polynomial through them anywhere in between, to 1e-9 and without a look at the cards.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import repeat
from math import exp
from operator import mul, truediv
from typing import TYPE_CHECKING, NamedTuple

from flashcards.domain.scheduling.fsrs import Model

if TYPE_CHECKING:
    from flashcards.domain.clock import Day
    from flashcards.domain.recall.evidence import Tally, Trace

_MODEL = Model()
STEP = 1e-3
_AROUND = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1))


class Sums(NamedTuple):
    """Sums over some cards: of recall, of R(1 − R) and its square, and of dR/d log k.

    R is recall without the topic's offset.
    """

    cards: int
    recall: float
    spread: float
    squares: float
    slope: float


class Near(NamedTuple):
    """The sums around one log k and one d; they hold as long as ``tally`` is the topic's."""

    tally: "Tally | None"
    ages: "array[float]"
    log_k: float
    offset: float
    around: Sequence[Sums]

    def at(self, log_k: float, offset: float) -> Sums | None:
        """Give the sums for other values; None where those are too far away."""
        a, b = (log_k - self.log_k) / STEP, (offset - self.offset) / STEP
        if max(abs(a), abs(b)) > 1:
            return None
        weights = (
            1 - a * a - b * b + a * b,
            (a * a + a) / 2 - a * b,
            (a * a - a) / 2,
            (b * b + b) / 2 - a * b,
            (b * b - b) / 2,
            a * b,
        )
        cards, *columns = zip(*self.around, strict=True)
        return Sums(cards[0], *(sum(map(mul, weights, column)) for column in columns))


def near(tally: "Tally | None", ages: "array[float]", log_k: float, offset: float) -> Near:
    """Compute the sums around some values."""
    around = [
        summed(ages, log_k + STEP * along, offset + STEP * across) for along, across in _AROUND
    ]
    return Near(tally, ages, log_k, offset, around)


def ages_of(traces: Iterable["Trace"], day: "Day") -> "array[float]":
    """Give F·t/S of each card: how far its memory has faded by a day, for k = 1."""
    factor = _MODEL.factor
    return array("d", [factor * max(0, day - last) / stable for stable, _, last in traces])


def summed(ages: Sequence[float], log_k: float, offset: float) -> Sums:
    """Add up cards of such ages; R = (1 + F·t/(k·S))^(−w20)."""
    scale, fewer = exp(-log_k), exp(-offset)
    grown = [1 + age * scale for age in ages]
    plain = [*map(pow, grown, repeat(-_MODEL.decay))]
    wrong = [1 - one for one in plain]
    both = [*map(mul, plain, wrong)]
    recall = sum([right / (right + not_ * fewer) for right, not_ in zip(plain, wrong, strict=True)])
    slope = _MODEL.decay * (sum(plain) - sum(map(truediv, plain, grown)))
    return Sums(len(plain), recall, sum(both), sum(map(mul, both, both)), slope)
