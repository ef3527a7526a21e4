"""Decks and windows for the tests of the window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from flashcards.app import open_desk
from flashcards.services.desk import Desk, Options
from tests.ui.stage import MONDAY, Stage

OpenDeck = Callable[..., Desk]


@pytest.fixture(scope="session", autouse=True)
def clipboard() -> Iterator[None]:
    """Leave no copied text behind: the offscreen platform frees it after Python is gone."""
    yield
    if QApplication.instance():
        QApplication.clipboard().clear()


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    """Give folders for a program, and close its window at the end."""
    made = Stage(qtbot, tmp_path)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """Give a window for dialogs to belong to."""
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def open_deck(tmp_path: Path) -> Iterator[OpenDeck]:
    """Give a function that opens a data folder on one deck, with settings if need be."""
    opened: list[Desk] = []

    def open_it(text: str, settings: str = "") -> Desk:
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "settings.toml").write_text(settings, "utf-8")
        (tmp_path / "deck.md").write_text(text, "utf-8")
        desk = open_desk(Options((tmp_path / "deck.md",), str(tmp_path / "data"), MONDAY))
        opened.append(desk)
        desk.library.load()
        return desk

    yield open_it
    for desk in opened:
        desk.close()
