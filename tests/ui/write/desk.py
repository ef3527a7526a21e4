"""Somebody who writes: the page in front, what is typed into it, and what it says."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from flashcards.ui.write.page import WritePage
from tests.ui import screen
from tests.ui.stage import Stage


class Writer:
    """At the Write page of a stage."""

    def __init__(self, qtbot: QtBot, stage: Stage) -> None:
        self.qtbot, self.stage = qtbot, stage
        stage.open()
        self.open()

    def open(self) -> None:
        """Press the page's key on Today."""
        self.stage.press("W")
        assert isinstance(self.stage.page, WritePage)

    @property
    def page(self) -> WritePage:
        """The page, wherever the window is."""
        (page,) = self.stage.shell.findChildren(WritePage)
        return page

    @property
    def text(self) -> str:
        """The deck's text, as it is on the page."""
        return self.page.editor.text

    @property
    def file(self) -> str:
        """The deck's text, as it is on the disk."""
        return (self.stage.decks / "deck.md").read_text("utf-8")

    def at_end(self) -> None:
        """Put the cursor behind the last letter."""
        self.stage.press("Ctrl+End")

    def type(self, words: str) -> None:
        """Type into whatever has the focus."""
        for place, line in enumerate(words.split("\n")):
            if place:
                self.stage.press("Return")
            QTest.keyClicks(screen.focused(), line)
        QApplication.processEvents()

    def paste(self, text: str) -> None:
        """Paste a text."""
        QApplication.clipboard().setText(text)
        self.stage.press("Ctrl+V")

    def shows(self, words: str) -> None:
        """Wait until the preview says something."""
        self.qtbot.waitUntil(lambda: words in self.page.preview.words)

    def says(self, words: str) -> None:
        """Wait until the foot says something."""
        self.qtbot.waitUntil(lambda: words in self.page.state)

    def told(self) -> list[str]:
        """Read the strip with the problem of this line."""
        return screen.texts(self.page.strip) if self.page.strip.isVisible() else []

    @staticmethod
    def dialog() -> QDialog | None:
        """Give the dialog in front."""
        found = QApplication.activeModalWidget()
        return found if isinstance(found, QDialog) else None
