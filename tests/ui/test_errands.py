"""What leads out of the review for a moment: the editor, the settings, a notice, the menu."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from flashcards.ui.write.editor import DeckEditor
from tests.ui import screen
from tests.ui.stage import Stage, deck_of

EDITOR = """#!/bin/sh
printf '%s' "$*" > "$0.tmp" && mv "$0.tmp" "$0.called"
"""


@pytest.fixture
def called(stage: Stage) -> Path:
    """Set an editor that writes down what it was called with, and give that file."""
    editor = stage.data / "editor"
    editor.write_text(EDITOR, "utf-8")
    editor.chmod(0o755)
    choice = f"editor = '{editor} +{{line}} \"{{file}}\"'\n"
    (stage.data / "settings.toml").write_text(choice, "utf-8")
    stage.write_deck(deck_of(2) + "\n## No answer\n", "my deck.md")
    stage.open()
    return stage.data / "editor.called"


def test_the_card_opens_at_its_line(qtbot: QtBot, stage: Stage, called: Path) -> None:
    stage.press("Return", "Space", "3", "Shift+E")
    qtbot.waitUntil(called.exists)
    deck = stage.decks / "my deck.md"
    assert called.read_text("utf-8") == f"+4 {deck}"
    assert stage.notice == f"Opening {deck}. What you save there shows here."
    assert stage.card == "Question 2"


def test_a_problem_opens_the_write_page_at_its_line(stage: Stage, called: Path) -> None:
    screen.button(stage.page, "my deck.md:").click()
    (editor,) = stage.page.findChildren(DeckEditor)
    assert (stage.where, editor.line()) == ("Write", 7)
    editor.insertPlainText("Mine")
    stage.press("Escape")
    screen.button(stage.page, "my deck.md:").click()
    assert (stage.where, editor.line()) == ("Write", 7)
    assert "Mine" in editor.text
    assert not called.exists()


def test_a_problem_opens_in_the_persons_editor_too(
    qtbot: QtBot, stage: Stage, called: Path
) -> None:
    screen.button(stage.page, "Editor").click()
    qtbot.waitUntil(called.exists)
    assert called.read_text("utf-8") == f"+7 {stage.decks / 'my deck.md'}"


def test_the_settings_open(qtbot: QtBot, stage: Stage, called: Path) -> None:
    stage.press("Ctrl+,")
    screen.button(stage.page, "Open the file").click()
    qtbot.waitUntil(called.exists)
    assert called.read_text("utf-8") == f"+1 {stage.data / 'settings.toml'}"


@pytest.mark.usefixtures("called")
def test_an_editor_that_is_not_there_is_told(stage: Stage) -> None:
    (stage.data / "editor").unlink()
    stage.press("Return", "Shift+E")
    assert stage.notice.startswith("The editor did not start:")
    assert (stage.where, stage.card) == ("Review", "Question 1")


@pytest.mark.parametrize("keys", [["Return"], ["Return", "Space"]])
def test_the_keys_go_on_when_a_notice_was_closed(stage: Stage, keys: list[str]) -> None:
    stage.write_deck(deck_of(3))
    program = stage.open()
    stage.press(*keys)
    program.shell.notice.warn("The disk is full.")
    while screen.focused() is not screen.button(program.shell.notice, "Close"):
        stage.press("Tab")
    stage.press("Space")
    assert stage.notice == ""
    stage.press("Space", "3")
    assert (stage.where, stage.card) == ("Review", "Question 2")


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing")
def test_the_menu_opens_and_its_deed_is_done(stage: Stage) -> None:
    stage.write_deck(deck_of(3))
    stage.open()
    stage.press("Return")
    while screen.focused() is not screen.button(stage.page, "More"):
        stage.press("Tab")
    stage.press("Space")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (bury,) = [entry for entry in menu.actions() if entry.text().startswith("Bury")]
    while menu.activeAction() != bury:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert (stage.card, stage.log()) == ("Question 2", ["buried"])
