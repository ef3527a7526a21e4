"""What every command is given: the options that stand before it, and the doors to the core."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.cli.output import complain
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.tongue import tr
from flashcards.services.desk import Desk, Doors, OpenDesk, Options

if TYPE_CHECKING:
    from flashcards.services.ports import DeckEditor


class CommandError(FlashcardsError):
    """What a command was asked cannot be done; its text says why."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the program."""

    options: Options
    doors: Doors

    def decks(self, paths: Sequence[Path] = ()) -> "DeckEditor":
        """Read some folders and files, else the decks in force, without opening a data folder."""
        return self.doors.decks_in(paths or self.doors.roots(self.options))


def back_up(desk: Desk) -> None:
    """Back up what was written; where that cannot be done, only say so: it is saved in the log."""
    try:
        desk.safety.leave()
    except FlashcardsError as error:
        complain(tr("No backup was made: {error}", error=error))


@contextmanager
def opened(open_desk: OpenDesk, options: Options) -> Iterator[Desk]:
    """Open the data folder and read the decks; let go of it at the end.

    What is wrong with the settings is told where mistakes are, and what a crash had broken off.
    """
    desk = open_desk(options)
    for problem in desk.preferences.problems:
        complain(f"{problem.place.file}: {problem.message} {problem.hint}".rstrip())
    if desk.together.told:
        complain(desk.together.told)
    try:
        desk.library.load()
        yield desk
    finally:
        desk.close()
