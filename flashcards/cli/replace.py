"""``flashcards deck replace``: words replaced in all decks, shown first; and taken back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from flashcards.cli.backup import agreed
from flashcards.cli.call import Call, CommandError, opened
from flashcards.cli.output import complain, say
from flashcards.cli.sentences import Command
from flashcards.domain.deck.seek import Sought
from flashcards.domain.tongue import tr, trn
from flashcards.services.replacing import Outcome, Search, replacing_on
from flashcards.services.shelving import deck_or_folder_called

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flashcards.services.desk import Desk

_NOTHING_FOUND = 2


@click.command(cls=Command)
@click.argument("words", metavar="[WORDS]", default="")
@click.argument("new", metavar="[NEW]", required=False)
@click.option("--expression", is_flag=True, help="WORDS are a regular expression; \\1 is a group.")
@click.option("--case", is_flag=True, help="Capitals and small letters differ.")
@click.option("--in", "names", multiple=True, metavar="DECK", help="Only there, or in a folder.")
@click.option("--dry-run", is_flag=True, help="Show the places, and write nothing.")
@click.option("--yes", is_flag=True, help="Replace without asking.")
@click.option("--undo", is_flag=True, help="Take the last replacement back.")
@click.pass_obj
def replace(
    call: Call,
    words: str,
    new: str | None,
    expression: bool,
    case: bool,
    names: tuple[str, ...],
    dry_run: bool,
    yes: bool,
    undo: bool,
) -> int:
    """Put NEW for WORDS in all decks, after showing every place; --undo takes it back.

    Each deck is written whole or not at all. What another program changes meanwhile is left as it
    is, and said.
    """
    if undo != (not words and new is None):
        raise click.UsageError(tr("Name what to look for and what to put there, or --undo alone."))
    with opened(call.doors.open_desk, call.options) as desk:
        if undo:
            return _take_back(desk)
        if new is None:
            raise click.UsageError(tr("Name what to put there, too; “” takes the words out."))
        search = _found(desk, Sought(words, expression, case), new, names)
        if not search.count:
            complain(tr("Nothing was found, so nothing was replaced."))
            return _NOTHING_FOUND
        if dry_run:
            say(tr("Nothing was written."))
            return 0
        if not yes and not agreed(tr("--undo takes it back"), tr("replace")):
            say(tr("Nothing was replaced."))
            return 0
        outcome = replacing_on(desk).replace(search.sought, search.found, new, {}, _go_on)
        return _told(desk, outcome, outcome.told)


def _found(desk: "Desk", sought: Sought, new: str, names: "Sequence[str]") -> Search:
    """Find the places, and show them."""
    if fault := sought.fault_with(new):
        raise CommandError(fault)
    files = sorted(path for path, _ in desk.deck_marks())
    if names:
        within = [deck_or_folder_called(name, desk.decks).resolve() for name in names]
        files = [f for f in files if any(Path(f).resolve().is_relative_to(w) for w in within)]
    search = replacing_on(desk).search(sought, files, {}, _go_on)
    for found in search.found:
        for spot in found.spots:
            say(f"{found.file}:{spot.line}: {spot.before}[{spot.words}]{spot.after}")
    for left in search.left:
        complain(left)
    if search.count:
        decks = trn("{count} deck", "{count} decks", len(search.found))
        told = trn(
            "{count} place in {decks}", "{count} places in {decks}", search.count, decks=decks
        )
        say(f"{told}.")
    return search


def _take_back(desk: "Desk") -> int:
    replacing = replacing_on(desk)
    last = replacing.last()
    if not last.changes:
        complain(tr("There is no replacement to take back."))
        return _NOTHING_FOUND
    outcome = replacing.turn(last, {}, _go_on)
    return _told(desk, outcome, outcome.told_back)


def _told(desk: "Desk", outcome: Outcome, told: str) -> int:
    """Let the log know how notes are recognised now, and say what was done."""
    desk.library.adopt(desk.library.read_decks())
    if outcome.changes:
        say(told)
    else:
        complain(told)
    return 0 if outcome.changes else _NOTHING_FOUND


def _go_on() -> None:
    """Go on to the next deck."""
