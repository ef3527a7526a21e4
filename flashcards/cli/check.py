"""``flashcards check``: what is wrong with decks. It needs no data folder, and makes none.

Where there is one, its history tells which notes may be others reworded.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from flashcards.cli.call import Call, CommandError
from flashcards.cli.output import capitalised, complain, is_terminal, say, say_json
from flashcards.cli.parameters import existing_paths
from flashcards.cli.sentences import Command
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.log.events import Event
from flashcards.domain.problems import Problem, Severity
from flashcards.domain.tongue import both, tr, trn
from flashcards.services.checking import check_decks
from flashcards.services.fixing import Correction, corrections

_YES = "yes"

_DECKS = both("{count} deck", "{count} decks")
_SEVERITIES = {
    Severity.ERROR: both("{count} error", "{count} errors"),
    Severity.WARNING: both("{count} warning", "{count} warnings"),
    Severity.HINT: both("{count} hint", "{count} hints"),
}


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]...", callback=existing_paths)
@click.option("--json", "as_json", is_flag=True, help="Print them for other programs.")
@click.option("--fix", is_flag=True, help="Show what has one right answer, then write it.")
@click.option("--yes", is_flag=True, help="Write it without asking.")
@click.pass_obj
def check(call: Call, paths: tuple[Path, ...], as_json: bool, fix: bool, yes: bool) -> int:
    """Check the decks in PATH (else all in force); exit 1 if a problem is an error."""
    if as_json and fix:
        raise click.UsageError(
            tr("--json tells problems and --fix corrects them: give one of them.")
        )
    if yes and not fix:
        raise click.UsageError(tr("--yes belongs to --fix, and was given without it."))
    decks = call.decks(paths)
    if fix:
        return _correct(list(corrections(decks)), ask=not yes)
    checked = check_decks(decks, [] if paths else _readings(call))
    if as_json:
        say_json([_values(problem) for problem in checked.problems])
    else:
        for problem in checked.problems:
            say(str(problem))
        say(_sum(checked.problems, checked.decks, checked.cards))
    return int(any(problem.severity is Severity.ERROR for problem in checked.problems))


def _correct(found: Sequence[Correction], *, ask: bool) -> int:
    """Show the corrections, and write them once the person said yes."""
    good = [correction for correction in found if not correction.fault]
    faults = [correction.fault for correction in found if correction.fault]
    for correction in good:
        for line in correction.diff:
            say(line)
    for fault in faults:
        complain(fault)
    if not good:
        say(tr("Nothing here has one right answer: “flashcards check” lists what is wrong."))
    elif ask and not _agreed(good):
        say(tr("Nothing was written."))
    else:
        faults += [fault for correction in good if (fault := _write(correction))]
    return 2 if faults else 0


def _agreed(good: Sequence[Correction]) -> bool:
    """Ask; where nobody can answer, say how to go on. Raises CommandError."""
    if not (is_terminal() and sys.stdin is not None and sys.stdin.isatty()):
        raise CommandError(
            "Nothing was written, because nobody can be asked here: add --yes to write this."
        )
    count = sum(correction.gone for correction in good)
    lines = tr(
        "{corrections} {decks}",
        corrections=trn("{count} correction", "{count} corrections", count),
        decks=trn("in {count} deck", "in {count} decks", len(good)),
    )
    say(
        "\n"
        + tr(
            "{lines}. Type {yes} and Enter to write them; anything else writes nothing.",
            lines=lines,
            yes=_YES,
        )
    )
    return sys.stdin.readline().strip().lower() == _YES


def _write(correction: Correction) -> str:
    """Write a correction, and tell it."""
    fault = correction.write()
    if fault:
        complain(fault)
    else:
        say(
            trn(
                "{file}: {count} correction written.",
                "{file}: {count} corrections written.",
                correction.gone,
                file=correction.file,
            )
        )
    return fault


def _readings(call: Call) -> list[Event]:
    """Ask the log which notes it knows; decks can be checked without."""
    try:
        return call.doors.readings(call.options)
    except FlashcardsError as error:
        complain(tr("Checked without your history: {error}", error=error))
        return []


def _sum(problems: Sequence[Problem], decks: int, cards: int) -> str:
    """Count what was found, the gravest first."""
    with_cards = trn("with {count} card", "with {count} cards", cards)
    read = f"{trn(*_DECKS, decks)} {with_cards}" if decks else tr("no decks here")
    severities = [problem.severity for problem in problems]
    counts = [
        trn(*_SEVERITIES[severity], severities.count(severity))
        for severity in Severity
        if severity in severities
    ]
    none = tr("no problems")
    if not decks and not counts:
        return tr("No decks here.")
    return capitalised(f"{read}: {', '.join(counts) or none}.")


def _values(problem: Problem) -> dict[str, object]:
    """Lay a problem out as promised to scripts."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }
