"""All that keeps one log safe, behind one door: backups, restoring, salvage, checks."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from flashcards.domain.rotation import USUAL, Backup, Keep, Purpose
from flashcards.domain.safety import Difference, LogReport, Salvage
from flashcards.store import restore
from flashcards.store.backups import Backups, opened
from flashcards.store.database import has_past
from flashcards.store.faults import DamagedLogError
from flashcards.store.log_check import check_log
from flashcards.store.paths import Paths
from flashcards.store.salvage import salvage
from flashcards.store.speaking import filing

_SALVAGE = ".salvage-"


class Vault:
    """What is done with the log of one data folder as a whole. Raises EnvironmentFaultError."""

    def __init__(self, paths: Paths, keep: Keep = USUAL) -> None:
        self._paths = paths
        self._backups = Backups(paths.database, keep=keep)

    @property
    def folder(self) -> Path:
        """Where the backups are."""
        return self._backups.folder

    @property
    def exists(self) -> bool:
        """Whether there is a log, or was one."""
        return self._paths.database.exists() or has_past(self._paths.database)

    def backups(self) -> list[Backup]:
        """List the backups, the newest first."""
        return self._backups.all()

    def back_up(self, purpose: Purpose, *, always: bool = False) -> Backup | None:
        """Back up; where the newest backup has it all already, only if it must be ``always``."""
        make = self._backups.make if always else self._backups.make_if_changed
        return make(purpose) if self._paths.database.exists() else None

    def copy_to(self, path: Path) -> None:
        """Write a checked backup to a file of the person's choice."""
        self._backups.copy_to(path)

    def look_over(self) -> None:
        """Check the file's own order, quickly. Raises DamagedLogError."""
        with filing(self._paths.database, "read"), opened(self._paths.database) as connection:
            (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if said != "ok":
            raise DamagedLogError(self._paths.database, " ".join(str(said).split()))

    def difference(self, backup: Path) -> Difference:
        """Tell what restoring would change."""
        return restore.difference(self._paths.database, backup)

    def restore(self, backup: Path) -> Path | None:
        """Put a backup in the log's place; tell where the present state was set aside."""
        return restore.restore(self._backups, backup, _new_device())

    def check(self, step: Callable[[str], None]) -> LogReport:
        """Check the log; ``step`` is told what comes next."""
        return check_log(self._paths.database, step)

    def survey(self) -> Salvage:
        """Put together what can be saved of a damaged log; nothing is changed by it."""
        with filing(self._paths.database):
            for left in self._paths.data.glob(f"{_SALVAGE}*"):
                shutil.rmtree(left, ignore_errors=True)
            folder = Path(mkdtemp(prefix=_SALVAGE, dir=self._paths.data))
        try:
            return salvage(self._backups, folder)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def accept(self, found: Salvage) -> Path | None:
        """Put what was salvaged in the log's place; tell where the damaged files are kept."""
        try:
            return restore.put_salvaged(self._backups, found.prepared, _new_device())
        finally:
            self.drop(found)

    def drop(self, found: Salvage) -> None:
        """Leave everything as it is."""
        shutil.rmtree(found.prepared.parent, ignore_errors=True)

    def forget_schedules(self) -> None:
        """Let the schedules be replayed from the log when they are read next."""
        database = self._paths.database
        with filing(database), opened(database) as connection, connection:
            connection.execute("DELETE FROM schedules_version")

    def forget_cache(self) -> None:
        """Take away the files that are derived: formulas, the index of the decks, the glance."""
        shutil.rmtree(self._paths.cache, ignore_errors=True)


def _new_device() -> str:
    return os.urandom(8).hex()
