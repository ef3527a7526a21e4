"""``flashcards scheduler``: which algorithm is in force, and another one, foreseen before it is."""

from dataclasses import replace
from typing import Any

import click

from flashcards.cli.backup import agreed
from flashcards.cli.call import Call, CommandError, opened
from flashcards.cli.output import filling, say, say_table
from flashcards.cli.sentences import Command
from flashcards.domain.choices import CHOICES
from flashcards.domain.tongue import tr
from flashcards.services.rescheduling import (
    Foreseen,
    change_to,
    foresee,
    scheduler_text,
    settle,
    write,
)


@click.command(cls=Command)
@click.argument("name", required=False, metavar="[sm2|fsrs]")
@click.option("--retention", type=float, metavar="R", help="Ask when recall has fallen to R.")
@click.option("--longest", type=int, metavar="DAYS", help="The longest interval; 0 for no limit.")
@click.option("--yes", is_flag=True, help="Change it without asking.")
@click.pass_obj
def scheduler(
    call: Call, name: str | None, retention: float | None, longest: int | None, yes: bool
) -> None:
    """Say which scheduler is in force; or change it, after showing which cards move and to when.

    Schedules are computed anew from the log, so the way back loses nothing.
    """
    given = {"scheduler": name, "desired_retention": retention, "maximum_interval": longest}
    wanted = _checked({key: value for key, value in given.items() if value is not None})
    with opened(call.doors.open_desk, call.options) as desk:
        library = desk.library
        change = change_to(library, replace(desk.preferences.settings, **wanted))
        if change.old == change.new:
            say(tr("{scheduler} is in force.", scheduler=scheduler_text(change.old)))
            return
        with desk.second_log() as log, filling(tr("Replaying the log")) as step:
            foreseen = foresee(log, change, step)
        _show(foreseen)
        if not yes and not agreed(
            tr("You can go back at any time; nothing is lost"), tr("change it")
        ):
            say(tr("Nothing was changed."))
            return
        with desk.second_log() as log, filling(tr("Writing the schedules")) as step:
            write(log, foreseen, step)
        settle(library, desk.preferences, change)
        say(tr("{scheduler} is in force.", scheduler=scheduler_text(change.new)))


def _checked(given: dict[str, Any]) -> dict[str, Any]:
    """See to it that the settings take what was given."""
    for choice in CHOICES:
        if choice.name in given and not choice.kind.accepts(given[choice.name]):
            told = tr(
                "{setting} cannot be “{value}”: give {expected}.",
                value=given[choice.name],
                setting=tr(choice.label),
                expected=choice.kind.expected,
            )
            raise CommandError(told)
    return given


def _show(foreseen: Foreseen) -> None:
    change = foreseen.change
    say(
        tr(
            "From {old} to {new}:",
            old=scheduler_text(change.old),
            new=scheduler_text(change.new),
        )
    )
    for line in foreseen.lines:
        say(line)
    if foreseen.outcome.moved:
        spans = [(tr(span.name), span.before, span.after) for span in foreseen.outcome.spans]
        say_table((tr("due"), tr("now"), tr("then")), spans)
