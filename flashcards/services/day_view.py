"""What Today shows, as a plain frozen value: the first frame needs no other view."""

from dataclasses import dataclass
from pathlib import Path

from flashcards.domain.activity import Activity
from flashcards.domain.problems import Problem
from flashcards.domain.queue.plan import DayPlan
from flashcards.services.backlog import BacklogView
from flashcards.services.glimpse import WeakView
from flashcards.services.leeches import NO_LEECHES, LeechesView


@dataclass(frozen=True, slots=True)
class TodayView:
    """What the day holds, and what is wrong with the decks."""

    plan: DayPlan
    cards: int
    decks: int
    roots: tuple[Path, ...]
    problems: tuple[Problem, ...]
    done_today: int
    next_due: str
    """When the next card is due, in words, where nothing is due today; else empty."""
    suspended: int = 0
    """How many cards are not asked until they are resumed."""
    leeches: LeechesView = NO_LEECHES
    backlog: BacklogView | None = None
    activity: Activity | None = None
    countdown: str = ""
    """How long until the interview, in words."""
    weak: WeakView | None = None
    """The weakest topics, once they are known."""
