"""Backups, restoring and salvage: what to do when; ``damage`` says what was found."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from flashcards.domain import spoken
from flashcards.domain.clock import datetime_of
from flashcards.domain.rotation import Backup, Purpose
from flashcards.domain.tongue import later, tr

if TYPE_CHECKING:
    from flashcards.domain.clock import Moment
    from flashcards.domain.safety import Difference, LogReport, Salvage

REASONS = {
    Purpose.OPEN: later("when the window was opened"),
    Purpose.CLOSE: later("when the program was closed"),
    Purpose.ASKED: later("because you asked"),
    Purpose.BULK: later("before many cards were changed"),
    Purpose.MIGRATION: later("before a new version changed the file"),
    Purpose.RESTORE: later("before a restore"),
    Purpose.RESTORED: later("after a restore"),
    Purpose.SALVAGED: later("after a salvage"),
}


class VaultPort(Protocol):
    """What is done with the log as a whole; see store/vault.py. Raises FlashcardsErrors."""

    @property
    def folder(self) -> Path:
        """Where the backups are."""
        ...

    @property
    def exists(self) -> bool:
        """Whether there is a log, or was one."""
        ...

    def backups(self) -> list[Backup]:
        """List the backups, the newest first."""
        ...

    def back_up(self, purpose: Purpose, *, always: bool = False) -> Backup | None:
        """Back up; where the newest backup has it all already, only if it must be ``always``."""
        ...

    def copy_to(self, path: Path) -> None:
        """Write a checked backup to a file."""
        ...

    def look_over(self) -> None:
        """Check the file's own order, quickly. Raises a DamagedError."""
        ...

    def difference(self, backup: Path) -> "Difference":
        """Tell what restoring would change."""
        ...

    def restore(self, backup: Path) -> Path | None:
        """Put a backup in the log's place; tell where the present state was set aside."""
        ...

    def check(self, step: Callable[[str], None]) -> "LogReport":
        """Check the log; ``step`` is told what comes next."""
        ...

    def survey(self) -> "Salvage":
        """Put together what can be saved of a damaged log."""
        ...

    def accept(self, found: "Salvage") -> Path | None:
        """Put it in the log's place; tell where the damaged files are kept."""
        ...

    def drop(self, found: "Salvage") -> None:
        """Leave everything as it is."""
        ...

    def forget_schedules(self) -> None:
        """Let the schedules be replayed from the log."""
        ...

    def forget_cache(self) -> None:
        """Take away the files that are derived."""
        ...


class Safety:
    """Keeps one log safe. Any thread may use it: it shares no connection with the library.

    ``by_itself`` says whether a backup is made where nothing risky is done.
    """

    def __init__(
        self, open_vault: Callable[[], VaultPort], by_itself: Callable[[], bool] = lambda: True
    ) -> None:
        self._open_vault, self._by_itself = open_vault, by_itself

    @property
    def vault(self) -> VaultPort:
        """The door to the files, opened when it is first needed."""
        return self._open_vault()

    def look_after(self) -> None:
        """Check the file, and back up what was written since the newest backup."""
        vault = self.vault
        vault.look_over()
        if self._by_itself():
            vault.back_up(Purpose.OPEN)

    def leave(self) -> None:
        """Back up what was written, when the program is closed."""
        if self._by_itself():
            self.vault.back_up(Purpose.CLOSE)

    def back_up(self) -> str:
        """Back up because the person asks, and say where to."""
        made = self.vault.back_up(Purpose.ASKED, always=True)
        if made is None:
            return tr("There is no log yet.")
        size = f"{made.size / 1e6:,.1f}"
        return tr("Backed up to {file} ({size} MB).", file=made.path, size=size)

    def newest(self) -> str:
        """Say when the newest backup was made, and why."""
        made = next(iter(self.vault.backups()), None)
        if made is None:
            return tr("There is no backup yet.")
        when, why = moment_text(made.at), tr(REASONS[made.purpose])
        return tr("The newest is of {when}, made {why}.", when=when, why=why)

    def survey(self) -> "Salvage":
        """Put together what can be saved of a damaged log; nothing is changed by it."""
        return self.vault.survey()

    def before_bulk(self) -> None:
        """Back up before many cards are changed at once. Raises where that cannot be done."""
        self.vault.back_up(Purpose.BULK)


def moment_text(at: "Moment") -> str:
    """Say when something was."""
    return spoken.moment_text(datetime_of(at))
