"""``flashcards same`` and ``flashcards different``: what the person says of two notes."""

import click

from flashcards.cli.call import Call, opened
from flashcards.cli.output import say
from flashcards.cli.sentences import Command
from flashcards.domain.spoken import counted
from flashcards.services import deciding


@click.command(cls=Command)
@click.argument("new")
@click.argument("old")
@click.pass_obj
def same(call: Call, new: str, old: str) -> None:
    """Say that the note NEW (FILE:LINE, or its id) is OLD, which is gone: its history goes on."""
    with opened(call.doors.open_desk, call.options) as desk:
        library = desk.library
        found = deciding.note_called(library, new)
        done = deciding.same(library, found, deciding.history_called(library, old))
    say(
        f"“{done.new}” is “{done.old}” reworded, and goes on with its history: "
        f"{counted(done.reviews, 'review')}. To take that back: {done.opposite}"
    )


@click.command(cls=Command)
@click.argument("new")
@click.argument("old")
@click.pass_obj
def different(call: Call, new: str, old: str) -> None:
    """Say that the note NEW (FILE:LINE, or its id) is not OLD, even where it was taken for it."""
    with opened(call.doors.open_desk, call.options) as desk:
        library = desk.library
        found = deciding.note_called(library, new)
        done = deciding.different(library, found, deciding.history_called(library, old))
    say(
        f"“{done.new}” is not “{done.old}”, whose history waits for its text to come back: "
        f"{counted(done.reviews, 'review')}. To take that back: {done.opposite}"
    )
