"""The weekly note: what was studied, what got better, what is weak, what is due."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day
from flashcards.domain.progress import Done, Standing, done
from flashcards.domain.recall.evidence import Evidence, answers
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.topics import Rated, estimate
from flashcards.services.insight import Insight, Source
from flashcards.services.progress import Lens, stats_view
from flashcards.services.shelves import Shelves
from flashcards.services.weak_topics import TopicsView

if TYPE_CHECKING:
    from flashcards.services.library import Library

WEEK = 7
NOTABLE = 0.02
"""A topic got better, or worse, where its weakness moved by so much."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A topic's weakness at the beginning and at the end."""

    topic: str
    before: float
    now: float

    @property
    def better(self) -> bool:
        """Whether it is less weak now."""
        return self.now < self.before


@dataclass(frozen=True, slots=True)
class Report:
    """The days from ``since`` to ``today``; ``moved`` has the largest changes first."""

    since: Day
    today: Day
    done: Done
    moved: tuple[Moved, ...]
    topics: TopicsView
    standing: Standing


def report(library: "Library", insight: Insight, since: Day | None = None) -> Report:
    """Tell the story of some days up to today; of the last week, unless said."""
    today = library.today()
    first = Day(today - WEEK + 1) if since is None else min(since, today)
    stats = stats_view(library, insight, Lens(days=0))
    account = insight.account()
    assert stats is not None, "the log is read before it is reported"
    assert account is not None
    count = done(account.ledger.total, first, today)
    moved = _moved(library, insight.source(), stats.topics, first)
    return Report(first, today, count, moved, stats.topics, stats.standing)


def _moved(library: "Library", source: Source, topics: TopicsView, first: Day) -> tuple[Moved, ...]:
    """Compare each topic with what could be known of it on the first morning."""
    before = Outlook(_evidence_before(library, source, first), first)
    cards, found = Shelves(library.catalogue).cards, []
    for row in topics.topics:
        then = estimate(before, row.topic, cards[row.topic])
        if isinstance(then, Rated) and row.weakness is not None:
            found.append(Moved(row.topic, then.weakness, row.weakness))
    notable = [one for one in found if abs(one.now - one.before) >= NOTABLE]
    return tuple(sorted(notable, key=lambda one: -abs(one.now - one.before)))


def _evidence_before(library: "Library", source: Source, first: Day) -> Evidence:
    topics, evidence = source.topics(), Evidence()
    for fact, day in answers(library.events(), source.rollover_hour):
        if day >= first:
            break
        evidence.add(fact, topics.get(fact.card), day)
    return evidence
