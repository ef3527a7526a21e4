"""What the check of a log finds, each flaw put into a real one."""

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import active_count

import pytest

from flashcards.domain.safety import LogReport
from flashcards.services.damage import remark_lines, report_lines
from flashcards.store.backups import Backups
from flashcards.store.log_check import check_log
from tests.store.logs import DEVICE, FIELDS, START, Learner

INSERT = f"INSERT INTO events ({FIELDS}) VALUES (?, ?, ?, 0, ?, 'a', ?, 0, ?)"


@pytest.fixture
def log(path: Path) -> Path:
    """Give a sound log of thirty entries, without undos."""
    learner = Learner(path)
    learner.answer(30)
    learner.close()
    return path


def checked(log: Path, *added: tuple[object, ...]) -> LogReport:
    with closing(sqlite3.connect(log)) as raw, raw:
        raw.executemany(INSERT, added)
    return check_log(log, lambda _: None)


def test_a_sound_log_has_nothing_to_tell(log: Path) -> None:
    report = checked(log)
    assert (report.entries, report_lines(report), remark_lines(report)) == (30, [], [])


def test_a_missing_number_is_named(log: Path) -> None:
    report = checked(log, (DEVICE, 33, START * 2, "reviewed", 4, None))
    assert report_lines(report) == [
        f"Missing from the log: 2 entries, numbers 31 to 32 of {DEVICE}.",
    ]


@pytest.mark.parametrize(
    ("kind", "grade", "data", "reason"),
    [
        ("dreamt", None, None, "'dreamt'"),
        ("reviewed", 9, None, "9 is not a valid Grade"),
        ("undone", None, "[1", "Expecting"),
    ],
)
def test_what_cannot_be_read_is_named(
    log: Path, kind: str, grade: int, data: str, reason: str
) -> None:
    (line,) = report_lines(checked(log, (DEVICE, 31, START * 2, kind, grade, data)))
    assert line.startswith(f"Entries that cannot be read: 1, number 31 of {DEVICE} (")
    assert reason in line


def test_an_undo_of_nothing_and_one_before_its_target_are_told(log: Path) -> None:
    report = checked(
        log,
        (DEVICE, 31, START * 2, "undone", None, f'["{DEVICE}", 99]'),
        (DEVICE, 32, START - 5, "undone", None, f'["{DEVICE}", 30]'),
    )
    assert report_lines(report) == [
        "Undos of what is not in the log: 1. They change nothing.",
        "Undos dated before what they undo: 1. They change nothing.",
    ]


def test_a_clock_set_back_is_a_remark(log: Path) -> None:
    report = checked(log, (DEVICE, 31, START - 5, "reviewed", 4, None))
    assert report_lines(report) == []
    assert "the clock was set back" in remark_lines(report)[0]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([(33, START - 5, "reviewed", 4)], 1),  # after a gap
        ([(31, START * 2, "resumed", None), (32, START * 3, "resumed", None)], 0),
        ([(31, START * 2, "doubted", None), (32, START - 5, "resumed", None)], 1),
        ([(31, START * 2, "resumed", None), (32, START - 5, "doubted", None)], 0),
    ],
)
def test_a_clock_set_back_is_seen_across_gaps_and_among_deeds_only(
    log: Path, rows: list[tuple[object, ...]], told: int
) -> None:
    data = {"doubted": '["b"]'}
    added = [(DEVICE, *row, data.get(str(row[2]))) for row in rows]
    assert checked(log, *added).backwards == told


def test_who_stops_it_leaves_nothing_running(log: Path) -> None:
    def stop(_step: str) -> None:
        raise KeyboardInterrupt

    before = active_count()
    with pytest.raises(KeyboardInterrupt):
        check_log(log, stop)
    assert active_count() == before


def test_what_fails_otherwise_is_no_damage(log: Path) -> None:
    def fail(step: str) -> None:
        if step == "entries":
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        check_log(log, fail)


def test_what_a_damaged_index_hides_is_found(log: Path) -> None:
    without = "DELETE FROM sqlite_master WHERE name = 'ix_events_subject'"
    again = "INSERT INTO sqlite_master VALUES ('index', 'ix_events_subject', 'events', ?, ?)"
    asked = "SELECT rootpage, sql FROM sqlite_master WHERE name = 'ix_events_subject'"
    with closing(sqlite3.connect(log, isolation_level=None)) as raw:
        index = raw.execute(asked).fetchone()
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute(without)
    with closing(sqlite3.connect(log, isolation_level=None)) as raw:
        raw.execute(INSERT, (DEVICE, 31, START * 2, "reviewed", 4, None))
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute(again, index)
    report = check_log(log, lambda _: None)
    assert "missing from index ix_events_subject" in report.damage


def test_a_damaged_file_is_looked_at_no_further(log: Path) -> None:
    with log.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xaa" * 4096)
    report = check_log(log, lambda _: None)
    assert report_lines(report)[0].startswith("The file is damaged:")
    assert Backups(log).all() == []
