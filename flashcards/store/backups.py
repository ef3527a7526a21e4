"""Copies of the database in ``backups/`` beside it: whole, checked, and rotated."""

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from time import time

from flashcards.domain.clock import Moment, datetime_of, moment_of
from flashcards.domain.rotation import USUAL, Backup, Keep, Purpose, kept
from flashcards.store.atomic import flush_folder
from flashcards.store.faults import DamagedLogError
from flashcards.store.speaking import filing
from flashcards.store.system_clock import system_clock

LOCK_WAIT_S = 2
_UNFINISHED_S = 86_400
_FORM = "%Y%m%dT%H%M%S"
_PURPOSES = "|".join(Purpose)
_NAME = re.compile(rf"(\d{{8}}T\d{{6}})\.(\d{{3}})Z-({_PURPOSES})\.sqlite")
_SIGN = """SELECT (SELECT count(*) FROM events), (SELECT max(position) FROM events),
    (SELECT value FROM meta WHERE key = 'device')"""


class Backups:
    """The backups of one database, the newest first; where nothing says what to ``keep``, all."""

    def __init__(
        self,
        database: Path,
        clock: Callable[[], Moment] = system_clock,
        keep: Keep | None = USUAL,
    ) -> None:
        self.database, self.folder = database, database.parent / "backups"
        self.now, self._keep = clock, keep

    def all(self) -> list[Backup]:
        """List what is there."""
        try:
            found = [_read(path) for path in self.folder.iterdir()]
        except OSError:
            return []
        backups = [backup for backup in found if backup]
        return sorted(backups, key=lambda backup: (-backup.at.utc_ms, backup.path))

    def newest(self) -> Backup | None:
        """Give the newest backup."""
        return next(iter(self.all()), None)

    def make(self, purpose: Purpose, source: sqlite3.Connection | None = None) -> Backup:
        """Copy the database beside any writer, check the copy, and only then thin out old ones.

        ``source`` is a connection to copy through, where it keeps others out.

        Raises DamagedLogError where the copy is not sound, so that the database is not either;
        EnvironmentFaultError where it cannot be written. Old backups all stay then.
        """
        path = self._free_name(purpose)
        self.copy_to(path, source)
        self._thin_out()
        made = _read(path)
        assert made is not None
        return made

    def make_if_changed(self, purpose: Purpose) -> Backup | None:
        """Back up, unless the log is empty or the newest backup holds all of it."""
        if not self.database.exists():
            return None
        newest = self.newest()
        sign = _sign(opened(self.database))
        if sign and (not sign[0] or (newest and sign == _sign(still(newest.path)))):
            return None
        return self.make(purpose)

    def copy_to(self, path: Path, source: sqlite3.Connection | None = None) -> None:
        """Write a checked copy, whole or not at all."""
        with filing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            with _whole(path) as unfinished:
                if source:
                    self._copy(source, unfinished)
                else:
                    with opened(self.database) as connection:
                        self._copy(connection, unfinished)

    def _copy(self, source: sqlite3.Connection, target: Path) -> None:
        copy_database(source, target)
        reason = unsound(target)
        if reason:
            raise DamagedLogError(self.database, reason)

    def _free_name(self, purpose: Purpose) -> Path:
        at = self.now().utc_ms
        while True:
            when = datetime_of(Moment(at))
            name = f"{when:{_FORM}}.{when.microsecond // 1000:03}Z-{purpose}.sqlite"
            if not (self.folder / name).exists():
                return self.folder / name
            at += 1

    def _thin_out(self) -> None:
        everything = self.all()
        for backup in set(everything) - kept(everything, self._keep) if self._keep else ():
            with suppress(OSError):
                backup.path.unlink()
        for left in self.folder.glob(".*.unfinished"):  # by a program that was killed
            with suppress(OSError):
                if time() - left.stat().st_mtime > _UNFINISHED_S:
                    left.unlink()


@contextmanager
def opened(
    database: Path, *, lock_wait_s: float = LOCK_WAIT_S, any_thread: bool = False
) -> Iterator[sqlite3.Connection]:
    """Open a database that is there, for reading and writing beside other programs."""
    uri = f"{database.absolute().as_uri()}?mode=rw"
    own = not any_thread
    with closing(
        sqlite3.connect(uri, uri=True, timeout=lock_wait_s, check_same_thread=own)
    ) as connection:
        yield connection


def copy_database(source: sqlite3.Connection, target: Path) -> None:
    """Copy one consistent state into a file of its own, without files beside it."""
    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def unsound(database: Path) -> str:
    """Say what is wrong with a file that nobody writes to; nothing where it is sound."""
    try:
        with still(database) as connection:
            (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            connection.execute(_SIGN)
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if said == "ok" else " ".join(str(said).split())


@contextmanager
def still(database: Path) -> Iterator[sqlite3.Connection]:
    """Read a file that nobody writes to; SQLite makes no files of its own beside it."""
    uri = f"{database.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        yield connection


def _sign(opening: AbstractContextManager[sqlite3.Connection]) -> tuple[object, ...] | None:
    """Give what differs between two states of a log; nothing where it cannot be read."""
    try:
        with opening as connection:
            found: tuple[object, ...] = connection.execute(_SIGN).fetchone()
            return found
    except sqlite3.DatabaseError:
        return None


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Give a name to write to; what was written takes its place at the end, flushed."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        yield unfinished
        number = os.open(unfinished, os.O_RDWR)
        try:
            os.fsync(number)
        finally:
            os.close(number)
        unfinished.replace(path)
        flush_folder(path.parent)
    finally:
        for left in (unfinished, unfinished.with_name(f"{unfinished.name}-journal")):
            with suppress(OSError):
                left.unlink()


def _read(path: Path) -> Backup | None:
    """Read a backup's name; None for any other file."""
    match = _NAME.fullmatch(path.name)
    if not match:
        return None
    try:
        when = datetime.strptime(match[1], _FORM).replace(tzinfo=UTC)
        local = moment_of(when.astimezone())
        at = Moment(local.utc_ms + int(match[2]), local.offset_min)
        return Backup(path, at, Purpose(match[3]), path.stat().st_size)
    except (ValueError, OSError, OverflowError):
        return None
