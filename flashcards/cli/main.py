"""The commands, the options before them, and the one place where faults become sentences."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from flashcards.cli.backup import backup, restore
from flashcards.cli.call import Call, opened
from flashcards.cli.cards import cards
from flashcards.cli.check import check
from flashcards.cli.deck import deck
from flashcards.cli.doctor import doctor
from flashcards.cli.log import log
from flashcards.cli.new import new
from flashcards.cli.note import note
from flashcards.cli.output import ReaderGoneError, complain, is_terminal, make_tolerant, silence
from flashcards.cli.parameters import data_folder, existing_paths, study_day
from flashcards.cli.report import report
from flashcards.cli.resume import resume
from flashcards.cli.review import review, review_at
from flashcards.cli.same import different, same
from flashcards.cli.scheduler import scheduler
from flashcards.cli.sentences import CommandsOrDecks, sentence_of
from flashcards.cli.stamp import stamp
from flashcards.cli.stats import stats
from flashcards.cli.today import say_today, today
from flashcards.cli.topics import topics
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.tongue import tr
from flashcards.services.desk import Doors, OpenDesk, Options
from flashcards.services.today import today_view

WRONG = 2
"""The exit status of what could not be done; 1 is ``check`` with errors."""

_INTERRUPTED = 128 + 2
_NOBODY_READS = 128 + 13


@click.group(
    cls=CommandsOrDecks,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--decks",
    multiple=True,
    metavar="DIR",
    callback=existing_paths,
    help="A folder of decks, or one deck; may be given several times.",
)
@click.option("--data", metavar="DIR", callback=data_folder, help="Keep the log in this folder.")
@click.option("--today", "day", metavar="YYYY-MM-DD", callback=study_day, help="Behave as then.")
@click.version_option(None, "--version", package_name="flashcards", prog_name="Flashcards")
@click.pass_context
def flashcards(
    context: click.Context, decks: tuple[Path, ...], data: str | None, day: date | None
) -> int:
    """Spaced repetition on Markdown decks. Without a command the window opens."""
    doors: Doors = context.obj
    context.obj = Call(Options(decks, data, day), doors)
    return doors.open_window(context.obj.options) if context.invoked_subcommand is None else 0


for command in (
    today,
    review,
    cards,
    topics,
    stats,
    report,
    resume,
    scheduler,
    check,
    same,
    different,
    stamp,
    new,
    deck,
    note,
    log,
    backup,
    restore,
    doctor,
):
    flashcards.add_command(command)


def run(arguments: list[str], doors: Doors) -> int:
    """Do what the command line says, and give the exit status."""
    return _guarded(
        lambda: flashcards.main(arguments, prog_name="flashcards", standalone_mode=False, obj=doors)
    )


def without_window(missing: str, options: Options, open_desk: OpenDesk) -> int:
    """Say that there is no display, and go on: a review if a person is here, else the plan."""

    def go_on() -> int:
        with opened(open_desk, options) as desk:
            if is_terminal() and sys.stdin is not None and sys.stdin.isatty():
                review_at(desk)
            else:
                say_today(today_view(desk.library, desk.decks.roots))
        return 0

    complain(missing)
    return _guarded(go_on)


def _guarded(action: Callable[[], int | None]) -> int:
    """Turn every way to fail into a sentence and a status."""
    make_tolerant()
    try:
        return action() or 0
    except click.ClickException as error:
        complain(sentence_of(error))
    except FlashcardsError as error:
        complain(str(error))
    except (KeyboardInterrupt, click.Abort):
        complain(tr("Stopped; every answer that was given is saved."))
        return _INTERRUPTED
    except ReaderGoneError:
        silence()
        return _NOBODY_READS
    return WRONG
