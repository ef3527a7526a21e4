"""Whether predicted recall comes true on a person's own log, and whether dumb guesses do as well.

Every scheduled answer is predicted from what was known that morning, nothing later. The two guesses
are the share of all earlier answers that were right, and the card's own share, drawn to the former.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from math import log, sqrt
from typing import NamedTuple

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.recall.evidence import Evidence
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.tongue import later

ENOUGH = 100
"""Fewer predictions than this prove nothing."""

BINS = 10
_CERTAIN = 1e-6
"""No prediction is taken as surer than this: one slip would weigh without bound."""


class Prediction(NamedTuple):
    """What was predicted of an answer, by us and by the two guesses, and how it went."""

    ours: float
    overall: float
    own: float
    ok: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers predicted from ``low`` up to ``high``: how many, and both means."""

    low: float
    high: float
    count: int
    predicted: float
    observed: float


@dataclass(frozen=True, slots=True)
class Score:
    """How wrong predictions were: mean log loss (nats), and root of the mean squared error."""

    log_loss: float
    rmse: float

    def beats(self, other: "Score") -> bool:
        """Whether both are smaller."""
        return self.log_loss < other.log_loss and self.rmse < other.rmse


class Verdict(Enum):
    """What the scores come to, in a sentence."""

    TOO_EARLY = later("There are too few answers yet to tell whether predicted recall comes true.")
    BEATS = later("On your log, predicted recall is better than guessing from your averages.")
    DOES_NOT = later(
        "On your log, predicted recall is no better than your averages, so it is not shown."
    )


@dataclass(frozen=True, slots=True)
class Calibration:
    """Predicted and observed recall. ``ours``, ``overall`` and ``own`` are None without answers."""

    count: int
    bins: tuple[Bin, ...] = ()
    ours: Score | None = None
    overall: Score | None = None
    own: Score | None = None

    @property
    def verdict(self) -> Verdict:
        """Say whether predicted recall beats both guesses."""
        if self.count < ENOUGH or not (self.ours and self.overall and self.own):
            return Verdict.TOO_EARLY
        beats = self.ours.beats(self.overall) and self.ours.beats(self.own)
        return Verdict.BEATS if beats else Verdict.DOES_NOT


@dataclass(slots=True)
class Foresight:
    """Predicts each scheduled answer, and keeps the sums that a calibration is made of.

    ``own`` counts for each card the answers predicted, and those that were right.
    """

    total: int = 0
    right: int = 0
    own: dict[CardId, tuple[int, int]] = field(default_factory=dict)
    bins: list[list[float]] = field(default_factory=lambda: [[0, 0.0, 0] for _ in range(BINS)])
    losses: list[float] = field(default_factory=lambda: [0.0] * 6)
    _outlook: Outlook | None = field(default=None, compare=False)

    def predict(
        self, evidence: Evidence, fact: Reviewed, topic: str | None, day: Day
    ) -> Prediction | None:
        """Predict an answer before ``evidence`` has it; None where there is nothing to predict."""
        if self._outlook is None or self._outlook.today != day:
            self._outlook = Outlook(evidence, day)
        trace = evidence.traces.get(fact.card)
        if topic is None or trace is None or day <= trace.day:
            return None
        overall = (self.right + 1) / (self.total + 2)
        given, known = self.own.get(fact.card, (0, 0))
        guess = (known + overall) / (given + 1)
        ours = self._outlook.recall(trace, topic, day)
        return Prediction(ours, overall, guess, fact.grade.recalled)

    def count(self, card: CardId, one: Prediction, sign: int = 1) -> None:
        """Take a prediction and its outcome in, or out again."""
        given, known = self.own.get(card, (0, 0))
        self.total, self.right = self.total + sign, self.right + sign * one.ok
        self.own[card] = given + sign, known + sign * one.ok
        its = self.bins[min(BINS - 1, int(one.ours * BINS))]
        for place, value in enumerate((1, one.ours, one.ok)):
            its[place] += sign * value
        for place, said in enumerate((one.ours, one.overall, one.own)):
            self.losses[2 * place] += sign * _loss(said, one.ok)
            self.losses[2 * place + 1] += sign * (one.ok - _clipped(said)) ** 2

    def calibration(self) -> Calibration:
        """Compare predictions with answers, in ten bins and in two scores."""
        if not self.total:
            return Calibration(0)
        bins = [_bin(place, *its) for place, its in enumerate(self.bins) if its[0]]
        scores = [
            Score(self.losses[place] / self.total, sqrt(self.losses[place + 1] / self.total))
            for place in (0, 2, 4)
        ]
        return Calibration(self.total, tuple(bins), *scores)


def _bin(place: int, count: float, predicted: float, right: float) -> Bin:
    low, high = place / BINS, (place + 1) / BINS
    return Bin(low, high, int(count), predicted / count, right / count)


def _clipped(p: float) -> float:
    return min(max(p, _CERTAIN), 1 - _CERTAIN)


def _loss(p: float, ok: bool) -> float:
    return -log(_clipped(p) if ok else 1 - _clipped(p))


def predictions(
    answers: Iterable[tuple[Reviewed, Day]], topics: Mapping[CardId, str]
) -> list[Prediction]:
    """Predict each scheduled answer (``evidence.answers`` lists them) of cards that are there."""
    evidence, foresight, found = Evidence(), Foresight(), list[Prediction]()
    for fact, day in answers:
        topic = topics.get(fact.card)
        if one := foresight.predict(evidence, fact, topic, day):
            foresight.count(fact.card, one)
            found.append(one)
        evidence.add(fact, topic, day)
    return found


def calibrate(found: Iterable[Prediction]) -> Calibration:
    """Compare predictions with answers."""
    foresight = Foresight()
    for one in found:
        foresight.count(CardId(""), one)
    return foresight.calibration()


def score(predicted: Sequence[float], oks: Sequence[bool]) -> Score:
    """Give log loss and root mean squared error of probabilities against what happened."""
    pairs = list(zip(predicted, oks, strict=True))
    loss = sum(_loss(p, ok) for p, ok in pairs) / len(pairs)
    return Score(loss, sqrt(sum((ok - _clipped(p)) ** 2 for p, ok in pairs) / len(pairs)))
