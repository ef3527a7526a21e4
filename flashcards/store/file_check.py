"""SQLite's own check of a file, beside all other work: it takes longest, and lets Python go on."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from flashcards.store.backups import opened

CACHE = "PRAGMA cache_size = -262144"
"""256 MB, where the file is as large: the check of the file goes through every index in turn."""


@contextmanager
def checked_beside(database: Path) -> Iterator[Callable[[], str]]:
    """Check the file meanwhile; what is given waits for it, and says what is wrong.

    Who leaves before that, by Ctrl+C too, ends it.
    """
    with opened(database, any_thread=True) as connection, ThreadPoolExecutor(1) as pool:
        asked = pool.submit(_damage, connection)
        try:
            yield asked.result
        finally:
            connection.interrupt()


def _damage(connection: sqlite3.Connection) -> str:
    """Say what is wrong with the file; nothing where it is sound."""
    connection.execute(CACHE)
    (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return "" if said == "ok" else " ".join(str(said).split())
