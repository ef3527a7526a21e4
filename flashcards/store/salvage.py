"""A new log from what is left of a damaged one, and from the newest backup: their union."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from flashcards.domain.clock import Moment
from flashcards.domain.log.gaps import Gap
from flashcards.domain.rotation import Backup
from flashcards.domain.safety import Salvage
from flashcards.store.backups import Backups, still, unsound
from flashcards.store.database import open_database
from flashcards.store.facts import fact_of
from flashcards.store.log_check import KNOWN_GAPS, gaps_in, known_gaps
from flashcards.store.pages import Value, rows_in
from flashcards.store.speaking import filing
from flashcards.store.witness import Saved, Witness

Row = tuple[Value, ...]
Rows = dict[tuple[str, int], Row]
_FIELDS = "device, sequence, utc_ms, offset_min, kind, subject, grade, duration_ms, data"
_READ = f"SELECT {_FIELDS} FROM events"
_WRITE = f"INSERT INTO events ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_DAY_MIN = 24 * 60


def salvage(backups: Backups, folder: Path) -> Salvage:
    """Put together in ``folder`` what can be read; the damaged files are only read."""
    database = backups.database
    with filing(database, "read"):
        own = {_key(row): row for row in rows_in(database) if _makes_sense(row)}
    newest = next((found for found in backups.all() if not unsound(found.path)), None)
    kept, known = _rows_of(newest)
    prepared = folder / database.name
    with filing(prepared):
        open_database(prepared).close()
        with closing(sqlite3.connect(prepared)) as connection, connection:
            united = sorted((own | kept).values(), key=_rank)
            connection.executemany(_WRITE, united)
            gaps = [*gaps_in(connection), *_gone(connection, Witness(database).read())]
            every = json.dumps(sorted({*gaps, *known}))
            connection.execute("INSERT INTO meta VALUES (?, ?)", (KNOWN_GAPS, every))
    return Salvage(
        prepared=prepared,
        read=len(own),
        added=len(kept.keys() - own.keys()),
        differing=sum(own.get(key, row) != row for key, row in kept.items()),
        lost=tuple(gap for gap in gaps if gap not in known),
        last=_moment(united[-1]) if united else None,
        backup=newest,
    )


def _rows_of(backup: Backup | None) -> tuple[Rows, list[Gap]]:
    """Read a backup's rows, and which entries it knows to be lost."""
    if backup is None:
        return {}, []
    with filing(backup.path, "read"), still(backup.path) as connection:
        rows: Iterator[Row] = connection.execute(_READ)
        return {_key(row): row for row in rows}, known_gaps(connection)


def _gone(connection: sqlite3.Connection, saved: Saved | None) -> list[Gap]:
    """Tell which entries were saved after the last one that is there."""
    if saved is None:
        return []
    last = "SELECT coalesce(max(sequence), 0) FROM events WHERE device = ?"
    (found,) = connection.execute(last, (saved.device,)).fetchone()
    return [Gap(saved.device, found + 1, saved.sequence)] if found < saved.sequence else []


def _makes_sense(row: Row) -> bool:
    """Whether a row can be an entry; damage can make anything of it."""
    device, sequence, utc_ms, offset_min, *fact = row
    named = isinstance(device, str) and device and isinstance(sequence, int) and sequence > 0
    timed = isinstance(utc_ms, int) and isinstance(offset_min, int) and abs(offset_min) <= _DAY_MIN
    return bool(named and timed and is_readable(fact))


def is_readable(fact: list[Value]) -> bool:
    """Whether the columns ``kind, subject, grade, duration_ms, data`` are a fact."""
    kind, subject, grade, duration_ms, data = fact
    numbers = all(value is None or isinstance(value, int) for value in (grade, duration_ms))
    if not (isinstance(kind, str) and isinstance(subject, str) and numbers):
        return False
    try:
        fact_of(kind, subject, grade, duration_ms, data)  # type: ignore[arg-type]  # checked here
    except (KeyError, ValueError, TypeError):
        return False
    return True


def _key(row: Row) -> tuple[str, int]:
    return str(row[0]), int(row[1] or 0)


def _rank(row: Row) -> tuple[int, str, int]:
    return (int(row[2] or 0), *_key(row))


def _moment(row: Row) -> Moment:
    return Moment(int(row[2] or 0), int(row[3] or 0))
