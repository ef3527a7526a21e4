"""Whether predicted recall comes true on a person's own log, and whether dumb guesses do as well.

Every scheduled answer is predicted from what was known that morning, nothing later. The two guesses
are the share of all earlier answers that were right, and the card's own share, drawn to the former.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import log, sqrt
from typing import NamedTuple

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.recall.evidence import Evidence
from flashcards.domain.recall.outlook import Outlook

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

    TOO_EARLY = "There are too few answers yet to tell whether predicted recall comes true."
    BEATS = "On your log, predicted recall is better than guessing from your averages."
    DOES_NOT = "On your log, predicted recall is no better than your averages, so it is not shown."


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


def predictions(
    answers: Iterable[tuple[Reviewed, Day]], topics: Mapping[CardId, str]
) -> list[Prediction]:
    """Predict each scheduled answer (``evidence.answers`` lists them) of cards that are there."""
    evidence, found = Evidence(), list[Prediction]()
    outlook: Outlook | None = None
    total, right, own = 0, 0, dict[CardId, tuple[int, int]]()
    for fact, day in answers:
        card, ok = fact.card, fact.grade.recalled
        topic, trace = topics.get(card), evidence.traces.get(card)
        if outlook is None or outlook.today != day:
            outlook = Outlook(evidence, day)
        if topic is not None and trace is not None and day > trace.day:
            overall = (right + 1) / (total + 2)
            given, known = own.get(card, (0, 0))
            guess = (known + overall) / (given + 1)
            found.append(Prediction(outlook.recall(trace, topic, day), overall, guess, ok))
            total, right, own[card] = total + 1, right + ok, (given + 1, known + ok)
        evidence.add(fact, topic, day)
    return found


def calibrate(found: Sequence[Prediction]) -> Calibration:
    """Compare predictions with answers, in ten bins and in two scores."""
    if not found:
        return Calibration(0)
    sorted_in: dict[int, list[Prediction]] = {}
    for one in found:
        sorted_in.setdefault(min(BINS - 1, int(one.ours * BINS)), []).append(one)
    bins = tuple(_bin(place, its) for place, its in sorted(sorted_in.items()))
    oks = [one.ok for one in found]
    ours = score([one.ours for one in found], oks)
    overall = score([one.overall for one in found], oks)
    return Calibration(len(found), bins, ours, overall, score([one.own for one in found], oks))


def _bin(place: int, its: Sequence[Prediction]) -> Bin:
    count = len(its)
    predicted, observed = sum(one.ours for one in its), sum(one.ok for one in its)
    return Bin(place / BINS, (place + 1) / BINS, count, predicted / count, observed / count)


def score(predicted: Sequence[float], oks: Sequence[bool]) -> Score:
    """Give log loss and root mean squared error of probabilities against what happened."""
    clipped = [min(max(p, _CERTAIN), 1 - _CERTAIN) for p in predicted]
    pairs = list(zip(clipped, oks, strict=True))
    loss = -sum(log(p if ok else 1 - p) for p, ok in pairs) / len(pairs)
    return Score(loss, sqrt(sum((ok - p) ** 2 for p, ok in pairs) / len(pairs)))
