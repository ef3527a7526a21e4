"""The window keeps the log safe: backups beside it, and a damaged log is offered for salvage."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from flashcards.ui.dialogs.salvage import SalvageDialog
from tests.ui import screen
from tests.ui.stage import Stage, deck_of


@pytest.fixture
def studied(qtbot: QtBot, stage: Stage) -> Stage:
    """Have answered two cards, and closed the window."""
    stage.write_deck(deck_of(3))
    stage.open()
    stage.press("Return", "Space", "3", "Space", "3")
    stage.close()
    return stage


def backups(stage: Stage) -> list[str]:
    found = sorted((stage.data / "backups").glob("*.sqlite"))
    return [path.stem.rpartition("-")[2] for path in found]


def damage(stage: Stage) -> Path:
    for file in stage.data.glob("flashcards.sqlite*"):
        if not file.name.endswith("-last"):
            file.write_bytes(b"nonsense" * 4_096)
    return stage.data / "flashcards.sqlite"


def offer(qtbot: QtBot, stage: Stage) -> SalvageDialog:
    stage.raise_curtain()
    qtbot.waitUntil(lambda: bool(stage.shell.findChildren(SalvageDialog)))
    return stage.shell.findChildren(SalvageDialog)[0]


def test_closing_backs_up_what_was_written(studied: Stage) -> None:
    made = backups(studied)
    newest = max((studied.data / "backups").glob("*.sqlite"))
    with closing(sqlite3.connect(newest)) as connection:
        (held,) = connection.execute("SELECT count(*) FROM events WHERE kind != 'noted'").fetchone()
    assert held == len(studied.log()) == 2
    studied.open()
    studied.close()
    assert backups(studied) == made


def test_opening_backs_up_what_a_crash_left_without(qtbot: QtBot, studied: Stage) -> None:
    for path in (studied.data / "backups").iterdir():
        path.unlink()
    studied.open()
    qtbot.waitUntil(lambda: backups(studied) == ["open"])


def test_a_backup_that_cannot_be_made_is_a_sentence(qtbot: QtBot, studied: Stage) -> None:
    for path in (studied.data / "backups").iterdir():
        path.unlink()
    (studied.data / "backups").rmdir()
    (studied.data / "backups").write_text("in the way")
    studied.open()
    qtbot.waitUntil(lambda: "cannot be written" in studied.notice)
    studied.press("Return", "Space", "3")
    assert studied.log() == ["reviewed 4"] * 3


def test_a_damaged_log_is_salvaged_by_one_key(qtbot: QtBot, studied: Stage) -> None:
    damage(studied)
    dialog = offer(qtbot, studied)
    words = screen.texts(dialog)
    assert words[0] == "Your log is damaged"
    assert any("No entries can be read from the damaged file." in told for told in words)
    assert any("adds 4 entries that the file has no more" in line for line in words)
    dialog.accept()
    qtbot.waitUntil(lambda: "Your log was salvaged." in studied.notice)
    qtbot.waitUntil(lambda: "1 card for today" in studied.texts())
    assert studied.log() == ["reviewed 4"] * 2


def test_a_log_whose_damage_shows_late_is_salvaged_too(qtbot: QtBot, studied: Stage) -> None:
    with closing(sqlite3.connect(studied.data / "flashcards.sqlite")) as raw:
        (page,) = raw.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_events_utc_ms'"
        ).fetchone()
    with (studied.data / "flashcards.sqlite").open("r+b") as file:
        file.seek((page - 1) * 4_096)
        file.write(b"\xaa" * 4_096)
    offer(qtbot, studied).accept()
    qtbot.waitUntil(lambda: "Your log was salvaged." in studied.notice)
    qtbot.waitUntil(lambda: "1 card for today" in studied.texts())


def test_leaving_it_changes_nothing(qtbot: QtBot, studied: Stage) -> None:
    database = damage(studied)
    offer(qtbot, studied).reject()
    assert database.read_bytes() == b"nonsense" * 4_096
    assert "Your data could not be opened" in studied.texts()


def test_the_offer_is_read_and_answered_by_keys(qtbot: QtBot, window: QWidget) -> None:
    dialog = SalvageDialog(["3 entries can be read from the damaged file."], window)
    screen.show(qtbot, dialog)
    with qtbot.waitSignal(dialog.accepted):
        screen.press(dialog, "Return")
