"""How well one card is remembered: its answers, and its forgetting curve."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.recall.calibration import Verdict
from flashcards.domain.recall.curve import Point, curve

if TYPE_CHECKING:
    from flashcards.services.insight import Insight
    from flashcards.services.library import Library

AHEAD = 30
"""So many days from today the curve goes on."""


@dataclass(frozen=True, slots=True)
class MemoryView:
    """A card's curve to a month from ``today``; no points where it is not to be trusted."""

    today: Day
    points: tuple[Point, ...]
    verdict: Verdict


def memory_view(library: "Library", insight: "Insight", card: CardId) -> MemoryView | None:
    """Follow a card's recall; None while the log is being read, or before its first answer."""
    account, outlook = insight.account(), insight.outlook()
    if account is None or outlook is None or card not in account.evidence.traces:
        return None
    today, topic = library.today(), library.catalogue.topic_of(card)
    verdict = account.foresight.calibration().verdict
    if verdict is Verdict.DOES_NOT:
        return MemoryView(today, (), verdict)
    points = curve(account.ledger.of(card), outlook, topic, Day(today + AHEAD))
    return MemoryView(today, tuple(points), verdict)
