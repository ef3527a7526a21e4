"""``flashcards deck``: decks made, imported, renamed, moved and thrown away."""

from pathlib import Path
from shlex import quote

import click

from flashcards.cli.call import Call, opened
from flashcards.cli.output import complain, pour, say
from flashcards.cli.parameters import existing_paths
from flashcards.cli.replace import replace
from flashcards.cli.sentences import Commands
from flashcards.domain.imports.encoding import ENCODINGS
from flashcards.domain.imports.formats import FORMATS, format_named
from flashcards.domain.imports.imported import Reading
from flashcards.domain.imports.report import report
from flashcards.domain.imports.rows import SEPARATORS
from flashcards.domain.imports.table import Wish
from flashcards.domain.tongue import tr, trn
from flashcards.services.following import follow, name_decks
from flashcards.services.importing import Plan, Wanted, plan_import
from flashcards.services.settling import add_decks, told
from flashcards.services.shelving import (
    Moved,
    create_deck,
    deck_folder,
    deck_or_folder_called,
    deck_to_be,
    delete_deck,
    is_in_force,
    move_deck,
    new_deck,
    place_called,
    rename_deck,
)

_NOTHING_FOUND = 2


@click.group(cls=Commands, no_args_is_help=False)
def deck() -> None:
    """Make, import, rename, move or delete decks."""


def _pairs(_context: click.Context, _option: click.Parameter, text: str | None) -> dict[str, str]:
    """Read ``prompt=1,answer=Back``."""
    parts = [part.partition("=") for part in (text or "").split(",") if part.strip()]
    for name, equals, column in parts:
        if not (name.strip() and equals and column.strip()):
            raise click.UsageError(tr("--columns takes pairs, as in prompt=1,answer=Back."))
    return {name.strip(): column.strip() for name, _, column in parts}


