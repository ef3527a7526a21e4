"""The schedule cache: derived from the log, written with it, rebuilt when in doubt."""

import json
from collections.abc import Container, Iterable
from sqlite3 import Connection

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.store.database import value
from flashcards.store.schema import SCHEDULES

_UPSERT = f"""INSERT INTO schedules ({", ".join(SCHEDULES)})
    VALUES ({", ".join(f":{name}" for name in SCHEDULES)}) ON CONFLICT (card)
    DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in SCHEDULES[1:])}"""
_GRADES = tuple(Grade)
_TOUCHED = "SELECT json_group_array(card) FROM schedules"
"""In one value: a row each takes Python twice as long."""

_EVERY = f"SELECT {', '.join(SCHEDULES)} FROM schedules"
_CONCERNING = f"{_EVERY} WHERE due IS NULL OR due <= :day OR last_day = :day OR suspended"
_FOLLOWING = f"{_EVERY} WHERE card > ? ORDER BY card LIMIT ?"
_SPREAD = """SELECT card, due, interval, ease FROM schedules
    WHERE due IS NOT NULL AND NOT suspended"""
_LATER = "SELECT due, card FROM schedules WHERE due > ? AND NOT suspended ORDER BY due"
_FORGOTTEN = f"{_EVERY} WHERE lapses >= ? AND NOT suspended ORDER BY lapses DESC, card"
_DUE_ON = """SELECT due, count(*) FROM schedules
    WHERE due BETWEEN ? AND ? AND NOT suspended GROUP BY due"""
_IMPOSSIBLE = f"SELECT card FROM schedules WHERE last_grade NOT IN {(*map(int, Grade),)} LIMIT 1"


def upsert(connection: Connection, changed: Iterable[Schedule]) -> None:
    """Write the schedules that an event left behind."""
    rows = [_row(schedule) for schedule in changed]
    if rows:
        connection.executemany(_UPSERT, rows)


def replace_all(connection: Connection, everything: Iterable[Schedule], name: str) -> None:
    """Write the whole cache, made by the scheduler called ``name``."""
    connection.execute("DELETE FROM schedules")
    connection.execute("DELETE FROM schedules_version")
    connection.execute("INSERT INTO schedules_version VALUES (?)", (name,))
    upsert(connection, everything)


def touched(connection: Connection, name: str, *, expected: bool) -> set[CardId] | None:
    """Tell which cards have a schedule.

    None where the cache is another scheduler's, or empty and ``expected`` not to be. Values that
    no schedule can have count as no cache: the log knows better.
    """
    made_by = value(connection, "SELECT name FROM schedules_version")
    if made_by != name or value(connection, _IMPOSSIBLE):
        return None
    found = set[CardId](json.loads(value(connection, _TOUCHED)))
    return None if expected and not found else found


def read(connection: Connection, day: Day | None = None) -> list[Schedule]:
    """Read all schedules, or those that concern a day."""
    found = connection.execute(_CONCERNING if day is not None else _EVERY, {"day": day})
    return [_schedule(*row) for row in found]


def read_after(connection: Connection, card: str, count: int) -> list[Schedule]:
    """Read so many schedules of the cards that follow one, by their names."""
    found = connection.execute(_FOLLOWING, (card, count))
    return [_schedule(*row) for row in found]


def read_one(connection: Connection, card: CardId) -> Schedule | None:
    """Read one card's schedule."""
    row = connection.execute(f"{_EVERY} WHERE card = ?", (card,)).fetchone()
    return _schedule(*row) if row else None


def next_due(connection: Connection, day: Day, among: Container[CardId]) -> Day | None:
    """Read when the next of some cards is due after a day."""
    later = connection.execute(_LATER, (day,))
    return next((due for due, card in later if card in among), None)


def forgotten(connection: Connection, least: int) -> list[Schedule]:
    """Read the schedules with at least so many lapses, most first; suspended ones left out."""
    return [_schedule(*row) for row in connection.execute(_FORGOTTEN, (least,))]


def spread(connection: Connection) -> list[tuple[CardId, Day, int, int]]:
    """Read due day, interval and ease of every card that has them and is not suspended."""
    return connection.execute(_SPREAD).fetchall()


def due_on(connection: Connection, first: Day, last: Day) -> dict[Day, int]:
    """Count what is due on each day from one to another; suspended cards left out."""
    return dict(connection.execute(_DUE_ON, (first, last)))


def _row(schedule: Schedule) -> dict[str, object]:
    return schedule._asdict()


def _schedule(
    card: CardId,
    due: Day | None,
    interval: int,
    ease: int,
    repetitions: int,
    lapses: int,
    reviews: int,
    first_day: Day | None,
    last_day: Day | None,
    last_grade: int | None,
    suspended: bool,
    buried_on: Day | None,
    flagged: bool,
    stability: float | None,
    difficulty: float | None,
) -> Schedule:
    return Schedule(
        card,
        due,
        interval,
        ease,
        repetitions,
        lapses,
        reviews,
        first_day,
        last_day,
        None if last_grade is None else _GRADES[last_grade],
        bool(suspended),
        buried_on,
        bool(flagged),
        stability,
        difficulty,
    )
