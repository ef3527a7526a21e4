"""Recall as the log lets it be expected: FSRS's curve, the learner's factor, the topic's offset."""

from collections.abc import Iterable
from math import exp
from typing import NamedTuple

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.recall.evidence import Evidence, Offset, Tally, Trace
from flashcards.domain.recall.learner import Factor
from flashcards.domain.scheduling.fsrs import Memory, Model

_MODEL = Model()


class Sums(NamedTuple):
    """Sums over some cards: of recall, of R(1 − R) and its square, and of dR/d log k.

    R is recall without the topic's offset.
    """

    cards: int
    recall: float
    spread: float
    squares: float
    slope: float


class Outlook:
    """What is known as of ``today``; make a new one after an answer (it costs next to nothing)."""

    def __init__(self, evidence: Evidence, today: Day) -> None:
        self.evidence = evidence
        self.today = today
        self.factor: Factor = evidence.learner.factor()
        self._k = self.factor.k
        self._offsets: dict[str, Offset] = {}

    def offset(self, topic: str) -> Offset:
        """Give the topic's offset d and its standard deviation."""
        if topic not in self._offsets:
            tally = self.evidence.tallies.get(topic, Tally(self.today))
            self._offsets[topic] = tally.offset(self.factor, self.today)
        return self._offsets[topic]

    def sums(self, traces: Iterable[Trace], topic: str, day: Day) -> Sums:
        """Add up a topic's cards as they are on ``day`` if they are left alone until then."""
        factor, decay = _MODEL.factor / self._k, _MODEL.decay
        shift = exp(self.offset(topic).mean)
        count, recall, spread, squares, slope = 0, 0.0, 0.0, 0.0, 0.0
        for stability, _, last in traces:
            grown = 1 + factor * (day - last) / stability if day > last else 1.0
            plain = grown**-decay
            moved, wrong = plain * shift, 1 - plain
            count += 1
            recall += moved / (moved + wrong)
            spread += plain * wrong
            squares += (plain * wrong) ** 2
            slope += plain * (1 - 1 / grown)
        return Sums(count, recall, spread, squares, decay * slope)

    def recall(self, trace: Trace, topic: str, day: Day) -> float:
        """Give a card's recall on ``day`` if it is left alone until then."""
        days = max(0, day - trace.day)
        return shifted(_MODEL.recall(days, self._k * trace.stability), self.offset(topic).mean)

    def if_answered(self, trace: Trace, topic: str, horizon: Day) -> float:
        """Give the recall to expect on ``horizon`` if the card is answered today.

        It is right (Good) with the recall of today, else wrong (Again), and then left alone.
        """
        days = self.today - trace.day
        if days < 1:
            return self.recall(trace, topic, horizon)
        shift = self.offset(topic).mean
        right = shifted(_MODEL.recall(days, self._k * trace.stability), shift)
        memory, later = Memory(trace.stability, trace.difficulty), horizon - self.today
        good, again = (
            _MODEL.recall(later, self._k * _MODEL.after(memory, grade, days).stability)
            for grade in (Grade.GOOD, Grade.AGAIN)
        )
        return right * shifted(good, shift) + (1 - right) * shifted(again, shift)


def shifted(recall: float, offset: float) -> float:
    """Give sigmoid(logit R + d), also where R is 1 and has no logit."""
    odds = recall * exp(offset)
    return odds / (odds + 1 - recall)
