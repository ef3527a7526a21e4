"""``flashcards note``: a note moved, duplicated, split, or put together with another."""

import click

from flashcards.cli.call import Call
from flashcards.cli.output import complain, say
from flashcards.cli.sentences import Commands
from flashcards.domain.tongue import later, tr, trn
from flashcards.services.notes import Done, Notes
from flashcards.services.shelving import deck_to_be


@click.group(cls=Commands, no_args_is_help=False)
def note() -> None:
    """Move, duplicate, split or merge notes; NOTE is an id, or FILE:LINE."""


def _notes(call: Call) -> Notes:
    together = call.doors.together(call.options)  # before the decks are read
    if together.told:
        complain(together.told)
    return Notes(call.decks(), call.doors.places, together)


def _tell(done: Done, sentence: str, more: str = "") -> None:
    say(tr(sentence, name=done.name, file=done.file, line=done.line) + more)


@note.command("move")
@click.argument("name", metavar="NOTE")
@click.option("--to", metavar="DECK", required=True, help="The deck that takes it; it may be new.")
@click.pass_obj
def move(call: Call, name: str, to: str) -> None:
    """Put NOTE at the end of another deck; its history goes along."""
    path = deck_to_be(to, call.decks())
    done = _notes(call).move(name, path)
    pictures = trn(
        " {count} picture copied along.", " {count} pictures copied along.", len(done.images)
    ) * bool(done.images)
    _tell(done, later("#{name} stands at {file}:{line} now, with its history."), pictures)


@note.command("duplicate")
@click.argument("name", metavar="NOTE")
@click.pass_obj
def duplicate(call: Call, name: str) -> None:
    """Write NOTE once more below itself; the copy is new, the history stays."""
    done = _notes(call).duplicate(name)
    _tell(done, later("The copy is #{name}, at {file}:{line}; it begins new."))


@note.command("split")
@click.argument("name", metavar="NOTE")
@click.option("--at", "line", type=int, required=True, help="The file's line it begins at.")
@click.option("--prompt", required=True, help="What the new note asks.")
@click.pass_obj
def split(call: Call, name: str, line: int, prompt: str) -> None:
    """Make a new note of NOTE's text from a line on; the history stays with what is above."""
    if not prompt.strip():
        raise click.UsageError(tr("--prompt needs words: they are what the new note asks."))
    done = _notes(call).split(name, line, prompt)
    _tell(done, later("The new note is #{name}, at {file}:{line}; it begins new."))


@note.command("merge")
@click.argument("name", metavar="NOTE")
@click.argument("other", metavar="OTHER")
@click.pass_obj
def merge(call: Call, name: str, other: str) -> None:
    """Put the text of OTHER below NOTE's, which keeps its history; that of OTHER waits."""
    done = _notes(call).merge(name, other)
    _tell(done, later("#{name}, at {file}:{line}, holds both; the other's history waits."))
