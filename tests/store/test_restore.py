"""Restoring and salvaging real databases: all or nothing, and what was is kept."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from flashcards.domain.rotation import Purpose
from flashcards.store.database import open_database
from flashcards.store.event_log import EventLog
from flashcards.store.faults import (
    InUseError,
    LogMissingError,
    LogShortError,
    NewerSchemaError,
    NoBackupError,
)
from flashcards.store.paths import Paths
from flashcards.store.vault import Vault
from tests.store.logs import DEVICE, Learner, rows


class Place:
    """A data folder with a backup of forty entries, and ten more written since."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.vault = folder, Vault(Paths(folder))
        self.database = Paths(folder).database
        self.learner = Learner(self.database)
        self.learner.answer(40)
        made = self.vault.back_up(Purpose.CLOSE)
        assert made is not None
        self.backup = made.path
        self.learner.answer(10)
        self.then, self.now = rows(self.backup), rows(self.database)

    def start(self) -> str:
        """Open the log as the program does, and name its device."""
        database = open_database(self.database)
        try:
            log = EventLog(database, "fresh")
            log.events()
            return log.device
        finally:
            database.close()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path / "data")
    made.learner.close()
    return made


def test_the_preview_counts_what_goes_and_what_comes(place: Place) -> None:
    found = place.vault.difference(place.backup)
    assert (found.lost.count, found.gained.count, found.cards) == (10, 0, None)
    assert sum(count for _, count in found.lost.kinds) == 10
    place.vault.restore(place.backup)
    aside = place.vault.backups()[1]
    assert place.vault.difference(aside.path).gained.count == 10


def test_a_restore_replaces_and_the_present_state_is_a_backup(place: Place) -> None:
    aside = place.vault.restore(place.backup)
    assert rows(place.database) == place.then
    assert aside is not None
    assert rows(aside) == place.now
    place.vault.restore(aside)
    assert rows(place.database) == place.now


def test_numbers_are_never_given_twice(place: Place) -> None:
    place.vault.restore(place.backup)
    assert place.start() not in (DEVICE, "fresh")


def test_a_log_in_use_is_not_replaced(tmp_path: Path) -> None:
    place = Place(tmp_path / "data")
    with pytest.raises(InUseError, match="Nothing was changed"):
        place.vault.restore(place.backup)
    assert rows(place.database) == place.now
    place.learner.answer(1)
    place.learner.close()


@pytest.mark.parametrize("content", [b"", b"nonsense" * 2000])
def test_what_is_no_backup_is_refused(place: Place, content: bytes) -> None:
    (place.folder / "x.sqlite").write_bytes(content)
    with pytest.raises(NoBackupError, match="Nothing was changed"):
        place.vault.restore(place.folder / "x.sqlite")
    with pytest.raises(NoBackupError, match="no such file"):
        place.vault.restore(place.folder / "y.sqlite")
    assert rows(place.database) == place.now


def test_a_backup_of_a_newer_program_is_refused(place: Place) -> None:
    with closing(sqlite3.connect(place.backup)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '0042'")
    with pytest.raises(NewerSchemaError):
        place.vault.restore(place.backup)


def test_a_damaged_log_is_kept_aside_when_a_backup_takes_its_place(place: Place) -> None:
    place.database.write_bytes(b"nonsense" * 2000)
    assert place.vault.difference(place.backup).damage == "file is not a database"
    aside = place.vault.restore(place.backup)
    assert aside is not None
    assert (aside / place.database.name).read_bytes() == b"nonsense" * 2000
    assert rows(place.database) == place.then


def test_salvage_unites_the_file_with_the_newest_backup(place: Place) -> None:
    with place.database.open("r+b") as file:
        file.truncate(3 * 4096 + 100)
    damaged = place.database.read_bytes()
    found = place.vault.survey()
    assert place.database.read_bytes() == damaged
    aside = place.vault.accept(found)
    assert aside is not None
    assert (aside / place.database.name).read_bytes() == damaged
    saved = rows(place.database)
    assert place.then.items() <= saved.items() <= place.now.items()
    assert len(place.now) - len(saved) == sum(gap.size for gap in found.lost)
    assert place.start() != DEVICE
    assert place.vault.backups()[0].purpose == Purpose.SALVAGED


def test_a_salvage_that_is_declined_leaves_everything(place: Place) -> None:
    before = sorted(path.name for path in place.folder.iterdir())
    place.vault.drop(place.vault.survey())
    assert sorted(path.name for path in place.folder.iterdir()) == before


def test_every_row_can_be_read_without_sqlite(place: Place) -> None:
    place.database.write_bytes(b"\0" * 100 + place.database.read_bytes()[100:])
    for backup in place.vault.backups():
        backup.path.unlink()
    found = place.vault.survey()
    assert (found.read, found.added, found.lost, found.backup) == (50, 0, (), None)
    place.vault.accept(found)
    assert rows(place.database) == place.now


def test_a_log_that_is_gone_is_no_new_log(place: Place) -> None:
    place.database.unlink()
    with pytest.raises(LogMissingError, match="it held your history"):
        place.start()
    found = place.vault.survey()
    assert (found.read, found.added, sum(gap.size for gap in found.lost)) == (0, 40, 10)
    place.vault.accept(found)
    assert rows(place.database) == place.then
    assert place.start() != DEVICE


def test_an_older_file_in_the_logs_place_is_noticed(place: Place) -> None:
    place.database.write_bytes(place.backup.read_bytes())
    with pytest.raises(LogShortError, match="The last 10 entries that were saved"):
        place.start()


def test_what_was_lost_is_told_once(place: Place) -> None:
    place.database.unlink()
    place.vault.accept(place.vault.survey())
    report = place.vault.check(lambda _: None)
    assert (report.gaps, [gap.size for gap in report.known]) == ((), [10])
