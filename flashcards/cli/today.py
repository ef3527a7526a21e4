"""``flashcards today``: the plan in a few lines."""

import click

from flashcards.cli.call import Call, opened
from flashcards.cli.output import say, say_json, say_table
from flashcards.cli.sentences import Command
from flashcards.domain.clock import date_of
from flashcards.domain.queue.plan import DayPlan
from flashcards.domain.spoken import day_text, weekday
from flashcards.domain.tongue import number, tr, trc, trn
from flashcards.services.day_view import TodayView
from flashcards.services.limiting import setting_doubts
from flashcards.services.today import today_view


@click.command(cls=Command)
@click.option("--json", "as_json", is_flag=True, help="Print it for other programs.")
@click.pass_obj
def today(call: Call, as_json: bool) -> None:
    """Say what the day holds: due, new, minutes, by topic."""
    with opened(call.doors.open_desk, call.options) as desk:
        view = today_view(desk.library, desk.decks.roots)
        if as_json:
            say_json(_values(view.plan))
        else:
            say_today(view)
            for problem in setting_doubts(desk.library, desk.preferences):
                say(f"\n{problem}")


def say_today(view: TodayView) -> None:
    """Print the plan for a person."""
    plan = view.plan
    day = date_of(plan.day)
    say(f"{weekday(day)}, {day_text(day)}: {_sentence(view)}")
    if plan.topics:
        say()
        say_table(
            (tr("topic"), tr("due"), tr("new")),
            [(part.topic, part.due, part.new) for part in plan.topics],
        )
    if plan.held_back_due:
        say(
            "\n"
            + trn(
                "{count} more due card, beyond your daily limits.",
                "{count} more due cards, beyond your daily limits.",
                plan.held_back_due,
            )
        )
    if view.suspended:
        say(
            "\n"
            + trn(
                "{count} suspended card: see flashcards resume",
                "{count} suspended cards: see flashcards resume",
                view.suspended,
            )
        )
    if view.problems:
        say(
            "\n"
            + trn(
                "{count} problem in the decks: see flashcards check",
                "{count} problems in the decks: see flashcards check",
                len(view.problems),
            )
        )


def _sentence(view: TodayView) -> str:
    """Say the day in one sentence."""
    plan = view.plan
    if plan.cards:
        minutes = trn("{count} minute", "{count} minutes", plan.minutes)
        return trn(
            "{count} due card and {new} new, about {minutes}.",
            "{count} due cards and {new} new, about {minutes}.",
            plan.due,
            new=number(plan.new) if plan.new else trc("how many", "no"),
            minutes=minutes,
        )
    if not view.cards:
        return tr("There are no cards in {roots}.", roots=", ".join(map(str, view.roots)))
    if view.next_due:
        return tr("Nothing is left to do; the next card is due {next_due}.", next_due=view.next_due)
    return tr("Nothing is left to do.")


def _values(plan: DayPlan) -> dict[str, object]:
    """Lay the plan out as promised to scripts."""
    return {
        "date": date_of(plan.day).isoformat(),
        "due": plan.due,
        "new": plan.new,
        "minutes": plan.minutes,
        "topics": [{"topic": part.topic, "due": part.due, "new": part.new} for part in plan.topics],
    }
