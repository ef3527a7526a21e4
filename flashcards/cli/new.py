"""``flashcards new``: a note of any kind to write over, printed or put into a deck."""

import click

from flashcards.cli.call import Call
from flashcards.cli.output import pour, say
from flashcards.cli.sentences import Command
from flashcards.domain.imports.found import one_line
from flashcards.domain.kinds import DEFAULT_KIND, kind_names
from flashcards.domain.kinds.templates import PROMPT, note_of_kind
from flashcards.domain.tongue import tr
from flashcards.services.appending import append_note
from flashcards.services.shelving import deck_to_be


@click.command(cls=Command)
@click.argument("name", metavar="[DECK]", default="")
@click.option("--kind", type=click.Choice(kind_names()), default=DEFAULT_KIND, help="Which kind.")
@click.option("--prompt", default="", help="What it asks; it gets an id then.")
@click.option("--append", is_flag=True, help="Put it at the end of DECK, which may be new.")
@click.pass_obj
def new(call: Call, name: str, kind: str, prompt: str, append: bool) -> None:
    """Print a note of a kind, filled in as an example; or append it to DECK."""
    note = note_of_kind(kind, one_line(prompt) or PROMPT)
    if not append:
        pour(note)
        return
    if not name:
        raise click.UsageError(tr("--append needs a deck: flashcards new DECK --append."))
    decks = call.decks()
    path = deck_to_be(name, decks)
    taken = {note.explicit_id for deck in decks.read().decks for note in deck.notes}
    line = append_note(path, note, decks, call.doors.places, taken if prompt.strip() else None)
    say(tr("{path}:{line}: a {kind} note to write over.", path=path, line=line, kind=kind))
