"""``flashcards log``: past reviews in and out."""

from pathlib import Path

import click

from flashcards.cli.call import Call, CommandError, opened
from flashcards.cli.output import complain, say
from flashcards.cli.sentences import Commands
from flashcards.domain.spoken import counted
from flashcards.interchange.log_csv import CsvFault, PastReview, read_reviews, write_reviews
from flashcards.services.transfer import Imported, export_reviews, import_reviews

_NAMED = 5
"""So many unknown cards are named; the rest is counted."""


@click.group(cls=Commands, no_args_is_help=False)
def log() -> None:
    """Take past reviews in, or write them out, as CSV."""


@log.command("import")
@click.argument("file", metavar="FILE.csv", type=click.Path(path_type=Path))
@click.pass_obj
def import_log(call: Call, file: Path) -> None:
    """Add the reviews in FILE.csv: all of them or, if one row is wrong, none.

    Its columns are card,time,grade and, if you like, duration_ms. A time is ISO 8601 with its
    offset from UTC, a grade a number from 0 to 5. What is in the log already is not added again.
    """
    reviews = _read(file)
    with opened(call.doors.open_desk, call.options) as desk:
        imported = import_reviews(desk.library, reviews)
    if imported.unknown:
        complain(_unknown(imported))
    there = f"; {imported.already_there:,} were in the log already" * bool(imported.already_there)
    say(f"Added {counted(imported.added, 'review')}{there}.")


@log.command("export")
@click.argument("file", metavar="FILE.csv", type=click.Path(path_type=Path))
@click.pass_obj
def export_log(call: Call, file: Path) -> None:
    """Write all reviews that count to FILE.csv, as ``log import`` takes them."""
    if file.is_dir() or not file.parent.is_dir():
        raise CommandError(f"“{file}” cannot be written: name a file in a folder that exists.")
    with opened(call.doors.open_desk, call.options) as desk:
        reviews = export_reviews(desk.library)
    call.doors.write_file(file, write_reviews(reviews).encode())
    complain(f"Wrote {counted(len(reviews), 'review')} to {file}.")


def _read(file: Path) -> list[PastReview]:
    """Read the rows. Raises CommandError, with the line of the first that is wrong."""
    try:
        content = file.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CommandError(f"“{file}” cannot be read: {reason}.") from error
    reviews = read_reviews(content)
    if isinstance(reviews, CsvFault):
        raise CommandError(f"{file}, line {reviews.line}: {reviews.sentence} Nothing was imported.")
    return reviews


def _unknown(imported: Imported) -> str:
    """Name the cards that no deck has."""
    names = ", ".join(imported.unknown[:_NAMED])
    more = f" and {len(imported.unknown) - _NAMED:,} more" * (len(imported.unknown) > _NAMED)
    cards = counted(len(imported.unknown), "card")
    return f"No deck has {cards} named here ({names}{more}); their history is kept for later."
