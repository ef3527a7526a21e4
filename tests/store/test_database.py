"""The file itself: durable, append-only, migrated, its faults in words."""

import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from flashcards.domain.clock import Moment
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.store.database import open_database, value
from flashcards.store.event_log import EventLog
from flashcards.store.faults import (
    DatabaseLockedError,
    EnvironmentFaultError,
    NewerSchemaError,
    NotADatabaseError,
    NotAFolderError,
    NotWritableError,
    UnreadableEventError,
)
from flashcards.store.schema import DERIVED, EVENTS, REVISIONS
from tests.store.conftest import Open

OLDER = Path(__file__).parent / "data" / "schema-0001.sqlite"

ONE = [(Moment(1), Reviewed(CardId("a"), Grade.GOOD))]

ATTEMPTS = (
    "UPDATE events SET grade = 5",
    "DELETE FROM events",
    "REPLACE INTO events SELECT * FROM events",
    "INSERT OR REPLACE INTO events"
    " SELECT 99, device, sequence, 0, 0, kind, subject, 5, 0, NULL FROM events",
    "INSERT OR IGNORE INTO events"
    " SELECT 99, device, sequence, 0, 0, kind, subject, 5, 0, NULL FROM events",
    "INSERT INTO events SELECT * FROM events WHERE true"
    " ON CONFLICT (position) DO UPDATE SET grade = 5",
)


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_the_log_refuses_every_change(opened: Open, path: Path, attempt: str) -> None:
    log = EventLog(opened(), "a")
    written = log.append(ONE, [])
    with (
        closing(sqlite3.connect(path)) as raw,
        pytest.raises(sqlite3.Error, match="the event log is append-only"),
    ):
        raw.execute(attempt)
    with (
        pytest.raises(EnvironmentFaultError, match="append-only"),
        opened().transaction() as connection,
    ):
        connection.execute(attempt)
    assert log.events() == written


