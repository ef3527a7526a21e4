"""The day's plan: what Today and ``flashcards today`` show."""

from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.activity import activity
from flashcards.domain.clock import Day, date_of
from flashcards.domain.queue.build import build
from flashcards.domain.queue.gather import DaySchedules
from flashcards.domain.queue.plan import DayPlan, pace_ms, plan_of
from flashcards.domain.spoken import due_text
from flashcards.domain.tongue import tr
from flashcards.services.backlog import backlog_view
from flashcards.services.day_view import TodayView
from flashcards.services.leeches import leeches_view

if TYPE_CHECKING:
    from flashcards.services.library import Library


def day_plan(library: "Library", day: Day | None = None) -> DayPlan:
    """Count what is left on a day (today, unless said) at the person's own pace."""
    when = library.today() if day is None else day
    return plan_on(library, library.schedules.on(when), when)


def plan_on(library: "Library", schedules: DaySchedules, day: Day) -> DayPlan:
    """Count what is left on a day, its schedules known."""
    settings = library.settings
    queue = build(library.catalogue, schedules, day, settings.day_limits, None, settings.ordering)
    return plan_of(queue, library.catalogue, day, pace_ms(library.log.recent_durations()))


def today_view(
    library: "Library", roots: tuple[Path, ...] = (), day: Day | None = None
) -> TodayView:
    """Say what a day holds (today, unless said)."""
    when = library.today() if day is None else day
    schedules, catalogue = library.schedules.on(when), library.catalogue
    plan = plan_on(library, schedules, when)
    concerned = schedules.concerned
    return TodayView(
        plan=plan,
        cards=len(catalogue),
        decks=catalogue.decks,
        roots=roots,
        problems=library.problems,
        done_today=sum(schedule.last_day == when for schedule in concerned),
        next_due="" if plan.cards else _next_due(library, when),
        suspended=sum(each.suspended and each.card in catalogue for each in concerned),
        leeches=leeches_view(library),
        backlog=backlog_view(library, schedules, when),
        activity=activity(library.answers_by_day(), when),
        countdown=_countdown(library.settings.interview_day, when),
    )


def _countdown(interview: Day | None, today: Day) -> str:
    """Say how long it is until the interview."""
    if interview is None or interview < today:
        return ""
    return tr("interview {due}", due=due_text(date_of(interview), date_of(today)))


def _next_due(library: "Library", today: Day) -> str:
    """Say when the next card is due after today."""
    due = library.log.next_due(today, library.catalogue)
    return "" if due is None else due_text(date_of(due), date_of(today))
