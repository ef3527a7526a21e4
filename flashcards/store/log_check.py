"""Checks of the log: the file's order, the devices' numbers, what undos name, what can be read."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from flashcards.domain.log.gaps import Gap
from flashcards.domain.safety import LogReport
from flashcards.domain.tongue import tr
from flashcards.store.backups import opened
from flashcards.store.facts import OF_NOTES, REVIEWED, fact_of
from flashcards.store.faults import LogMissingError
from flashcards.store.file_check import CACHE, checked_beside
from flashcards.store.speaking import filing

KNOWN_GAPS = "known-gaps"
"""The row of ``meta`` that keeps what was lost, so that it is told once."""

_NAMED = 100

_GAPS = """SELECT device, before + 1, sequence - 1 FROM (
    SELECT device, sequence,
        lag(sequence, 1, 0) OVER (PARTITION BY device ORDER BY sequence) AS before FROM events
    WHERE device IN (SELECT device FROM events GROUP BY device HAVING count(*) < max(sequence))
) WHERE sequence > before + 1"""
"""Most devices miss nothing, which counting tells at a tenth of the time."""

_PLAIN = f"""kind = '{REVIEWED}' AND grade BETWEEN 0 AND 5 AND typeof(grade) = 'integer'
    AND typeof(duration_ms) IN ('integer', 'null') AND data IS NULL"""
_UNUSUAL = f"""SELECT device, sequence, kind, subject, grade, duration_ms, data FROM events
    WHERE NOT ({_PLAIN})"""
_UNDOS = """FROM events AS undo LEFT JOIN events AS target
    ON target.device = json_extract(undo.data, '$[0]')
    AND target.sequence = json_extract(undo.data, '$[1]')
    WHERE undo.kind = 'undone' AND json_valid(undo.data)"""
_STRAY = f"SELECT count(*) {_UNDOS} AND target.position IS NULL"
_EARLY = f"SELECT count(*) {_UNDOS} AND target.utc_ms > undo.utc_ms"
_STEPS_BACK = """SELECT DISTINCT one.device FROM events AS one
    JOIN events AS next ON next.device = one.device AND next.sequence = one.sequence + 1
    WHERE next.utc_ms < one.utc_ms"""
"""Most devices' clocks were never set back, which neighbours tell at a third of the time."""
_BACKWARDS = f"""SELECT count(*) FROM (
    SELECT utc_ms < lag(utc_ms) OVER (PARTITION BY device ORDER BY sequence) AS earlier
    FROM events WHERE kind NOT IN {OF_NOTES} AND device IN (SELECT value FROM json_each(?))
) WHERE earlier"""


def check_log(database: Path, step: Callable[[str], None]) -> LogReport:
    """Check everything; ``step`` is told what comes next. Raises EnvironmentFaultError.

    Where the file itself is damaged nothing else is told: what it says cannot be trusted.
    """
    if not database.is_file():
        raise LogMissingError(database)
    with filing(database, "read"), checked_beside(database) as damage:
        try:
            report, failed = _read(database, step), None
        except Exception as error:  # noqa: BLE001  # whatever a damaged file makes of it
            report, failed = LogReport(0), error
        step(tr("the file"))
        said = damage()
        if failed and not said:
            raise failed
        return LogReport(0, damage=said) if said else report


def _read(database: Path, step: Callable[[str], None]) -> LogReport:
    """Check what the file says."""
    with opened(database) as connection:
        connection.execute(CACHE)
        return _checked(connection, step)


def _checked(connection: sqlite3.Connection, step: Callable[[str], None]) -> LogReport:
    step(tr("numbers"))
    known, gaps = known_gaps(connection), gaps_in(connection)
    step(tr("entries"))
    entries, unreadable = _count(connection, "SELECT count(*) FROM events"), _odd(connection)
    step(tr("undos"))
    stray, early = _count(connection, _STRAY), _count(connection, _EARLY)
    step(tr("times"))
    return LogReport(
        entries,
        gaps=tuple(gap for gap in gaps if gap not in known),
        known=tuple(known),
        unreadable=tuple(unreadable),
        stray=stray,
        early=early,
        backwards=_backwards(connection, gaps),
    )


def gaps_in(connection: sqlite3.Connection) -> list[Gap]:
    """List the numbers that are missing before the last one of each device."""
    return [Gap(*row) for row in connection.execute(_GAPS)]


def known_gaps(connection: sqlite3.Connection) -> list[Gap]:
    """List what was lost in an earlier damage, and told then."""
    found = connection.execute("SELECT value FROM meta WHERE key = ?", (KNOWN_GAPS,)).fetchone()
    return [Gap(*gap) for gap in json.loads(found[0])] if found else []


def _backwards(connection: sqlite3.Connection, gaps: Iterable[Gap]) -> int:
    """Count the deeds that are dated before what the same device did earlier."""
    suspects = {device for (device,) in connection.execute(_STEPS_BACK)}
    suspects |= {gap.device for gap in gaps}
    return _count(connection, _BACKWARDS, json.dumps(sorted(suspects))) if suspects else 0


def _count(connection: sqlite3.Connection, query: str, *parameters: str) -> int:
    (count,) = connection.execute(query, parameters).fetchone()
    return int(count)


def _odd(connection: sqlite3.Connection) -> list[str]:
    """Name entries that cannot be read; what is no plain answer is read as the program does."""
    found: list[str] = []
    for device, sequence, *fact in connection.execute(_UNUSUAL):
        try:
            fact_of(*fact)
        except (KeyError, ValueError, TypeError) as error:
            found.append(
                tr(
                    "number {sequence} of {device} ({error})",
                    sequence=sequence,
                    device=device,
                    error=error,
                )
            )
        if len(found) == _NAMED:
            break
    return found
