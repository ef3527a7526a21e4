"""Another log in the place of the present one: compared first, set aside, and never half done."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from flashcards.domain.clock import Moment, datetime_of
from flashcards.domain.errors import DamagedError
from flashcards.domain.rotation import Purpose
from flashcards.domain.safety import NOTHING, Difference, Side
from flashcards.domain.tongue import tr
from flashcards.store.atomic import flush_folder
from flashcards.store.backups import Backups, copy_database, opened, still, unsound
from flashcards.store.faults import InUseError, NewerSchemaError, NoBackupError
from flashcards.store.schema import REVISIONS
from flashcards.store.speaking import filing
from flashcards.store.witness import Witness

_PARTS = ("", "-wal", "-shm", "-last")
_ONLY = """SELECT kind, count(*), min(utc_ms), max(utc_ms) FROM {0}.events AS here
    WHERE NOT EXISTS (SELECT 1 FROM {1}.events AS there
        WHERE there.device = here.device AND there.sequence = here.sequence)
    GROUP BY kind ORDER BY count(*) DESC, kind"""
_MADE_BY = "SELECT name FROM {0}.schedules_version"
_STATE = "card, due, interval, suspended, flagged"
_HERE = f"SELECT {_STATE} FROM main.schedules"
_THERE = f"SELECT {_STATE} FROM new.schedules"
_RESCHEDULED = f"""SELECT count(DISTINCT card) FROM (
    SELECT * FROM ({_HERE} EXCEPT {_THERE}) UNION ALL SELECT * FROM ({_THERE} EXCEPT {_HERE}))"""


def check_backup(path: Path) -> None:
    """Refuse what is no whole log of a schema we know. Raises EnvironmentFaultError."""
    if not path.is_file():
        raise NoBackupError(path, tr("there is no such file"))
    if path.with_name(f"{path.name}-wal").exists():
        raise NoBackupError(path, tr("it is no backup, but a log in use, with a “-wal” beside it"))
    reason = unsound(path)
    if reason:
        raise NoBackupError(path, reason)
    with still(path) as connection:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if revision not in REVISIONS:
        raise NewerSchemaError(path, str(revision))


def difference(database: Path, backup: Path) -> Difference:
    """Tell what restoring a backup would change. Raises EnvironmentFaultError."""
    check_backup(backup)
    if not database.is_file():
        return Difference(damage=tr("it is gone"))
    try:
        with opened(database) as connection:
            connection.execute("ATTACH ? AS new", (f"{backup.absolute().as_uri()}?mode=ro",))
            lost, gained = _only(connection, "main", "new"), _only(connection, "new", "main")
            return Difference(lost, gained, _rescheduled(connection))
    except sqlite3.DatabaseError as error:
        return Difference(damage=str(error))


def _only(connection: sqlite3.Connection, here: str, there: str) -> Side:
    rows = connection.execute(_ONLY.format(here, there)).fetchall()
    if not rows:
        return NOTHING
    first, last = min(row[2] for row in rows), max(row[3] for row in rows)
    return Side(tuple((kind, count) for kind, count, *_ in rows), Moment(first), Moment(last))


def _rescheduled(connection: sqlite3.Connection) -> int | None:
    """Count the cards whose schedule differs; None where the caches are not alike."""
    try:
        makers = [connection.execute(_MADE_BY.format(log)).fetchone() for log in ("main", "new")]
        if makers[0] is None or makers[0] != makers[1]:
            return None
        (count,) = connection.execute(_RESCHEDULED).fetchone()
    except sqlite3.OperationalError:  # no cache at all
        return None
    return int(count)


def restore(backups: Backups, source: Path, device: str) -> Path | None:
    """Put a backup in the log's place, and tell where the present state, if any, was set aside.

    From then on entries are numbered under another device's name, because the numbers after the
    backup's last one were given already. Raises EnvironmentFaultError; nothing was changed then.
    """
    check_backup(source)
    with filing(backups.database):
        backups.database.parent.mkdir(parents=True, exist_ok=True)
    with _prepared(backups.database, source, device) as prepared:
        aside = _backed_up_and_replaced(backups, prepared)
        if aside is None:
            aside = _set_aside_and_replaced(backups, prepared)
    backups.make(Purpose.RESTORED)
    return aside


def put_salvaged(backups: Backups, prepared: Path, device: str) -> Path | None:
    """Put a salvaged log in the damaged one's place, and tell where the damaged files are kept.

    The salvaged log stands among the backups before anything is taken away.
    """
    with _prepared(backups.database, prepared, device) as renamed:
        with filing(renamed, "read"), opened(renamed) as connection:
            backups.make(Purpose.SALVAGED, connection)
        return _set_aside_and_replaced(backups, renamed)


@contextmanager
def _prepared(database: Path, source: Path, device: str) -> Iterator[Path]:
    """Copy a log beside the present one, under a new device's name."""
    with filing(database), TemporaryDirectory(prefix=".restoring-", dir=database.parent) as folder:
        prepared = Path(folder) / database.name
        with still(source) as connection:
            copy_database(connection, prepared)
        with closing(sqlite3.connect(prepared)) as connection, connection:
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('device', ?)", (device,))
        yield prepared


def _backed_up_and_replaced(backups: Backups, prepared: Path) -> Path | None:
    """Back up the present state and write over it in one transaction; None where it is damaged."""
    database = backups.database
    if not database.is_file():
        return None
    try:
        with opened(database) as live, still(prepared) as new:
            _keep_others_out(live, database)
            aside = backups.make(Purpose.RESTORE, live).path
            Witness(database).forget()
            new.backup(live)
            return aside
    except DamagedError:
        return None
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
            return None
        raise


def _keep_others_out(live: sqlite3.Connection, database: Path) -> None:
    """Leave WAL mode, which only works alone, and hold the file. Raises InUseError."""
    live.isolation_level = None
    live.execute("PRAGMA locking_mode = EXCLUSIVE")
    try:
        live.execute("PRAGMA journal_mode = DELETE")
        live.execute("BEGIN EXCLUSIVE")
        live.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise InUseError(database) from error
        raise


def _set_aside_and_replaced(backups: Backups, prepared: Path) -> Path | None:
    """Keep the damaged files in a folder of their own, then put the new log in their place."""
    database = backups.database
    with filing(database):
        aside = _copied_aside(database, backups.now())
        try:
            _refuse_if_in_use(database)
        except InUseError:
            if aside:
                shutil.rmtree(aside)
            raise
        for part in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                database.with_name(f"{database.name}{part}").unlink()
        Witness(database).forget()
        prepared.replace(database)
        flush_folder(database.parent)
    return aside


def _refuse_if_in_use(database: Path) -> None:
    """Raise InUseError where another program has the file open; damage does not matter here."""
    with suppress(sqlite3.DatabaseError), opened(database) as live:
        _keep_others_out(live, database)


def _copied_aside(database: Path, now: Moment) -> Path | None:
    """Copy what there is of the log's files; None where there is nothing."""
    files = [database.with_name(f"{database.name}{part}") for part in _PARTS]
    files = [file for file in files if file.is_file()]
    if not files:
        return None
    stamp = f"{datetime_of(Moment(now.utc_ms)):%Y%m%dT%H%M%S}"
    folder, number = database.parent / f"damaged-{stamp}", 1
    while folder.exists():
        number += 1
        folder = folder.with_name(f"damaged-{stamp}-{number}")
    folder.mkdir()
    for file in files:
        shutil.copy2(file, folder / file.name)
    return folder
