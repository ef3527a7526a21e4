"""Today at a glance: the next days' views as text, so that a start can show them at once.

Derived and dispensable: it holds only while neither the log nor a deck nor a setting changes.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from flashcards.domain.activity import Activity
from flashcards.domain.clock import Day, Moment, study_day
from flashcards.domain.problems import Place, Problem, Severity
from flashcards.domain.queue.plan import DayPlan, TopicPlan
from flashcards.services.backlog import BacklogChoice, BacklogView
from flashcards.services.day_view import TodayView
from flashcards.services.glimpse import WeakTopic, WeakView
from flashcards.services.leeches import LeechesView, LeechView

if TYPE_CHECKING:
    from flashcards.services.library import Library

DAYS = 7
MOST_PROBLEMS = 200
"""With more problems than this, a start reads the decks before it shows any."""


class Glance:
    """What the last window left for the next one."""

    def __init__(self, file: "GlanceText", clock: Callable[[], Moment], rollover_hour: int) -> None:
        self._file, self._clock, self._rollover_hour = file, clock, rollover_hour

    def view(self) -> TodayView | None:
        """Give today's view, where it was foreseen and still holds."""
        text = self._file.read()
        day = study_day(self._clock(), self._rollover_hour)
        return glance_at(text, day) if text else None

    def mark(self) -> None:
        """Take the decks' state; called before they are read."""
        self._file.mark()

    def leave(self, text: str) -> None:
        """Keep what ``look_ahead`` wrote; called when the database is closed."""
        self._file.write(text)


class GlanceText(Protocol):
    """Where the text is kept; see store/glance_file.py."""

    def read(self) -> str | None:
        """Give the text while it holds."""
        ...

    def mark(self) -> None:
        """Remember the state of the decks that are about to be read."""
        ...

    def write(self, text: str) -> None:
        """Keep the text."""
        ...


def look_ahead(library: "Library", roots: tuple[Path, ...], weak: WeakView | None = None) -> str:
    """Write down what today and the days after it hold, if nothing happens until then.

    ``weak`` are the weakest topics as they are now; a start rates them anew in a moment.
    """
    from flashcards.services.today import today_view  # a start only reads glances

    if len(library.problems) > MOST_PROBLEMS:
        return "{}"
    first = library.today()
    days = [Day(first + ahead) for ahead in range(DAYS)]
    views = {day: asdict(replace(today_view(library, roots, day), weak=weak)) for day in days}
    return json.dumps(views, default=str)


def glance_at(text: str, day: Day) -> TodayView | None:
    """Read a day's view back; None where the text does not hold it."""
    try:
        fields = json.loads(text)[str(day)]
        return _view(fields)
    except (ValueError, KeyError, TypeError):
        return None


def _view(fields: dict[str, Any]) -> TodayView:
    plan = fields["plan"]
    topics = tuple(TopicPlan(**topic) for topic in plan["topics"])
    return TodayView(
        **fields
        | {
            "plan": DayPlan(**plan | {"topics": topics}),
            "roots": tuple(map(Path, fields["roots"])),
            "problems": tuple(map(_problem, fields["problems"])),
            "leeches": _leeches(**fields["leeches"]),
            "backlog": _backlog(**fields["backlog"]) if fields["backlog"] else None,
            "weak": _weak(**fields["weak"]) if fields["weak"] else None,
            "activity": _activity(**fields["activity"]) if fields["activity"] else None,
        }
    )


def _leeches(count: int, worst: list[dict[str, Any]]) -> LeechesView:
    return LeechesView(count, tuple(LeechView(**leech) for leech in worst))


def _backlog(choices: list[dict[str, Any]], **fields: Any) -> BacklogView:  # noqa: ANN401  # a view's fields
    return BacklogView(choices=tuple(BacklogChoice(**choice) for choice in choices), **fields)


def _weak(topics: list[dict[str, Any]], told: str) -> WeakView:
    return WeakView(tuple(WeakTopic(**topic) for topic in topics), told)


def _activity(counts: list[int], **fields: Any) -> Activity:  # noqa: ANN401  # a view's fields
    return Activity(counts=tuple(counts), **fields)


def _problem(fields: dict[str, Any]) -> Problem:
    place, severity = Place(**fields["place"]), Severity(fields["severity"])
    between = tuple(fields["between"])
    return Problem(**fields | {"place": place, "severity": severity, "between": between})
