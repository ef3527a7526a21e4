"""A drill: the seen cards that are worth their time now, due ones first, each with its reason."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day
from flashcards.domain.drill import (
    HORIZON_DAYS,
    Candidate,
    Pick,
    by_chance,
    by_gain,
    expected_seconds,
    fitting,
)
from flashcards.domain.ids import CardId
from flashcards.domain.queue.plan import pace_ms
from flashcards.domain.queue.scope import Drill
from flashcards.domain.topics import rate_all
from flashcards.services.shelves import Shelves
from flashcards.services.weak_topics import upcoming

if TYPE_CHECKING:
    from flashcards.domain.ledger import Ledger
    from flashcards.services.insight import Insight
    from flashcards.services.library import Library


def picks_for(library: "Library", insight: "Insight", drill: Drill) -> list[Pick] | None:
    """Choose the cards, in order; None while the log is being read."""
    account, outlook = insight.account(), insight.outlook()
    if account is None or outlook is None:
        return None
    horizon = upcoming(library.settings, outlook.today)
    if horizon is None or horizon == outlook.today:
        horizon = Day(outlook.today + HORIZON_DAYS)
    candidates = _candidates(library, account.ledger, drill.topic)
    picks = by_gain(outlook, candidates, horizon)
    if drill.by_chance:
        shelves = Shelves(library.catalogue)
        rated = rate_all(outlook, shelves.cards, shelves.weights(library.settings))
        seed, most = f"{outlook.today} {len(account.ledger)}", drill.minutes * 60
        picks = by_chance(picks, {one.topic: one for one in rated}, seed, most)
    return fitting(picks, drill.minutes)


def _candidates(library: "Library", ledger: "Ledger", topic: str) -> Iterator[Candidate]:
    """Offer the cards of a topic; none that is suspended, or was put off or answered today."""
    today, pace = library.today(), pace_ms(library.log.recent_durations())
    concerned = library.schedules.on(today).concerned
    out = {
        each.card
        for each in concerned
        if each.suspended or each.buried_on == today or each.drilled_on(today)
    }
    due = {each.card for each in concerned if each.due is not None and each.due <= today}
    rounds = Shelves(library.catalogue).rounds
    for shelf in library.catalogue.shelves:
        if _below(shelf.topic, topic):
            weight = library.settings.weight_of(shelf.topic, rounds[shelf.topic])
            for card in shelf.cards:
                if card not in out:
                    seconds = _seconds(ledger, card, pace)
                    yield Candidate(card, shelf.topic, seconds, weight, card in due)


def _below(topic: str, folder: str) -> bool:
    return not folder or topic == folder or topic.startswith(f"{folder}/")


def _seconds(ledger: "Ledger", card: CardId, pace: int) -> float:
    """Expect a card to take as long as it did, drawn to the person's pace."""
    return expected_seconds(*ledger.pace(card), pace)
