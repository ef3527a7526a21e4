"""The day's plan: what Today and ``flashcards today`` show."""

from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day, date_of
from flashcards.domain.queue.build import build
from flashcards.domain.queue.plan import DayPlan, pace_ms, plan_of
from flashcards.domain.spoken import due_text
from flashcards.services.views import TodayView

if TYPE_CHECKING:
    from flashcards.services.library import Library


def day_plan(library: "Library", day: Day | None = None) -> DayPlan:
    """Count what is left on a day (today, unless said) at the person's own pace."""
    when = library.today() if day is None else day
    cards = library.collection.cards.values()
    queue = build(cards, library.schedules, when, library.settings.limits)
    return plan_of(queue, when, pace_ms(library.recent_durations()))


def today_view(
    library: "Library", roots: tuple[Path, ...] = (), day: Day | None = None
) -> TodayView:
    """Say what a day holds (today, unless said)."""
    plan = day_plan(library, day)
    collection = library.collection
    return TodayView(
        plan=plan,
        cards=len(collection.cards),
        decks=len({named.note.file for named in collection.notes.values()}),
        roots=roots,
        problems=collection.problems,
        done_today=sum(schedule.last_day == plan.day for schedule in library.schedules.values()),
        next_due="" if plan.cards else _next_due(library, plan.day),
        suspended=sum(library.schedule_of(card).suspended for card in collection.cards),
    )


def _next_due(library: "Library", today: Day) -> str:
    """Say when the next card is due after today."""
    days = [
        schedule.due
        for card in library.collection.cards
        if (schedule := library.schedules.get(card))
        and schedule.due is not None
        and schedule.due > today
        and not schedule.suspended
    ]
    return due_text(date_of(min(days)), date_of(today)) if days else ""
