"""The weekly note: what was studied, what got better, what is weak, what is due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day, study_day
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.log.replay import cancelled
from flashcards.domain.progress import Done, Standing, done
from flashcards.domain.recall.earlier import evidence_before
from flashcards.domain.recall.evidence import Evidence
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.topics import Rated, estimate
from flashcards.services.insight import Insight, named
from flashcards.services.progress import Lens, stats_view
from flashcards.services.weak_topics import TopicsView

if TYPE_CHECKING:
    from flashcards.domain.recall.account import Account
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
    then = Outlook(_evidence_before(library, account, first), first)
    moved = _moved(then, insight.shelves().cards, stats.topics)
    return Report(first, today, count, moved, stats.topics, stats.standing)


def _moved(
    before: Outlook, cards: Mapping[str, Sequence[CardId]], topics: TopicsView
) -> tuple[Moved, ...]:
    """Compare each topic with what could be known of it on the first morning."""
    found = []
    for row in topics.topics:
        then = estimate(before, row.topic, cards[row.topic])
        if isinstance(then, Rated) and row.weakness is not None:
            found.append(Moved(row.topic, then.weakness, row.weakness))
    notable = [one for one in found if abs(one.now - one.before) >= NOTABLE]
    return tuple(sorted(notable, key=lambda one: -abs(one.now - one.before)))


def _evidence_before(library: "Library", account: "Account", first: Day) -> Evidence:
    """Take back what was answered since; the log is read for those cards only."""
    given = {card: _answers(library, card) for card in account.ledger.answered_since(first)}
    return evidence_before(account.evidence, given, account.topics, first)


def _answers(library: "Library", card: CardId) -> list[tuple[Reviewed, Day]]:
    """List a card's answers that count, with their days."""
    events = library.events_of(card)
    dead = cancelled(events)
    return [
        (named(event.fact, card), study_day(event.at, library.settings.rollover_hour))
        for event in events
        if isinstance(event.fact, Reviewed) and event.key not in dead
    ]
