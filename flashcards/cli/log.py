"""``flashcards log``: past reviews in and out."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from flashcards.cli.call import Call, CommandError, opened
from flashcards.cli.output import complain, pour, say, some
from flashcards.cli.sentences import Commands
from flashcards.domain.tongue import number, tr, trn
from flashcards.interchange.log_csv import CsvFault, PastReview, read_reviews, write_reviews
from flashcards.services.transfer import export_reviews, import_reviews

_STREAM = Path("-")
"""Standard input or output, as other programs call it; a file of that name is ``./-``."""


@click.group(cls=Commands, no_args_is_help=False)
def log() -> None:
    """Take past reviews in, or write them out, as CSV."""


@log.command("import")
@click.argument("file", metavar="FILE.csv", type=click.Path(path_type=Path))
@click.pass_obj
def import_log(call: Call, file: Path) -> None:
    """Add the reviews in FILE.csv: all of them or, if one row is wrong, none.

    Its columns are card,time,grade and, if you like, duration_ms, parts and missed (steps that were
    marked, and the keys of those missed). A time is ISO 8601 with its offset from UTC, a grade a
    number from 0 to 5. What is in the log already is not added again.
    Where FILE.csv is - they are read from standard input.
    """
    reviews = _read(file)
    with opened(call.doors.open_desk, call.options) as desk:
        desk.safety.before_bulk()
        imported = import_reviews(desk.library, reviews)
    if imported.unknown:
        complain(_unknown(imported.unknown))
    there = tr("; {count} were in the log already", count=number(imported.already_there)) * bool(
        imported.already_there
    )
    say(
        trn(
            "Added {count} review{there}.",
            "Added {count} reviews{there}.",
            imported.added,
            there=there,
        )
    )


@log.command("export")
@click.argument("file", metavar="FILE.csv", type=click.Path(path_type=Path))
@click.pass_obj
def export_log(call: Call, file: Path) -> None:
    """Write all reviews that count to FILE.csv, or to standard output for -."""
    if file != _STREAM and (file.is_dir() or not file.parent.is_dir()):
        raise CommandError(
            "“{file}” cannot be written: name a file in a folder that exists.", file=file
        )
    with opened(call.doors.open_desk, call.options) as desk:
        reviews = export_reviews(desk.library)
    text = write_reviews(reviews)
    if file == _STREAM:
        pour(text)
    else:
        call.doors.write_file(file, text.encode())
    called = _called(file, tr("standard output"))
    complain(
        trn(
            "Wrote {count} review to {called}.",
            "Wrote {count} reviews to {called}.",
            len(reviews),
            called=called,
        )
    )


def _read(file: Path) -> list[PastReview]:
    """Read the rows. Raises CommandError, with the line of the first that is wrong."""
    name = _called(file, tr("standard input"))
    try:
        content = _input() if file == _STREAM else file.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CommandError(
            "“{name}” cannot be read: {reason}.", name=name, reason=reason
        ) from error
    reviews = read_reviews(content)
    if isinstance(reviews, CsvFault):
        raise CommandError(
            "{name}, line {line}: {sentence} Nothing was imported.",
            name=name,
            line=reviews.line,
            sentence=reviews.sentence,
        )
    return reviews


def _input() -> bytes:
    """Read what is piped in; nothing where there is no input at all."""
    return sys.stdin.buffer.read() if sys.stdin else b""


def _called(file: Path, stream: str) -> str:
    """Name a file in a sentence."""
    return stream if file == _STREAM else str(file)


def _unknown(cards: Sequence[str]) -> str:
    """Name the cards that no deck has."""
    names = some(cards)
    if len(cards) == 1:
        return tr("No deck has the card {names}; its history is kept for later.", names=names)
    return tr(
        "No deck has these {cards} cards: {names}; their history is kept for later.",
        cards=number(len(cards)),
        names=names,
    )
