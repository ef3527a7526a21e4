"""How weak topics were: noted for the Mondays of the last weeks, as the log passes them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.recall.evidence import Evidence, Trace
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.topics import FEWEST

if TYPE_CHECKING:
    from collections.abc import Iterator

WEEK = 7
WEEKS = 4
_NEVER = Day(0)


@dataclass(slots=True)
class Past:
    """The weakness of each topic that could be rated, by Monday; none before ``since``.

    ``last`` is the latest day that was answered. What was noted of a Monday stays true when an
    answer after it is taken back.
    """

    since: Day = _NEVER
    last: Day = _NEVER
    noted: dict[Day, dict[str, float]] = field(default_factory=dict)

    def turn(self, evidence: Evidence, topics: Mapping[CardId, str], day: Day) -> None:
        """Note what is known on the Mondays up to a day, before anything is answered on it."""
        if self.last:
            for monday in mondays(Day(day + 1)):
                if monday > self.last and monday >= self.since:
                    self.on(monday, evidence, topics)
        self.last = day
        for old in sorted(self.noted)[: -WEEKS - 1]:
            del self.noted[old]

    def on(
        self, monday: Day, evidence: Evidence, topics: Mapping[CardId, str]
    ) -> Mapping[str, float]:
        """Tell a Monday's weakness; where nothing was answered since, it is found now."""
        if monday not in self.noted and monday > self.last:
            self.noted[monday] = weakness_of(evidence, topics, monday)
        return self.noted.get(monday, {})


def mondays(today: Day) -> list[Day]:
    """List the four Mondays before a day."""
    last = (today - 2) // WEEK * WEEK + 1
    return [Day(last - WEEK * back) for back in range(WEEKS - 1, -1, -1)]


def weakness_of(evidence: Evidence, topics: Mapping[CardId, str], day: Day) -> dict[str, float]:
    """Rate every topic of which enough cards were seen."""
    outlook, seen = Outlook(evidence, day), dict[str, list[Trace]]()
    for card, trace in evidence.traces.items():
        if card in topics:
            seen.setdefault(topics[card], []).append(trace)
    return dict(_weakness(outlook, seen.items(), day))


def _weakness(
    outlook: Outlook, seen: Iterable[tuple[str, list[Trace]]], day: Day
) -> "Iterator[tuple[str, float]]":
    for topic, traces in seen:
        if len(traces) >= FEWEST:
            yield topic, 1 - outlook.sums(traces, topic, day).recall / len(traces)
