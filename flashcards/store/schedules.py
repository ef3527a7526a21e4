"""The schedule cache: derived from the log, written with it, rebuilt when in doubt."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert as upsert_into

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.store.database import driver
from flashcards.store.schema import schedules, schedules_version

_FIELDS = tuple(column.name for column in schedules.columns)
_INSERT = upsert_into(schedules)
_UPSERT = _INSERT.on_conflict_do_update(
    index_elements=["card"],
    set_={name: _INSERT.excluded[name] for name in _FIELDS if name != "card"},
)
_SQL = str(_UPSERT.compile(dialect=sqlite.dialect(paramstyle="named")))


def upsert(connection: Connection, changed: Iterable[Schedule]) -> None:
    """Write the schedules that an event left behind."""
    rows = [_row(schedule) for schedule in changed]
    if rows:
        driver(connection).executemany(_SQL, rows)


def replace_all(connection: Connection, everything: Iterable[Schedule], name: str) -> None:
    """Write the whole cache, made by the scheduler called ``name``."""
    connection.execute(delete(schedules))
    connection.execute(delete(schedules_version))
    connection.execute(insert(schedules_version).values(name=name))
    upsert(connection, everything)


def read(connection: Connection, name: str, *, expected: bool) -> dict[CardId, Schedule] | None:
    """Read the cache; None where it is another scheduler's, or empty and ``expected`` not to be.

    Values that no schedule can have count as no cache: the log knows better.
    """
    made_by = connection.execute(select(schedules_version.c.name)).scalar()
    if made_by != name:
        return None
    rows = connection.execute(select(schedules)).all()
    try:
        found = {row[0]: _schedule(*row) for row in rows}
    except ValueError:
        return None
    return None if expected and not found else found


def _row(schedule: Schedule) -> dict[str, object]:
    return {name: getattr(schedule, name) for name in _FIELDS}


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
        None if last_grade is None else Grade(last_grade),
        suspended,
        buried_on,
        flagged,
    )
