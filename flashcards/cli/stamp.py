"""``flashcards stamp``: write missing ids into decks. The one command that changes a deck."""

from collections.abc import Sequence
from pathlib import Path

import click

from flashcards.cli.call import Call
from flashcards.cli.output import complain, say
from flashcards.cli.parameters import existing_paths
from flashcards.cli.sentences import Command
from flashcards.domain.deck.parse import Deck
from flashcards.domain.tongue import tr, trn
from flashcards.services.stamping import Stamped, stamp_decks


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]...", callback=existing_paths)
@click.pass_obj
def stamp(call: Call, paths: tuple[Path, ...]) -> int:
    """Give every note in PATH (else in all decks in force) an id, so that it may be reworded."""
    everywhere = call.decks().read()
    taken = (note.explicit_id for deck in everywhere.decks for note in deck.notes)
    chosen = call.decks(paths)
    results = stamp_decks(chosen, taken)
    for result in results:
        _tell(result)
    if not results:
        say(_nothing_written(chosen.read().decks))
    return 2 if any(result.fault for result in results) else 0


def _nothing_written(decks: Sequence[Deck]) -> str:
    """Say why there was nothing to do."""
    if not decks:
        return tr("There are no decks here, so no note can get an id.")
    if not any(deck.notes for deck in decks):
        return tr("There are no notes in the decks here that could get an id.")
    if any(not note.explicit_id for deck in decks for note in deck.notes):
        return tr(
            "Every note has an id, or braces in its heading that look meant as one: "
            "“flashcards check” lists those."
        )
    return tr("Every note has an id already.")


def _tell(result: Stamped) -> None:
    if result.fault:
        complain(result.fault)
        return
    say(
        trn(
            "{file}: {count} id written.",
            "{file}: {count} ids written.",
            len(result.ids),
            file=result.file,
        )
    )
    for line, name in result.ids:
        say("  " + tr("line {line}", line=line) + f": #{name}")
