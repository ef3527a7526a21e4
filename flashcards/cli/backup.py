"""``flashcards backup`` and ``flashcards restore``: the whole log, out and back."""

import sys
from pathlib import Path

import click

from flashcards.cli.call import Call, CommandError
from flashcards.cli.output import say, say_table, working
from flashcards.cli.sentences import Command
from flashcards.domain.rotation import Backup, Purpose
from flashcards.domain.spoken import decimal
from flashcards.domain.tongue import tr
from flashcards.services.damage import difference_lines
from flashcards.services.safety import REASONS, VaultPort, moment_text

YES = "yes"


@click.command(cls=Command)
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="Write it to FILE.")
@click.option("--list", "as_list", is_flag=True, help="List the backups, and make none.")
@click.pass_obj
def backup(call: Call, to: Path | None, as_list: bool) -> None:
    """Copy the log into the backups folder (or to FILE), beside any open window, and check it."""
    vault = call.doors.safety(call.options).vault
    if as_list:
        _list(vault)
    elif to:
        _copy(vault, to)
    else:
        with working(tr("Backing up …")):
            made = vault.back_up(Purpose.ASKED, always=True)
        say(
            tr("Backed up to {path} ({size}).", path=made.path, size=_size(made.size))
            if made
            else tr("There is no log yet.")
        )


def _list(vault: VaultPort) -> None:
    found = vault.backups()
    if not found:
        say(
            tr(
                "There are no backups in {folder} yet; flashcards backup makes one.",
                folder=vault.folder,
            )
        )
        return
    rows = [
        (one.path.name, moment_text(one.at), tr(REASONS[one.purpose]), _size(one.size))
        for one in found
    ]
    say_table((tr("file"), tr("made"), tr("why"), tr("size")), rows)


def _copy(vault: VaultPort, to: Path) -> None:
    if to.exists():
        raise CommandError("“{to}” is there already: name a new file, or move it away.", to=to)
    if not to.parent.is_dir():
        raise CommandError("“{to}” cannot be written: name a file in a folder that exists.", to=to)
    with working(tr("Backing up …")):
        vault.copy_to(to)
    say(tr("Backed up to {to} ({size}).", to=to, size=_size(to.stat().st_size)))


def _size(size: int) -> str:
    return tr("{size} MB", size=decimal(size / 1e6, 1))


@click.command(cls=Command)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Restore without asking.")
@click.pass_obj
def restore(call: Call, file: Path | None, yes: bool) -> int:
    """Put the backup FILE (else the newest) in the log's place, after showing what would change.

    Nothing is lost by it: the log as it is now is backed up first.
    """
    vault = call.doors.safety(call.options).vault
    chosen = _chosen(vault, file)
    with working(tr("Comparing …")):
        difference = vault.difference(chosen)
    lines = difference_lines(difference)
    if not lines:
        say(tr("The log is as it was in {name}: nothing to restore.", name=chosen.name))
        return 0
    say(tr("Restoring {chosen}:", chosen=chosen))
    for line in lines:
        say(f"  {line}")
    if not yes and not agreed(tr("The log as it is now is backed up first"), tr("restore")):
        say(tr("Nothing was changed."))
        return 0
    with working(tr("Restoring …")):
        aside = vault.restore(chosen)
    say(tr("Restored. The log as it was until now: {aside}", aside=aside or tr("there was none")))
    return 0


def _chosen(vault: VaultPort, file: Path | None) -> Path:
    """Find the backup that is meant: a path, a name in the backups folder, or the newest."""
    found: list[Backup] = vault.backups()
    if file is None:
        if not found:
            raise CommandError(
                "There are no backups in {folder}: name a file to restore.", folder=vault.folder
            )
        return found[0].path
    named = vault.folder / file
    return named if not file.exists() and named.exists() else file


def agreed(first: str, deed: str) -> bool:
    """Ask before something is done."""
    say(
        tr(
            "{first}. Type {yes} and Enter to {deed}; anything else changes nothing.",
            first=first,
            yes=YES,
            deed=deed,
        )
    )
    return sys.stdin is not None and sys.stdin.readline().strip().lower() == YES
