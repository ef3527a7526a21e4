"""All that is derived from answers, kept together: memories, statistics, how true predictions came.

One more answer, or the last one less, costs the same however long the log is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from flashcards.domain.clock import Day, Moment, study_day
from flashcards.domain.ids import CardId
from flashcards.domain.ledger import MATURE_DAYS, Ledger, Row, Sort
from flashcards.domain.log.events import Reviewed
from flashcards.domain.recall.calibration import Foresight, Prediction
from flashcards.domain.recall.evidence import Before, Evidence, Trace
from flashcards.domain.recall.outlook import Kept, Outlook
from flashcards.domain.recall.past import Past

_DAY_MINUTES = 24 * 60


class Mark(NamedTuple):
    """What one answer changed, for taking it back."""

    card: CardId
    before: Before
    prediction: Prediction | None


@dataclass(slots=True)
class Account:
    """The sums; ``topics`` has the topic of every card that is in a deck."""

    topics: Mapping[CardId, str]
    rollover_hour: int
    evidence: Evidence = field(default_factory=Evidence)
    ledger: Ledger = field(default_factory=Ledger)
    foresight: Foresight = field(default_factory=Foresight)
    past: Past = field(default_factory=Past)
    sums: Kept = field(default_factory=dict, compare=False)

    def add(self, fact: Reviewed, at: Moment) -> Mark:
        """Take an answer in; ``fact`` names the card that it counts for."""
        day, topic = study_day(at, self.rollover_hour), self.topics.get(fact.card)
        if day > self.past.last:
            self.past.turn(self.evidence, self.topics, day)
        prediction = self.foresight.predict(self.evidence, fact, topic, day)
        if prediction:
            self.foresight.count(fact.card, prediction)
        before = self.evidence.add(fact, topic, day)
        sort = _sort(before.trace, fact, day)
        hour = (at.utc_ms // 60_000 + at.offset_min) % _DAY_MINUTES // 60
        self.ledger.add(Row(fact.card, day, hour, fact.grade, sort, min(fact.duration_ms, _LONG)))
        return Mark(fact.card, before, prediction)

    def outlook(self, today: Day) -> Outlook:
        """Give what is to be expected as of a day."""
        for old in [key for key in self.sums if key[1] < today]:
            del self.sums[old]
        return Outlook(self.evidence, today, self.sums)

    def take_back(self, mark: Mark) -> None:
        """Undo the last ``add``, which gave ``mark``."""
        self.ledger.take_back()
        self.evidence.take_back(mark.before)
        if mark.prediction:
            self.foresight.count(mark.card, mark.prediction, -1)


_LONG = 2**31
"""What is longer (24 days) is no duration."""


def _sort(trace: Trace | None, fact: Reviewed, day: Day) -> Sort:
    if trace is None:
        return Sort.FIRST
    if day <= trace.day or fact.early:
        return Sort.EXTRA
    return Sort.MATURE if day - trace.day >= MATURE_DAYS else Sort.YOUNG
