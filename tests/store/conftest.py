"""Databases that are closed at the end of a test, whatever happens."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flashcards.store.database import Database, open_database

Open = Callable[..., Database]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Name a database that does not exist yet."""
    return tmp_path / "data" / "log.sqlite"


@pytest.fixture
def opened(path: Path) -> Iterator[Open]:
    """Open the database, as often as wanted."""
    databases: list[Database] = []

    def open_it(lock_wait_s: float = 0.1) -> Database:
        databases.append(open_database(path, lock_wait_s=lock_wait_s))
        return databases[-1]

    yield open_it
    for database in databases:
        database.close()
