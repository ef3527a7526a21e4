"""A backlog after a break: what it is, and what spreading it over days would come to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day
from flashcards.domain.queue.plan import minutes_for, pace_ms
from flashcards.domain.tongue import tr, trn

if TYPE_CHECKING:
    from flashcards.domain.queue.backlog import CatchUp
    from flashcards.domain.queue.gather import DaySchedules
    from flashcards.services.library import Library

WORTH_SPREADING = 60
"""So many cards overdue by a day or more are called a backlog."""

AHEAD = 14
"""So many days show what usually falls due."""

SPANS = (14, 7, 3)
"""The days that the offered ways to catch up take, about."""


@dataclass(frozen=True, slots=True)
class BacklogChoice:
    """One way to catch up; ``per_day`` is 0 for no plan."""

    per_day: int
    consequence: str


@dataclass(frozen=True, slots=True)
class BacklogView:
    """How much waits, and the ways to catch up; ``chosen`` is 0 while there is no plan."""

    sentence: str
    choices: tuple[BacklogChoice, ...]
    chosen: int = 0


def backlog_view(library: "Library", schedules: "DaySchedules", today: Day) -> BacklogView | None:
    """Say what a backlog comes to; None where there is none, and no plan to work one off."""
    from flashcards.domain.queue.backlog import catch_up  # a glance has its choices already

    late = sum(
        schedule.due is not None and schedule.due < today and not schedule.suspended
        for schedule in schedules.concerned
        if schedule.card in library.catalogue
    )
    chosen = library.settings.catch_up_per_day
    if late < WORTH_SPREADING and not (chosen and late):
        return None
    coming = _coming(library, today)
    pace = pace_ms(library.log.recent_durations())
    amounts = sorted({*_amounts(late, coming), *([chosen] if chosen else [])})
    plans = [catch_up(late, coming, amount) for amount in amounts]
    choices = [BacklogChoice(plan.per_day, consequence(plan, pace)) for plan in plans]
    everything = minutes_for(late + coming[0], pace)
    words = trn(
        "about {count} minute, as far as your daily limit lets you",
        "about {count} minutes, as far as your daily limit lets you",
        everything,
    )
    return BacklogView(_sentence(late, chosen), (*choices, BacklogChoice(0, words)), chosen)


def waits_elsewhere(library: "Library") -> bool:
    """Whether cards wait that are in none of the decks that are open."""
    today = library.today()
    return any(
        schedule.due is not None and schedule.due < today and not schedule.suspended
        for schedule in library.schedules.on(today).concerned
        if schedule.card not in library.catalogue
    )


def _coming(library: "Library", today: Day) -> list[int]:
    """Count what falls due on each of the next days, today's first."""
    due = library.log.due_on(today, Day(today + AHEAD))
    return [due.get(Day(today + ahead), 0) for ahead in range(AHEAD)]


def _amounts(late: int, coming: list[int]) -> list[int]:
    """Offer round numbers of cards a day that take about two weeks, one week, three days."""
    usual = sum(coming) / len(coming)
    return [-(-round(late / days + usual) // 10) * 10 for days in SPANS]


def _sentence(late: int, chosen: int) -> str:
    waiting = trn(
        "{count} card waited for more than a day", "{count} cards waited for more than a day", late
    )
    if chosen:
        return tr(
            "You are catching up: {waiting}. The ones worth most are asked first.", waiting=waiting
        )
    return tr(
        "{waiting}. Spread them over some days: today's own come first, then "
        "those that you are most likely to know still.",
        waiting=f"{waiting[0].upper()}{waiting[1:]}",
    )


def consequence(plan: "CatchUp", pace: int) -> str:
    """Say what a way to catch up comes to."""
    minutes = trn("{count} minute", "{count} minutes", minutes_for(plan.per_day, pace))
    if plan.days is None:
        return tr(
            "about {minutes} a day, but more falls due than that: it never ends", minutes=minutes
        )
    return trn(
        "done in {count} day, about {minutes} a day",
        "done in {count} days, about {minutes} a day",
        plan.days,
        minutes=minutes,
    )
