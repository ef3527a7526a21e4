"""Open the one SQLite file: durable, append-only, migrated, its faults put into words."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Any

from flashcards.domain.rotation import Purpose
from flashcards.store.backups import Backups
from flashcards.store.faults import (
    LogMissingError,
    NewerSchemaError,
    NoFolderHereError,
    NotAFolderError,
    NotWritableError,
)
from flashcards.store.migrations.newest import NEWEST
from flashcards.store.schema import DERIVED, REVISIONS
from flashcards.store.speaking import speaking
from flashcards.store.witness import Witness

LOCK_WAIT_S = 2
"""How long a write waits for another program's."""

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
)


class Database:
    """One file, one connection. Threads that share it wait for one another."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self.witness = Witness(path)
        self._turn = RLock()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write: BEGIN IMMEDIATE … COMMIT, one fsync; on any exception nothing was written."""
        with self._turn, speaking(self.path), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read one consistent state, beside any writer."""
        with self._turn, speaking(self.path), self._connection:
            self._connection.execute("BEGIN")
            yield self._connection

    @contextmanager
    def asking(self) -> Iterator[sqlite3.Connection]:
        """Run one statement, which sees one state by itself: no BEGIN, no COMMIT."""
        with self._turn, speaking(self.path):
            yield self._connection

    def close(self) -> None:
        """Let go of the file."""
        self.witness.close()
        self._connection.close()


def value(connection: sqlite3.Connection, query: str, *parameters: object) -> Any:  # noqa: ANN401  # whatever the column holds
    """Read the first value of the first row; None where there is no row."""
    row = connection.execute(query, parameters).fetchone()
    return row[0] if row else None


def open_database(path: Path, *, lock_wait_s: float = LOCK_WAIT_S) -> Database:
    """Open or create the database, and bring its schema up to date.

    Raises LogMissingError where there is none, but was one: an empty log must not take its place.
    """
    _make_folder(path)
    _refuse_if_missing(path)
    with speaking(path):
        connect = partial(_connected, path, lock_wait_s)
        connection = connect()
        try:
            _migrate(connection, path, connect)
        except BaseException:
            connection.close()
            raise
    return Database(path, connection)


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        file = next((place for place in path.parents if _is_no_folder(place)), path.parent)
        raise NotAFolderError(file) from error
    except FileNotFoundError as error:
        raise NoFolderHereError(path.parent) from error
    except OSError as error:
        raise NotWritableError(path.parent, (error.strerror or "unknown").lower()) from error


def _refuse_if_missing(path: Path) -> None:
    empty = not path.exists() or (path.is_file() and not path.stat().st_size)
    if empty and has_past(path):
        raise LogMissingError(path)


def has_past(path: Path) -> bool:
    """Whether there was a log in this place: a witness or a backup of it is left."""
    return Witness(path).read() is not None or Backups(path).newest() is not None


def _is_no_folder(path: Path) -> bool:
    return path.exists() and not path.is_dir()


def _connected(path: Path, lock_wait_s: float) -> sqlite3.Connection:
    """Connect; transactions begin only where database.py says so, DDL included."""
    connection = sqlite3.connect(
        path, timeout=lock_wait_s, isolation_level=None, check_same_thread=False
    )
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _migrate(
    connection: sqlite3.Connection, path: Path, connect: Callable[[], sqlite3.Connection]
) -> None:
    """Run what is due. Alembic is imported only then; it costs more than all the rest.

    An empty file is given the newest schema at once.
    """
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    revision = _revision(connection, tables)
    if revision is not None and revision not in REVISIONS:
        raise NewerSchemaError(path, revision)
    if not tables:
        _make_newest(connection)
    elif revision != REVISIONS[-1]:
        from flashcards.store.upgrading import upgrade  # SQLAlchemy and Alembic: 600 ms, 40 MB

        if revision is not None:
            Backups(path, keep=None).make(Purpose.MIGRATION)
        upgrade(connect)
    if any(_columns(connection, table) != columns for table, columns, _ in DERIVED):
        with connection:  # not at every start: one that writes nothing waits for nobody
            connection.execute("BEGIN IMMEDIATE")
            for table, _, make in DERIVED:
                connection.execute(f"DROP TABLE IF EXISTS {table}")
                connection.execute(make)


def _columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Name a derived table's columns: none, or another version's, and replay refills it."""
    return tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))


def _revision(connection: sqlite3.Connection, tables: set[str]) -> str | None:
    """Read which schema the file has; None for an empty file."""
    if "alembic_version" in tables:
        found: str | None = value(connection, "SELECT version_num FROM alembic_version")
        return found
    if tables:
        raise sqlite3.DatabaseError("file is not a database")
    return None


def _make_newest(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty file, unless another program was quicker."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if value(connection, "SELECT 1 FROM sqlite_master") is None:
            for statement in NEWEST:
                connection.execute(statement)
