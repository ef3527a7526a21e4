"""The real program on folders of its own, wired as ``flashcards`` wires it."""

import gc
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from flashcards import app
from flashcards.services.desk import Opening, Options
from flashcards.ui import application
from flashcards.ui.application import Program
from flashcards.ui.cards.card_view import CardView
from tests.ui import screen

MONDAY = date(2026, 3, 2)


def deck_of(count: int) -> str:
    """Write a deck of so many short questions."""
    return "\n".join(f"## Question {n}\nAnswer {n}\n" for n in range(1, count + 1))


class Stage:
    """A deck folder, a data folder, and one window on them at a time."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self.decks, self.data = folder / "decks", folder / "data"
        self.decks.mkdir()
        self.data.mkdir()
        self.options = Options((self.decks,), str(self.data), MONDAY)
        self.program: Program | None = None

    def write_deck(self, text: str, name: str = "deck.md") -> None:
        """Put a deck into the folder."""
        (self.decks / name).write_text(text, "utf-8")

    def opening(self) -> Opening:
        """Take what the composition root would open the window with."""
        taken: list[Opening] = []

        def take(opening: Opening) -> int:
            taken.append(opening)
            return 0

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(application, "show", take)
            app.open_window(self.options)
        return taken[0]

    def raise_curtain(self) -> Program:
        """Show the window; nothing is loaded yet."""
        running = QApplication.instance()
        assert isinstance(running, QApplication)
        self.program = Program(running, self.opening())
        self.program.open()
        return self.program

    def open(self) -> Program:
        """Show the window, and wait for the day's numbers."""
        program = self.raise_curtain()
        with self._qtbot.waitSignal(program.conductor.ready):
            pass
        program.shell.activateWindow()
        self._qtbot.waitUntil(program.shell.isActiveWindow)
        return program

    def close(self) -> None:
        """Close the window as its owner would, and forget it."""
        if self.program:
            self.program.shell.close()
            for part in (self.program.look, self.program.shell, self.program):
                part.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            self.program = None
            gc.collect()  # now: within a signal's disconnecting, Qt would wait for itself for ever

    @property
    def shell(self) -> QWidget:
        """The window."""
        assert self.program is not None
        return self.program.shell

    @property
    def page(self) -> QWidget:
        """The page in front."""
        assert self.program is not None
        page = self.program.shell.page
        assert page is not None
        return page

    @property
    def where(self) -> str:
        """The name of the page in front."""
        return screen.read_aloud(self.page)

    @property
    def card(self) -> str:
        """The words of the card on the screen, as a screen reader has them."""
        return screen.described(self.page.findChildren(CardView)[0])

    @property
    def notice(self) -> str:
        """The sentence over the page."""
        assert self.program is not None
        return self.program.shell.notice.sentence

    def press(self, *keys: str) -> None:
        """Press keys."""
        screen.press(self.shell, *keys)

    def texts(self) -> list[str]:
        """Read the page in front."""
        return screen.texts(self.page)

    def wait_for(self, words: str) -> None:
        """Wait until the page in front says something."""
        self._qtbot.waitUntil(lambda: any(words in text for text in self.texts()))

    def log(self) -> list[str]:
        """Read what the database holds, by another connection: kinds, with their grade."""
        with sqlite3.connect(self.data / "flashcards.sqlite") as connection:
            rows = connection.execute("SELECT kind, grade FROM events ORDER BY position")
            found = [kind if grade is None else f"{kind} {grade}" for kind, grade in rows]
        connection.close()
        return [fact for fact in found if fact != "noted"]

    def histories(self) -> dict[str, int]:
        """Count the answers that each card has now, as the database tells them."""
        with sqlite3.connect(self.data / "flashcards.sqlite") as connection:
            rows = connection.execute("SELECT card, reviews FROM schedules WHERE reviews > 0")
            found = dict(rows.fetchall())
        connection.close()
        return found
