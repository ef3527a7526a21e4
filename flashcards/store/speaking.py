"""SQLite's errors, turned into faults in words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flashcards.store.faults import (
    DatabaseFaultError,
    DatabaseLockedError,
    DiskFullError,
    EnvironmentFaultError,
    NotADatabaseError,
    NotWritableError,
    telling,
)


@contextmanager
def speaking(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into faults in words."""
    try:
        yield
    except sqlite3.Error as error:
        raise _fault(path, error) from error


@contextmanager
def filing(path: Path, doing: str = "written") -> Iterator[None]:
    """Turn a file's errors, and SQLite's, into faults in words."""
    with telling(path, doing), speaking(path):
        yield


def _fault(path: Path, error: sqlite3.Error) -> EnvironmentFaultError:
    name, text = getattr(error, "sqlite_errorname", "") or "", str(error)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseLockedError(path)
    if name.startswith("SQLITE_FULL"):
        return DiskFullError(path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return NotWritableError(path.parent)
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")) or "not a database" in text:
        return NotADatabaseError(path)
    return DatabaseFaultError(path, text)
