"""``flashcards today``: the plan in a few lines."""

import click

from flashcards.cli.call import Call, opened
from flashcards.cli.output import say, say_json, say_table
from flashcards.cli.sentences import Command
from flashcards.domain.clock import date_of
from flashcards.domain.queue.plan import DayPlan
from flashcards.domain.spoken import counted
from flashcards.services.limiting import idle_limits
from flashcards.services.today import today_view
from flashcards.services.views import TodayView


@click.command(cls=Command)
@click.option("--json", "as_json", is_flag=True, help="Print it for other programs.")
@click.pass_obj
def today(call: Call, as_json: bool) -> None:
    """Say what the day holds: due, new, minutes, by topic."""
    with opened(call.doors.open_desk, call.options) as desk:
        view = today_view(desk.library, desk.roots)
        if as_json:
            say_json(_values(view.plan))
        else:
            say_today(view)
            for problem in idle_limits(desk.library, desk.preferences):
                say(f"\n{problem}")


def say_today(view: TodayView) -> None:
    """Print the plan for a person."""
    plan = view.plan
    say(f"{date_of(plan.day):%A, %Y-%m-%d}: {_sentence(view)}")
    if plan.topics:
        say()
        say_table(
            ("topic", "due", "new"), [(part.topic, part.due, part.new) for part in plan.topics]
        )
    if plan.held_back_due:
        say(f"\n{counted(plan.held_back_due, 'more due card')}, beyond your daily limits.")
    if view.suspended:
        say(f"\n{counted(view.suspended, 'suspended card')}: see flashcards resume")
    if view.problems:
        say(f"\n{counted(len(view.problems), 'problem')} in the decks: see flashcards check")


def _sentence(view: TodayView) -> str:
    """Say the day in one sentence."""
    plan = view.plan
    if plan.cards:
        minutes = counted(plan.minutes, "minute")
        return f"{counted(plan.due, 'due card')} and {plan.new or 'no'} new, about {minutes}."
    if not view.cards:
        return f"There are no cards in {', '.join(map(str, view.roots))}."
    if view.next_due:
        return f"Nothing is left to do; the next card is due {view.next_due}."
    return "Nothing is left to do."


def _values(plan: DayPlan) -> dict[str, object]:
    """Lay the plan out as promised to scripts."""
    return {
        "date": date_of(plan.day).isoformat(),
        "due": plan.due,
        "new": plan.new,
        "minutes": plan.minutes,
        "topics": [{"topic": part.topic, "due": part.due, "new": part.new} for part in plan.topics],
    }