@deck.command("import")
@click.argument("files", nargs=-1, metavar="FILE...", required=True, callback=existing_paths)
@click.option("--to", "name", metavar="DECK", required=True, help="The deck that takes the notes.")
@click.option(
    "--from",
    "format_name",
    type=click.Choice([each.name for each in FORMATS]),
    help="What the files are written in; without it they are looked at.",
)
@click.option("--columns", callback=_pairs, help="Of a table: prompt=1,answer=Back,tags=3 …")
@click.option("--separator", type=click.Choice(list(SEPARATORS)), help="Of a table.")
@click.option("--header/--no-header", default=None, help="Whether a table's first row names them.")
@click.option("--quotes/--no-quotes", default=True, help="Whether its cells may stand in quotes.")
@click.option("--encoding", type=click.Choice(list(ENCODINGS)), help="Of the files' bytes.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.pass_obj
def import_deck(
    call: Call,
    files: tuple[Path, ...],
    name: str,
    format_name: str | None,
    columns: dict[str, str],
    separator: str | None,
    header: bool | None,
    quotes: bool,
    encoding: str | None,
    dry_run: bool,
) -> int:
    """Add the notes in FILE... to DECK, which is made where there is none: all, or nothing.

    Tables (CSV, TSV), Anki's text export, and the Markdown of hashcards, Obsidian's Spaced
    Repetition and mdanki are read. What is in your decks already is not added again.
    """
    table = Wish(columns, separator or "", quotes, header)
    chosen = format_named(format_name or ("table" if table != Wish() else ""))
    decks, places = call.decks(), call.doors.places
    reading = Reading(chosen, encoding or "", table)
    plan = plan_import(Wanted(files, deck_to_be(name, decks), reading), decks, places)
    for account in plan.accounts:
        for line in report(account):
            say(line)
    if not plan.count:
        told = (
            tr("There is no note to add, so {deck} was left as it is.", deck=plan.deck)
            if plan.draft
            else tr("There is no note to add, so {deck} was not made.", deck=plan.deck)
        )
        complain(told)
        is_known = any(each.known for account in plan.accounts for each in account.skipped)
        return 0 if is_known else _NOTHING_FOUND
    if dry_run:
        _preview(plan)
        return 0
    plan.write(places)
    say(tr("{deck}: {written} written.", deck=plan.deck, written=_written(plan)))
    return 0


def _written(plan: Plan) -> str:
    pictures = trn(" and {count} picture", " and {count} pictures", len(plan.images)) * bool(
        plan.images
    )
    return trn("{count} note{pictures}", "{count} notes{pictures}", plan.count, pictures=pictures)


def _preview(plan: Plan) -> None:
    written = _written(plan)
    say(tr("{deck} would get {notes}; nothing was written:", deck=plan.deck, notes=written) + "\n")
    pour(plan.added)


@deck.command("create")
@click.argument("name", metavar="DECK")
@click.option("--title", default="", help="What the deck is called; without it, by its file.")
@click.pass_obj
def create(call: Call, name: str, title: str) -> None:
    """Make an empty DECK, a path below the first deck folder; ./DECK or /DECK puts it elsewhere."""
    decks = call.decks()
    path = new_deck(name, decks)
    create_deck(path, title, call.doors.places)
    say(
        tr(
            "{path} is made. “flashcards new {deck} --append” puts a first note into it.",
            path=path,
            deck=quote(str(path)),
        )
    )
    if not is_in_force(path, decks):
        say(tr("It is in none of your deck folders, so its notes are asked only with --decks."))


@deck.command("add")
@click.argument("paths", nargs=-1, metavar="PATH...", required=True, callback=existing_paths)
@click.option(
    "--to", metavar="DIR", help="The folder that takes them; else the first one in force."
)
@click.pass_obj
def add(call: Call, paths: tuple[Path, ...], to: str | None) -> None:
    """Copy decks, or folders of them with all that is in them; nothing is overwritten."""
    folder = Path(to) if to else deck_folder(call.decks())
    for path in paths:
        copied = add_decks(path, folder, call.doors.home)
        say(tr("{path} to {folder}: {told}.", path=path, folder=folder, told=told(copied)))
        for kept in copied.kept:
            say("  " + tr("{kept} is another file of that name, and was left as it is.", kept=kept))
        for link in copied.passed:
            say("  " + tr("{link} leads to a folder, or to nothing, and was left out.", link=link))


@deck.command("home")
@click.argument("folder", metavar="[FOLDER]", type=click.Path(path_type=Path), required=False)
@click.pass_obj
def home(call: Call, folder: Path | None) -> None:
    """Let your decks live in FOLDER: the shipped ones are copied there, and read from there.

    Said again, it brings what came with a newer Flashcards, and leaves alone what you changed or
    took away. Without FOLDER, it says where your decks are.
    """
    if folder is None:
        say(
            tr(
                "Your decks are in {roots}.",
                roots=", ".join(map(str, call.doors.roots(call.options))),
            )
        )
        return
    with opened(call.doors.open_desk, call.options) as desk:
        say(desk.home.settle(folder))


@deck.command("rename")
@click.argument("name", metavar="DECK")
@click.argument("new_name", metavar="NAME")
@click.pass_obj
def rename(call: Call, name: str, new_name: str) -> None:
    """Give the file of DECK, or a folder, another NAME; its notes keep their history."""
    decks = call.decks()
    path = deck_or_folder_called(name, decks)
    _tell(call, path, rename_deck(path, new_name, decks, call.doors.places))


@deck.command("move")
@click.argument("name", metavar="DECK")
@click.argument("to", metavar="PATH")
@click.pass_obj
def move(call: Call, name: str, to: str) -> None:
    """Move DECK, or a folder, to PATH, below the first deck folder; its history stays.

    ./PATH or /PATH puts it elsewhere. Pictures are copied along.
    """
    decks = call.decks()
    path = deck_or_folder_called(name, decks)
    _tell(call, path, move_deck(path, place_called(to, decks), decks, call.doors.places))


def _tell(call: Call, path: Path, moved: Moved) -> None:
    """Say where a deck is now, and let the settings name it so."""
    pictures = trn(
        " {count} picture copied along.", " {count} pictures copied along.", len(moved.images)
    ) * bool(moved.images)
    say(tr("{path} is {place} now.{pictures}", path=path, place=moved.path, pictures=pictures))
    if not is_in_force(moved.path, call.decks()):
        say(tr("It is in none of your deck folders, so its notes are asked only with --decks."))
    if name_decks(call.doors.preferences(call.options).settings):
        with opened(call.doors.open_desk, call.options) as desk:
            followed = follow(desk.library, desk.preferences, desk.decks.roots, path, moved.path)
        if followed:
            say(followed)


@deck.command("delete")
@click.argument("name", metavar="DECK")
@click.pass_obj
def delete(call: Call, name: str) -> None:
    """Put DECK, or a folder, into the system's trash; its history waits, and comes back with it."""
    decks = call.decks()
    path = deck_or_folder_called(name, decks)
    trashed = delete_deck(path, decks, call.doors.places)
    say(
        tr(
            "{path} is in the trash, as {trashed}. Its history waits for it.",
            path=path,
            trashed=trashed,
        )
    )


deck.add_command(replace)
