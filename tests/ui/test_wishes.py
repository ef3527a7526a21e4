"""What is asked for before the decks are read is done as soon as they are."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.stage import Stage, deck_of


@pytest.fixture
def early(qtbot: QtBot, stage: Stage) -> Stage:
    """Show a window with the keys on it, whose decks are not read before ``load`` is called."""
    stage.write_deck(deck_of(3))
    program = stage.raise_curtain()
    program.shell.painted.disconnect(program.conductor.load)
    program.shell.activateWindow()
    qtbot.waitUntil(program.shell.isActiveWindow)
    assert not any("3 new" in text for text in stage.texts())
    return stage


def load(stage: Stage) -> None:
    assert stage.program is not None
    stage.program.conductor.load()


@pytest.mark.parametrize(
    ("key", "where"),
    [
        ("Ctrl+,", "Settings"),
        ("W", "Write"),
        ("B", "Cards"),
        ("G", "Progress"),
        ("Return", "Review"),
    ],
)
def test_a_page_opens_once_it_can(qtbot: QtBot, early: Stage, key: str, where: str) -> None:
    early.press(key)
    assert early.where == "Today"
    load(early)
    qtbot.waitUntil(lambda: early.where == where)
    assert early.notice == ""


@pytest.mark.parametrize(("key", "title"), [("Ctrl+K", "Find anything"), ("Ctrl+N", "Add a note")])
def test_a_dialog_opens_once_it_can(qtbot: QtBot, early: Stage, key: str, title: str) -> None:
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            seen.append(dialog.windowTitle())
            dialog.reject()
        else:
            QTimer.singleShot(50, look)

    look()
    early.press(key)
    assert early.notice == "Your decks are still being read; then this opens."
    load(early)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [title]


def test_the_last_wish_holds(qtbot: QtBot, early: Stage) -> None:
    early.press("W", "Return", "Ctrl+,")
    load(early)
    qtbot.waitUntil(lambda: early.where == "Settings")
    early.press("Escape")
    assert early.where == "Today"
