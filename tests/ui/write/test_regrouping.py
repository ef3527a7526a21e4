"""A note is duplicated, split and merged on the Write page; its history stays above."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from flashcards.ui.shelves.asking import NameDialog
from tests.ui.stage import Stage
from tests.ui.write.desk import Writer

DECK = "## One? {#one}\nFirst.\n\nMore.\n\n## Two? {#two}\nSecond.\n"


@pytest.fixture
def writer(qtbot: QtBot, stage: Stage) -> Writer:
    stage.write_deck(DECK)
    stage.open()
    stage.press("Return", "Space", "3", "Escape", "Escape")
    stage.close()
    return Writer(qtbot, stage)


def test_a_note_is_written_once_more_and_undo_and_save_take_it_back(writer: Writer) -> None:
    writer.stage.press("Ctrl+Alt+D")
    copied = DECK.replace("## Two?", "## One? {#one-2}\nFirst.\n\nMore.\n\n## Two?")
    writer.qtbot.waitUntil(lambda: writer.text == copied)
    assert writer.file == copied
    assert writer.stage.notice == "#one-2 is saved. Undo, and Save, take it back."
    assert writer.stage.histories() == {"one": 1}
    writer.stage.press("Ctrl+Z", "Ctrl+S")
    writer.qtbot.waitUntil(lambda: writer.file == DECK)


def test_a_note_is_split_at_the_cursor(writer: Writer) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, NameDialog):
            dialog.findChildren(QLineEdit)[0].setText("And more?")
            dialog.accept()
        else:
            QTimer.singleShot(20, answer)

    writer.page.editor.go_to(4)
    QTimer.singleShot(20, answer)
    writer.stage.press("Ctrl+Alt+S")
    split = DECK.replace("More.", "## And more? {#more}\nMore.")
    writer.qtbot.waitUntil(lambda: "## And more?" in writer.text)
    assert writer.file == writer.text == split.replace("{#more}", _id(writer.text))
    assert writer.stage.histories() == {"one": 1}


def _id(text: str) -> str:
    line = next(line for line in text.splitlines() if line.startswith("## And more?"))
    return line[line.index("{") :]


def test_the_next_note_is_put_below_and_without_one_that_is_told(writer: Writer) -> None:
    writer.stage.press("Ctrl+Alt+M")
    merged = "## One? {#one}\nFirst.\n\nMore.\n\n**Two?**\n\nSecond.\n"
    writer.qtbot.waitUntil(lambda: writer.file == writer.text == merged)
    assert writer.stage.histories() == {"one": 1}
    writer.stage.press("Ctrl+Alt+M")
    writer.qtbot.waitUntil(lambda: writer.stage.notice == "There is no note below this one.")


def test_what_is_not_saved_is_saved_first(writer: Writer) -> None:
    writer.type("x")
    writer.stage.press("Ctrl+Alt+D")
    assert writer.stage.notice.startswith("Save the deck first")
    assert writer.file == DECK