def test_the_pragmas_are_in_force(opened: Open) -> None:
    with opened().reading() as connection:
        found = {
            name: value(connection, f"PRAGMA {name}")
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_the_migrations_make_the_tables_the_code_works_with(opened: Open, path: Path) -> None:
    opened()
    with closing(sqlite3.connect(path)) as raw:
        made = {
            table: tuple(row[1] for row in raw.execute(f"PRAGMA table_info({table})"))
            for table in ("events", *(name for name, _, _ in DERIVED))
        }
        assert made.pop("events") == ("position", *EVENTS)
        assert made == {name: columns for name, columns, _ in DERIVED}
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (REVISIONS[-1],)
        assert raw.execute("PRAGMA index_list(events)").fetchall() != []


def test_what_migrates_is_imported_only_when_a_migration_is_due(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path;"
        "from flashcards.store.database import open_database;"
        "open_database(Path(sys.argv[1])).close();"
        "print(*sorted(sys.modules.keys() & {'alembic', 'sqlalchemy', 'asyncio'}))"
    )
    older = path.with_name("older.sqlite")
    path.parent.mkdir()
    shutil.copy(OLDER, older)
    runs = [
        subprocess.run(
            [sys.executable, "-c", program, str(each)], capture_output=True, text=True, check=True
        )
        for each in (path, path, older, older)
    ]
    assert [run.stdout.strip() for run in runs] == ["", "", "alembic asyncio sqlalchemy", ""]


def schema_of(file: Path) -> dict[str, str]:
    """Read what a file is made of, whatever the spaces."""
    with closing(sqlite3.connect(file)) as raw:
        rows = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL").fetchall()
        (version,) = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    told = {name: " ".join(sql.split()).replace("( ", "(").replace(" )", ")") for name, sql in rows}
    return told | {"revision": version}


def test_an_empty_file_is_given_what_the_migrations_make(tmp_path: Path) -> None:
    empty, older = tmp_path / "empty.sqlite", tmp_path / "older.sqlite"
    shutil.copy(OLDER, older)
    for file in (empty, older):
        open_database(file).close()
    assert schema_of(empty) == schema_of(older)


def test_a_second_start_on_a_new_file_finds_its_tables(opened: Open) -> None:
    first, second = opened(), opened()
    EventLog(first, "a").append([(Moment(1), Reviewed(CardId("c"), Grade.GOOD))], ())
    assert [event.key.device for event in EventLog(second, "b").events()] == ["a"]


def test_a_newer_schema_is_refused_in_words(opened: Open, path: Path) -> None:
    opened().close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '0042'")
    with pytest.raises(NewerSchemaError, match=r"a newer Flashcards \(its schema is 0042\)"):
        opened()


def test_an_entry_from_the_future_is_refused_in_words(opened: Open, path: Path) -> None:
    log = EventLog(opened(), "a")
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT INTO events VALUES (1, 'b', 1, 0, 0, 'dreamt', 'a', 0, 0, NULL)")
    with pytest.raises(UnreadableEventError, match="dreamt"):
        log.events()


def test_an_older_schema_is_copied_before_it_is_migrated(opened: Open, path: Path) -> None:
    path.parent.mkdir()
    shutil.copy(OLDER, path)
    opened()
    (copy,) = (path.parent / "backups").glob("*-migration.sqlite")
    for file, revision in ((copy, "0001"), (path, REVISIONS[-1])):
        with closing(sqlite3.connect(file)) as raw:
            assert raw.execute("SELECT count(*) > 0 FROM events").fetchone() == (1,)
            assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (revision,)


def test_a_migration_that_another_programs_write_keeps_out_is_said(path: Path) -> None:
    path.parent.mkdir()
    shutil.copy(OLDER, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseLockedError, match="Another program is writing"):
            open_database(path, lock_wait_s=0)
    open_database(path).close()
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (REVISIONS[-1],)


def test_a_derived_table_of_another_version_is_made_anew(opened: Open, path: Path) -> None:
    opened().close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("ALTER TABLE schedules ADD COLUMN mood REAL NOT NULL DEFAULT 1")
        raw.execute("INSERT INTO schedules_version VALUES ('sm2/1')")
    assert EventLog(opened(), "a").touched("sm2/1") is None


@pytest.mark.parametrize("content", [b"This is my diary.\n" * 100, b"\0" * 5000, b"xy"])
def test_a_file_that_is_no_database_is_left_as_it_is(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(NotADatabaseError, match="is not a Flashcards database"):
        open_database(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE notes (id)")
    with pytest.raises(NotADatabaseError, match="is not a Flashcards database"):
        open_database(path)


def test_a_folder_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "log.sqlite").mkdir()
    with pytest.raises(NotWritableError):
        open_database(tmp_path / "log.sqlite")
    (tmp_path / "file").write_text("")
    with pytest.raises(NotAFolderError, match="file is a file, not a folder: name a folder"):
        open_database(tmp_path / "file" / "log.sqlite")


def test_a_write_waits_for_another_programs_and_then_says_so(opened: Open, path: Path) -> None:
    log = EventLog(opened(), "a")
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseLockedError, match="Another program is writing"):
            log.append(ONE, [])
        raw.rollback()
    assert len(log.append(ONE, [])) == 1


def test_a_start_that_writes_nothing_waits_for_nobody(opened: Open, path: Path) -> None:
    EventLog(opened(), "a")
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        assert EventLog(opened(lock_wait_s=0), "b").events() == []


def test_a_failed_transaction_leaves_nothing_behind(opened: Open) -> None:
    held = opened()
    log = EventLog(held, "a")

    def write_and_fail() -> None:
        with held.transaction() as connection:
            connection.execute("INSERT INTO meta VALUES ('x', 'y')")
            raise KeyError

    with pytest.raises(KeyError):
        write_and_fail()
    with held.reading() as connection:
        assert value(connection, "SELECT count(*) FROM meta") == 1
    assert log.append(ONE, [])[0].key.sequence == 1


def test_what_one_thread_reads_waits_for_what_another_writes(opened: Open) -> None:
    database = opened()
    log, times = EventLog(database, "a"), 200

    def write() -> None:
        for _ in range(times):
            log.append(ONE, [])

    with ThreadPoolExecutor(1) as beside:
        writing = beside.submit(write)
        read = [len(log.recent_durations()) for _ in range(times)]
        writing.result()
    assert (len(read), len(log.events())) == (times, times)
