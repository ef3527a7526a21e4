"""``flashcards same`` and ``flashcards different``: what the person says of two notes."""

import click

from flashcards.cli.call import Call, opened
from flashcards.cli.output import say
from flashcards.cli.sentences import Command
from flashcards.services.deciding import decide


@click.command(cls=Command)
@click.argument("new")
@click.argument("old")
@click.pass_obj
def same(call: Call, new: str, old: str) -> None:
    """Say that the note NEW (FILE:LINE, or its id) is OLD, which is gone: its history goes on."""
    _decide(call, "same", new, old)


@click.command(cls=Command)
@click.argument("new")
@click.argument("old")
@click.pass_obj
def different(call: Call, new: str, old: str) -> None:
    """Say that the note NEW (FILE:LINE, or its id) is not OLD, even where it was taken for it."""
    _decide(call, "different", new, old)


def _decide(call: Call, verb: str, new: str, old: str) -> None:
    with opened(call.doors.open_desk, call.options) as desk:
        say(decide(desk.library, verb, new, old))
