"""Weak topics: how each stands, how sure that is, and how much it matters."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.recall.calibration import Verdict
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.recall.past import mondays
from flashcards.domain.spoken import percent
from flashcards.domain.tongue import tr, trn
from flashcards.domain.topics import Rated, Topic, estimate, rate_all

if TYPE_CHECKING:
    from flashcards.domain.settings import Settings
    from flashcards.services.insight import Insight
    from flashcards.services.library import Library


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic. What is not known yet, or has not come true before, is None.

    ``rank`` counts from 1 among the topics that can be rated; ``told`` says it in words.
    """

    topic: str
    round: str
    cards: int
    seen: int
    reviews: int
    weight: float
    told: str
    rank: int | None = None
    weakness: float | None = None
    low: float | None = None
    high: float | None = None
    recall: float | None = None
    recall_at_interview: float | None = None
    trend: tuple[float | None, ...] = ()
    """The weakness on the Mondays of the last four weeks, the earliest first."""


@dataclass(frozen=True, slots=True)
class RoundRow:
    """How ready a round is: the mean recall of its seen cards, now and on the interview's day."""

    round: str
    cards: int
    seen: int
    recall: float | None
    recall_at_interview: float | None


@dataclass(frozen=True, slots=True)
class TopicsView:
    """All topics, the weakest first; ``note`` says how far predicted recall can be trusted."""

    topics: tuple[TopicRow, ...]
    rounds: tuple[RoundRow, ...]
    note: str
    interview: Day | None = None


def topics_view(library: "Library", insight: "Insight") -> TopicsView | None:
    """Rate every topic; None while the log is being read."""
    account, outlook = insight.account(), insight.outlook()
    if account is None or outlook is None:
        return None
    settings, shelves = library.settings, insight.shelves()
    verdict = account.foresight.calibration().verdict
    shown = verdict is not Verdict.DOES_NOT
    interview = upcoming(settings, outlook.today)
    rated = rate_all(outlook, shelves.cards, shelves.weights(settings))
    past = [
        account.past.on(monday, account.evidence, account.topics)
        for monday in mondays(outlook.today)
    ]
    rows, rank = [], 0
    for one in rated:
        then = _then(outlook, one, shelves.cards[one.topic], interview) if shown else None
        rank += isinstance(one, Rated)
        recalls = (one.recall, then) if shown and isinstance(one, Rated) else (None, None)
        trend = tuple(monday.get(one.topic) for monday in past)
        rows.append(_row(one, shelves.rounds[one.topic], rank, recalls, trend))
    return TopicsView(tuple(rows), _rounds(rows), tr(verdict.value), interview)


def upcoming(settings: "Settings", today: Day) -> Day | None:
    """Give the day of the interview, if it is still to come."""
    day = settings.interview_day
    return day if day is not None and day >= today else None


def _then(
    outlook: Outlook, one: Topic, cards: Iterable[CardId], interview: Day | None
) -> float | None:
    if interview is None or not isinstance(one, Rated):
        return None
    found = estimate(outlook, one.topic, cards, on=interview)
    return found.recall if isinstance(found, Rated) else None


def _row(
    one: Topic,
    round_name: str,
    rank: int,
    recalls: tuple[float | None, float | None],
    trend: tuple[float | None, ...],
) -> TopicRow:
    start = (one.topic, round_name, one.cards, one.seen, one.reviews, one.weight, str(one))
    if not isinstance(one, Rated):
        return TopicRow(*start)
    return TopicRow(*start, rank, one.weakness, one.low, one.high, *recalls, trend)


def _rounds(rows: Iterable[TopicRow]) -> tuple[RoundRow, ...]:
    """Put topics together by round, each weighted by its seen cards."""
    by_round: dict[str, list[TopicRow]] = {}
    for row in rows:
        by_round.setdefault(row.round, []).append(row)
    return tuple(
        RoundRow(
            name,
            sum(row.cards for row in its),
            sum(row.seen for row in its),
            _mean([(row.recall, row.seen) for row in its]),
            _mean([(row.recall_at_interview, row.seen) for row in its]),
        )
        for name, its in sorted(by_round.items())
    )


def _mean(values: Iterable[tuple[float | None, int]]) -> float | None:
    known = [(value, count) for value, count in values if value is not None]
    total = sum(count for _, count in known)
    return sum(value * count for value, count in known) / total if total else None


def interval_words(row: TopicRow) -> str:
    """Say how weak a topic is and how sure that is, as Today has room for."""
    if row.weakness is None or row.low is None or row.high is None:
        return row.told
    sure = tr(
        "{weakness} weak, likely {low} to {high}",
        weakness=percent(row.weakness),
        low=percent(row.low),
        high=percent(row.high),
    )
    return tr(
        "{sure} · {reviews} of {seen} of {cards}",
        sure=sure,
        reviews=trn("{count} review", "{count} reviews", row.reviews),
        seen=row.seen,
        cards=trn("{count} card", "{count} cards", row.cards),
    )
