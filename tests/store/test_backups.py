"""Backups of real databases: whole, checked, rotated; a fault costs none of the older ones."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from flashcards.domain.clock import Moment
from flashcards.domain.rotation import Keep, Purpose
from flashcards.store.backups import Backups, unsound
from flashcards.store.faults import DamagedLogError, FileFaultError
from tests.store.logs import START, Learner, rows


class Clock:
    """Goes on by an hour whenever it is read."""

    def __init__(self) -> None:
        self.ms = START

    def __call__(self) -> Moment:
        self.ms += 3_600_000
        return Moment(self.ms)


@pytest.fixture
def learner(path: Path) -> Iterator[Learner]:
    """Give a log of fifty entries, still open."""
    made = Learner(path)
    made.answer(50)
    yield made
    made.close()


@pytest.fixture
def backups(learner: Learner) -> Backups:
    return Backups(learner.path, Clock())


def test_a_backup_holds_everything_beside_an_open_writer(
    learner: Learner, backups: Backups
) -> None:
    made = backups.make(Purpose.ASKED)
    assert rows(made.path) == rows(learner.path)
    assert made.path.name == "20260101T130000.000Z-asked.sqlite"
    assert (unsound(made.path), backups.all()) == ("", [made])


def test_it_is_one_file(learner: Learner, backups: Backups) -> None:
    made = backups.make(Purpose.ASKED)
    assert list(backups.folder.iterdir()) == [made.path]


def test_nothing_new_needs_no_backup(learner: Learner, backups: Backups) -> None:
    assert backups.make_if_changed(Purpose.OPEN)
    assert backups.make_if_changed(Purpose.CLOSE) is None
    learner.answer(1)
    assert backups.make_if_changed(Purpose.CLOSE)


def test_an_empty_log_needs_none(tmp_path: Path) -> None:
    Learner(tmp_path / "log.sqlite").close()
    assert Backups(tmp_path / "log.sqlite").make_if_changed(Purpose.OPEN) is None
    assert Backups(tmp_path / "no.sqlite").make_if_changed(Purpose.OPEN) is None


def test_old_ones_are_thinned_out(learner: Learner, backups: Backups) -> None:
    for _ in range(30):
        backups.make(Purpose.CLOSE)
    assert len(backups.all()) < 14


def test_a_person_may_keep_more_and_a_migration_thins_out_nothing(learner: Learner) -> None:
    many = Backups(learner.path, Clock(), Keep(20, 0, 0))
    for _ in range(22):
        many.make(Purpose.CLOSE)
    assert len(many.all()) == 20
    Backups(learner.path, keep=None).make(Purpose.MIGRATION)
    assert len(many.all()) == 21


def test_a_damaged_database_costs_no_backup(learner: Learner, backups: Backups) -> None:
    learner.answer(200)
    learner.close()
    made = [backups.make(Purpose.CLOSE) for _ in range(10)]
    with learner.path.open("r+b") as file:
        file.seek(2 * 4096)
        file.write(b"\xaa" * 8192)
    with pytest.raises(DamagedLogError, match="is damaged"):
        backups.make(Purpose.CLOSE)
    with pytest.raises(DamagedLogError, match="flashcards doctor"):
        backups.copy_to(learner.path.parent / "copy.sqlite")
    assert backups.all() == made[::-1]
    assert len(list(backups.folder.iterdir())) == 10


def test_where_nothing_can_be_written_it_is_said(learner: Learner, backups: Backups) -> None:
    backups.folder.write_text("in the way")
    with pytest.raises(FileFaultError, match="cannot be written"):
        backups.make(Purpose.CLOSE)


def test_other_files_in_the_folder_are_left_alone(learner: Learner, backups: Backups) -> None:
    backups.folder.mkdir()
    for name in ("mine.txt", "20261399T000000.000Z-close.sqlite"):
        (backups.folder / name).write_text("mine")
    backups.make(Purpose.CLOSE)
    assert len(backups.all()) == 1
    assert len(list(backups.folder.iterdir())) == 3


def test_two_in_one_millisecond_have_names_of_their_own(learner: Learner) -> None:
    still = Backups(learner.path, lambda: Moment(START))
    assert still.make(Purpose.CLOSE).path != still.make(Purpose.CLOSE).path


def test_a_backup_of_something_else_is_unsound(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as other:
        other.execute("CREATE TABLE notes (id)")
    assert unsound(tmp_path / "other.sqlite") == "no such table: events"
