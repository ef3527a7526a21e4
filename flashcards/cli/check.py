"""``flashcards check``: what is wrong with decks. It needs no data folder, and makes none."""

from collections.abc import Sequence
from pathlib import Path

import click

from flashcards.cli.call import Call
from flashcards.cli.output import capitalised, say, say_json
from flashcards.cli.parameters import existing_paths
from flashcards.cli.sentences import Command
from flashcards.domain.problems import Problem, Severity
from flashcards.domain.spoken import counted
from flashcards.services.checking import check_decks


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]...", callback=existing_paths)
@click.option("--json", "as_json", is_flag=True, help="Print them for other programs.")
@click.pass_obj
def check(call: Call, paths: tuple[Path, ...], as_json: bool) -> int:
    """Check the decks in PATH (else all in force); exit 1 if a problem is an error."""
    checked = check_decks(call.doors.decks_in(paths or call.options.decks))
    if as_json:
        say_json([_values(problem) for problem in checked.problems])
    else:
        for problem in checked.problems:
            say(str(problem))
        say(_sum(checked.problems, checked.decks, checked.cards))
    return int(any(problem.severity is Severity.ERROR for problem in checked.problems))


def _sum(problems: Sequence[Problem], decks: int, cards: int) -> str:
    """Count what was found, the gravest first."""
    read = f"{counted(decks, 'deck')} with {counted(cards, 'card')}" if decks else "no decks here"
    severities = [problem.severity for problem in problems]
    counts = [
        counted(severities.count(severity), severity)
        for severity in Severity
        if severity in severities
    ]
    if not decks and not counts:
        return "No decks here."
    return capitalised(f"{read}: {', '.join(counts) or 'no problems'}.")


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
