"""All that the Progress page and ``flashcards stats`` show, of some cards and a period."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day
from flashcards.domain.drill import Candidate, expected_seconds
from flashcards.domain.forecast import prospects, what_fits
from flashcards.domain.ids import CardId
from flashcards.domain.progress import Done, Standing, Waits, done, standing
from flashcards.domain.queue.plan import pace_ms
from flashcards.domain.recall.calibration import Calibration
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.tongue import later, trn
from flashcards.services.finding import found_cards
from flashcards.services.memory import MemoryView, memory_view
from flashcards.services.weak_topics import TopicsView, topics_view

if TYPE_CHECKING:
    from flashcards.domain.catalogue import Shelf
    from flashcards.domain.recall.account import Account
    from flashcards.services.insight import Insight
    from flashcards.services.library import Library
    from flashcards.services.schedules import Schedules

YEAR = 365
MOST_FORESEEN = 5_000
"""Of more cards than this, so many tell what fits before an interview: more take too long."""

PERIODS = {later("4 weeks"): 28, later("3 months"): 91, later("a year"): YEAR, later("all time"): 0}
"""How far back one may look, in days; 0 is the whole log."""


@dataclass(frozen=True, slots=True)
class Lens:
    """What is looked at: the cards that a search finds, and so many days up to today (0: all)."""

    query: str = ""
    days: int = YEAR


@dataclass(frozen=True, slots=True)
class StatsView:
    """The numbers. ``year`` is the last year's answers, whatever the period."""

    lens: Lens
    today: Day
    cards: int
    seen: int
    topics: TopicsView
    done: Done
    year: Done
    standing: Standing
    calibration: Calibration
    fits: str = ""
    """What fits before the interview, in a sentence; empty where none is set."""
    memory: MemoryView | None = None
    """The forgetting curve, where a search finds one card."""


def stats_view(library: "Library", insight: "Insight", lens: Lens) -> StatsView | None:
    """Count everything; None while the log is being read. Raises QueryError."""
    account, topics = insight.account(), topics_view(library, insight)
    if account is None or topics is None:
        return None
    today = library.today()
    asked = _asked(library, lens)
    count = account.ledger.total if asked is None else account.ledger.count(asked)
    there = library.catalogue if asked is None else asked
    year = done(count, Day(today - YEAR + 1), today)
    first = _first(account, lens, today)
    return StatsView(
        lens,
        today,
        len(there),
        sum(row.seen for row in topics.topics) if asked is None else _seen(account, asked),
        topics if asked is None else _among(topics, library, asked),
        year if first == year.first else done(count, first, today),
        year,
        standing(_waits(insight, asked), today),
        account.foresight.calibration(),
        _fits(library, account, topics.interview) if asked is None else "",
        memory_view(library, insight, *asked) if asked is not None and len(asked) == 1 else None,
    )


def _fits(library: "Library", account: "Account", interview: Day | None) -> str:
    """Foresee how many cards the days left are enough for."""
    settings = library.settings
    outlook = Outlook(account.evidence, library.today())
    if interview is None:
        return ""
    schedules, pace = library.schedules, pace_ms(library.log.recent_durations())
    every = max(1, -(-len(library.catalogue) // MOST_FORESEEN))
    candidates = [
        Candidate(
            card,
            shelf.topic,
            expected_seconds(*account.ledger.pace(card), pace),
            settings.weight_of(shelf.topic, shelf.round),
        )
        for shelf, card in islice(_placed(library), None, None, every)
    ]
    known = schedules.everything() if every == 1 else _those(schedules, candidates)
    asked = [one for one in candidates if not _is_suspended(known.get(one.card))]
    found = prospects(outlook, asked, known, library.scheduler, interview)
    days = interview - outlook.today
    left = trn(
        "{count} day to study until the interview.",
        "{count} days to study until the interview.",
        days,
    )
    return f"{left} {what_fits(found, days, settings.minutes_per_day, every)}"


def _placed(library: "Library") -> "Iterator[tuple[Shelf, CardId]]":
    """Go through all cards with their shelves, in one order as long as the decks stay."""
    return ((shelf, card) for shelf in library.catalogue.shelves for card in shelf.cards)


def _those(schedules: "Schedules", few: Iterable[Candidate]) -> dict[CardId, Schedule]:
    return {one.card: schedules[one.card] for one in few if one.card in schedules}


def _is_suspended(schedule: Schedule | None) -> bool:
    return schedule is not None and schedule.suspended


def _seen(account: "Account", cards: Iterable[CardId]) -> int:
    return sum(card in account.evidence.traces for card in cards)


def _waits(insight: "Insight", asked: AbstractSet[CardId] | None) -> Waits:
    return insight.waiting.total() if asked is None else insight.waiting.of(asked)


def _asked(library: "Library", lens: Lens) -> AbstractSet[CardId] | None:
    return {*found_cards(library, lens.query)} if lens.query else None


def _first(account: "Account", lens: Lens, today: Day) -> Day:
    """Begin so many days ago, or with the first answer."""
    if lens.days:
        return Day(today - lens.days + 1)
    return min(account.ledger.total.days, default=today)


def _among(topics: TopicsView, library: "Library", asked: AbstractSet[CardId]) -> TopicsView:
    """Keep the topics that some cards have; each is rated as a whole."""
    names = {library.catalogue.topic_of(card) for card in asked}
    kept = tuple(row for row in topics.topics if row.topic in names)
    rounds = {row.round for row in kept}
    return replace(
        topics, topics=kept, rounds=tuple(row for row in topics.rounds if row.round in rounds)
    )
