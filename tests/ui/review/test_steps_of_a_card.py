"""Resetting a card and choosing its day, in the real window."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit
from pytestqt.qtbot import QtBot

from tests.ui.stage import Stage

DECK = "## What is BFS? {#bfs}\nA queue.\n\n## What is DFS? {#dfs}\nA stack.\n"


def test_a_card_is_asked_on_the_day_that_was_chosen(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(DECK)
    stage.open()
    stage.press("Return")
    QTimer.singleShot(50, take)
    stage.press("Ctrl+Shift+D")
    assert "What is DFS?" in stage.card
    assert stage.notice.startswith("“What is BFS?” is asked ")
    assert stage.log() == ["due"]
    stage.shell.activateWindow()
    qtbot.waitUntil(stage.shell.isActiveWindow)
    stage.press("Ctrl+Z")
    assert "What is BFS?" in stage.card


def take() -> None:
    """Choose another day, once the dialog has the keys, and say so."""
    field, dialog = QApplication.focusWidget(), QApplication.activeModalWidget()
    if dialog is None or not isinstance(field, QDateEdit):
        QTimer.singleShot(20, take)
    else:
        QTest.keyClick(field, Qt.Key.Key_Up)
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_card_is_learned_anew(stage: Stage) -> None:
    stage.write_deck(DECK)
    stage.open()
    stage.press("Return", "Ctrl+Alt+N")
    assert stage.notice == "“What is BFS?” is learned anew: it waits among the new cards."
    assert "What is DFS?" in stage.card
    assert stage.log() == ["reset"]
