"""Which note is which, read from a log without opening it for writing."""

import sqlite3
from contextlib import closing
from pathlib import Path

from flashcards.domain.log.events import Event
from flashcards.store.database import LOCK_WAIT_S
from flashcards.store.event_log import READINGS, events_in
from flashcards.store.speaking import speaking


def readings(database: Path) -> list[Event]:
    """Read it; nothing where there is no log. Raises EnvironmentFaultError.

    Nothing is made, not even SQLite's own files: those that a program in the middle of writing
    has made are used, and where there are none, no program writes.
    """
    if not database.is_file():
        return []
    writing = database.with_name(f"{database.name}-wal").exists()
    uri = f"{database.absolute().as_uri()}?mode=ro{'' if writing else '&immutable=1'}"
    with speaking(database):
        opened = sqlite3.connect(uri, uri=True, timeout=LOCK_WAIT_S)
        with closing(opened) as connection:
            return events_in(connection, READINGS, database)
