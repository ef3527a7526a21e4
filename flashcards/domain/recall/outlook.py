"""Recall as the log lets it be expected: FSRS's curve, the learner's factor, the topic's offset."""

from collections.abc import Iterable
from math import exp

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.recall.evidence import Evidence, Offset, Tally, Trace
from flashcards.domain.recall.learner import Factor
from flashcards.domain.recall.near import Near, Sums, ages_of, near, summed
from flashcards.domain.scheduling.fsrs import Memory, Model

_MODEL = Model()
Kept = dict[tuple[str, Day], Near]


class Outlook:
    """What is known as of ``today``; make a new one after an answer (it costs next to nothing).

    ``kept`` are sums that an earlier one left behind, of the same evidence and all of each topic's
    cards.
    """

    def __init__(self, evidence: Evidence, today: Day, kept: Kept | None = None) -> None:
        self.evidence = evidence
        self._kept = kept
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
        return summed(ages_of(traces, day), self.factor.mean, self.offset(topic).mean)

    def sums_of(self, topic: str, cards: Iterable[CardId], day: Day) -> Sums:
        """Add up all of a topic's cards that were seen; the same again, without looking at each."""
        if self._kept is None:
            return self.sums(self._seen(cards), topic, day)
        at, tally = (self.factor.mean, self.offset(topic).mean), self.evidence.tallies.get(topic)
        known = self._kept.get((topic, day))
        fits = known is not None and known.tally is tally
        found = known.at(*at) if known and fits else None
        if found is None:
            ages = known.ages if known and fits else ages_of(self._seen(cards), day)
            known = self._kept[topic, day] = near(tally, ages, *at)
            found = known.around[0]
        return found

    def _seen(self, cards: Iterable[CardId]) -> list[Trace]:
        traces = self.evidence.traces
        return [traces[card] for card in cards if card in traces]

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
