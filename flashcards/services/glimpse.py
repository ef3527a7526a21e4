"""What Today shows of the account: the weakest topics in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards.domain.tongue import later, tr

if TYPE_CHECKING:
    from flashcards.services.insight import Insight
    from flashcards.services.library import Library

SHOWN = 3
TOO_EARLY = later("It is too early to tell: a topic is rated once three of its cards were seen.")


@dataclass(frozen=True, slots=True)
class WeakTopic:
    """A topic, and how weak it is, in words."""

    topic: str
    words: str


@dataclass(frozen=True, slots=True)
class WeakView:
    """The weakest topics; where none can be rated yet, ``told`` says so."""

    topics: tuple[WeakTopic, ...] = ()
    told: str = ""


def weak_view(library: "Library", insight: "Insight") -> WeakView | None:
    """Give the weakest topics; None while the log is being read, or has no answer."""
    from flashcards.services.weak_topics import interval_words, topics_view  # a start only reads it

    account = insight.account()
    view = topics_view(library, insight)
    if account is None or view is None or not len(account.ledger):
        return None
    rated = [row for row in view.topics if row.rank and row.weight][:SHOWN]
    topics = tuple(WeakTopic(row.topic, interval_words(row)) for row in rated)
    return WeakView(topics, "" if topics else tr(TOO_EARLY))
