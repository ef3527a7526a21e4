"""A durable answer, beside its two statements in raw sqlite3 on the same disk."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from shutil import copytree
from statistics import median
from time import perf_counter

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.queue.build import build
from flashcards.services.desk import Desk
from flashcards.services.session import Session
from flashcards.store.paths import Paths
from tests.bench.data import desk_on, give_history, raise_limits
from tests.bench.decks import write_decks
from tests.bench.disk import flushed_ms
from tests.bench.place import Place
from tests.bench.rows import Row

AIM = 2.0
BLOCK, BLOCKS_A_RUN = 10, 4
KNOWN_CARDS = 5_000

_EVENT = (
    "INSERT INTO events (device, sequence, utc_ms, offset_min, kind, subject, grade, duration_ms)"
    " VALUES ('raw', ?, 1763800000000, 60, 'reviewed', ?, 4, 7000)"
)
_NAMES = (
    "due interval ease repetitions lapses reviews first_day last_day last_grade suspended flagged"
)
_FIELDS = _NAMES.split()
_SCHEDULE = (
    f"INSERT INTO schedules (card, {', '.join(_FIELDS)})"
    " VALUES (?, 739600, 6, 250, 2, 0, 2, 739500, 739594, 4, 0, 0)"
    " ON CONFLICT (card) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _FIELDS)
)


def measure(place: Place) -> Iterator[Row]:
    """Answer due cards in blocks, ours and raw in turn; medians over all of them."""
    blocks = BLOCKS_A_RUN * (place.runs + 1)
    ours, raw = place.folder / "durable", place.folder / "durable-raw"
    decks = write_decks(place.folder / "durable-decks")
    raise_limits(ours, new=20, reviews=BLOCK * blocks)
    give_history(ours, decks, KNOWN_CARDS)
    copytree(ours, raw)
    desk = desk_on(ours, decks)
    session = Session(desk.library)
    with closing(_raw(Paths(raw).database)) as connection:
        cards = enumerate(_order(desk), start=1)
        steps: tuple[Callable[[], object], ...] = (
            lambda: session.answer(Grade.GOOD, 7_000),
            lambda: _answer_raw(connection, *next(cards)),
            lambda: flushed_ms(place.folder / "flushed"),
        )
        times = [[_block(step, session.upcoming) for step in steps] for _ in range(blocks)][
            BLOCKS_A_RUN:
        ]
    desk.close()
    answer, baseline, flush = (
        median(time for block in times for time in block[kind]) for kind in range(len(steps))
    )
    yield Row("durable answer, beside its two statements in sqlite3", answer, baseline, "µs", AIM)
    yield Row("    of which the disk: one fdatasync after 8 KB", flush, unit="µs")


def _order(desk: Desk) -> list[CardId]:
    """List the cards in the session's order, so that both touch the same pages in turn."""
    library = desk.library
    schedules, limits = library.schedules.on(library.today()), library.settings.day_limits
    return list(build(library.catalogue, schedules, library.today(), limits).order)


def _block(step: Callable[[], object], meanwhile: Callable[[], object]) -> list[float]:
    """Microseconds of each of some steps in a row, and not what is done while a person reads."""
    taken = []
    for _ in range(BLOCK):
        meanwhile()
        begun = perf_counter()
        step()
        taken.append(1e6 * (perf_counter() - begun))
    return taken


def _raw(database: Path) -> sqlite3.Connection:
    """Open the same tables, indexes and triggers, as durable as ours."""
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _answer_raw(connection: sqlite3.Connection, number: int, card: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_EVENT, (number, card))
    connection.execute(_SCHEDULE, (card,))
    connection.execute("COMMIT")
