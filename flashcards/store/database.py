"""Open the one SQLite file: durable, append-only, migrated, its faults put into words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Any, cast

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event

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
from flashcards.store.schema import REVISIONS, derived
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

    def __init__(self, path: Path, engine: Engine, connection: Connection) -> None:
        self.path = path
        self._engine = engine
        self._connection = connection
        self.witness = Witness(path)
        self._turn = RLock()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Write: BEGIN IMMEDIATE … COMMIT, one fsync; on any exception nothing was written."""
        with self._turn, speaking(self.path), self._connection.begin():
            driver(self._connection).execute("BEGIN IMMEDIATE")
            yield self._connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read one consistent state, beside any writer."""
        with self._turn, speaking(self.path), self._connection.begin():
            self._connection.exec_driver_sql("BEGIN")
            yield self._connection

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """Run one statement on the driver, which sees one state by itself: no BEGIN, no COMMIT."""
        with self._turn, speaking(self.path):
            yield self._connection

    def close(self) -> None:
        """Let go of the file."""
        self.witness.close()
        self._connection.close()
        self._engine.dispose()


def driver(connection: Connection) -> sqlite3.Connection:
    """Give the driver's own connection: an answer's few statements run there.

    SQLAlchemy writes them (once), but its bookkeeping around each would cost as much as the disk.
    """
    return cast(sqlite3.Connection, connection.connection.driver_connection)


def open_database(path: Path, *, lock_wait_s: float = LOCK_WAIT_S) -> Database:
    """Open or create the database, and bring its schema up to date.

    Raises LogMissingError where there is none, but was one: an empty log must not take its place.
    """
    _make_folder(path)
    _refuse_if_missing(path)
    with speaking(path):
        engine = _engine(path, lock_wait_s)
        connection = engine.connect()
        try:
            _migrate(connection, path)
        except BaseException:
            connection.close()
            engine.dispose()
            raise
    return Database(path, engine, connection)


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


def _engine(path: Path, lock_wait_s: float) -> Engine:
    """Connect; transactions begin only where database.py says so, DDL included."""
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": lock_wait_s, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401  # SQLAlchemy's own
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    return engine


def _migrate(connection: Connection, path: Path) -> None:
    """Run what is due. Alembic is imported only then; it costs more than all the rest.

    An empty file is given the newest schema at once.
    """
    with connection.begin():
        tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
        revision = _revision(connection, tables)
    if revision is not None and revision not in REVISIONS:
        raise NewerSchemaError(path, revision)
    if not tables:
        _make_newest(connection)
    elif revision != REVISIONS[-1]:
        if revision is not None:
            Backups(path, keep=None).make(Purpose.MIGRATION)
        _upgrade(connection)
    if any(map(partial(_differs, connection), derived.sorted_tables)):
        with connection.begin():  # not at every start: one that writes nothing waits for nobody
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            derived.drop_all(connection)
            derived.create_all(connection)


def _differs(connection: Connection, table: Table) -> bool:
    """Whether a derived table is missing or has another version's columns; replay refills it."""
    with connection.begin():
        rows = connection.exec_driver_sql(f"PRAGMA table_info({table.name})").all()
    return [row[1] for row in rows] != [column.name for column in table.columns]


def _revision(connection: Connection, tables: set[str]) -> str | None:
    """Read which schema the file has; None for an empty file."""
    if "alembic_version" in tables:
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if tables:
        raise sqlite3.DatabaseError("file is not a database")
    return None


def _make_newest(connection: Connection) -> None:
    """Make the tables of an empty file, unless another program was quicker."""
    with connection.begin():
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        if connection.exec_driver_sql("SELECT 1 FROM sqlite_master").first() is None:
            for statement in NEWEST:
                connection.exec_driver_sql(statement)


def _upgrade(connection: Connection) -> None:
    from alembic import command  # only when a migration is due: 370 ms
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    with connection.begin():
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        command.upgrade(config, "head")
