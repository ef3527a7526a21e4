"""Somebody who imports: what they copy or choose, and what the dialog in front says."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from flashcards.ui.bringing.dialog import ImportDialog
from flashcards.ui.bringing.outcome_dialog import OutcomeDialog
from tests.ui import screen
from tests.ui.stage import Stage


class Importer:
    """At Today's page of a stage."""

    def __init__(self, qtbot: QtBot, stage: Stage) -> None:
        self.qtbot, self.stage = qtbot, stage
        stage.open()

    def copy(self, text: str) -> None:
        """Copy a text, and paste it on Today."""
        QApplication.clipboard().setText(text)
        self.come_back()
        self.stage.press("Ctrl+V")
        self.until_read()

    def come_back(self) -> None:
        """Give the keys to the window, as a window manager does once a dialog is gone."""
        self.stage.shell.activateWindow()
        self.qtbot.waitUntil(self.stage.shell.isActiveWindow)

    @property
    def dialog(self) -> QDialog:
        """The dialog in front."""
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def until_read(self) -> None:
        """Wait until the dialog shows what would come of it, or why nothing can."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ImportDialog))
        dialog = self.dialog
        assert isinstance(dialog, ImportDialog)
        self.qtbot.waitUntil(lambda: not dialog.is_waiting, timeout=15_000)

    def until_imported(self) -> None:
        """Wait until it was written."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), OutcomeDialog))

    @property
    def can_import(self) -> bool:
        """Whether the button is lit."""
        return any(made.text().startswith("Import ") for made in screen.buttons(self.dialog))

    def fault(self) -> str:
        """Read why nothing can be imported so."""
        labels = self.dialog.findChildren(QLabel)
        late = [each for each in labels if each.property("role") == "late" and each.isVisible()]
        return "".join(each.text() for each in late)

    def choice(self, name: str) -> QComboBox:
        """Find a choice by its name."""
        choices = {each.accessibleName(): each for each in self.dialog.findChildren(QComboBox)}
        return choices[name]

    def choose(self, name: str, words: str) -> None:
        """Choose, as arrow keys do."""
        choice = self.choice(name)
        choice.setFocus()
        away = choice.findText(words) - choice.currentIndex()
        for _ in range(abs(away)):
            screen.press(choice, "Down" if away > 0 else "Up")
        assert choice.currentText() == words
        self.settle()

    def tick(self, words: str) -> None:
        """Press a check box."""
        (box,) = [each for each in self.dialog.findChildren(QCheckBox) if each.text() == words]
        box.click()
        self.settle()

    def title(self, words: str) -> None:
        """Type another title."""
        (field,) = [
            each
            for each in self.dialog.findChildren(QLineEdit)
            if screen.read_aloud(each) == "Title of the new deck"
        ]
        field.selectAll()
        field.del_()
        QTest.keyClicks(field, words)
        self.settle()

    def settle(self) -> None:
        """Wait until it was read anew."""
        self.until_read()

    def says(self, words: str) -> bool:
        """Whether the dialog says something."""
        return any(words in text for text in screen.texts(self.dialog))

    def press(self, words: str) -> None:
        """Press a button of the dialog in front."""
        screen.button(self.dialog, words).click()


def drop(stage: Stage, files: list[Path]) -> None:
    """Let files fall on the window."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy, at = Qt.DropAction.CopyAction, QPointF(90, 90)
    enter = QDragEnterEvent(at.toPoint(), copy, carried, button, keys)
    QApplication.sendEvent(stage.shell, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(stage.shell, QDropEvent(at, copy, carried, button, keys))
