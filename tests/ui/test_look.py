"""The theme and the text's size, applied to the whole application."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from flashcards.ui.theme.look import Look


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    made = Look(qapp, "light", 1.0)
    yield made
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete.value)


def background() -> int:
    return QApplication.palette().window().color().lightness()


def test_a_theme_colours_everything_at_once(qtbot: QtBot, look: Look) -> None:
    assert background() > 200
    with qtbot.waitSignal(look.changed) as changed:
        look.choose("dark")
    assert background() < 64
    assert changed.args == [look.theme, 1.0]


def test_a_zoom_scales_the_words(qtbot: QtBot, look: Look) -> None:
    words = QLabel("L1")
    words.setProperty("role", "body")
    qtbot.addWidget(words)
    words.show()
    usual = words.sizeHint().height()
    look.set_zoom(2.0)
    assert 1.7 <= words.sizeHint().height() / usual <= 2.2


@pytest.mark.parametrize(("choice", "follows"), [("system", True), ("light", False)])
def test_only_the_system_theme_follows_the_system(
    monkeypatch: pytest.MonkeyPatch, look: Look, choice: str, follows: bool
) -> None:
    look.choose(choice)
    monkeypatch.setattr("flashcards.ui.theme.look.system_is_dark", lambda: True)
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert (background() < 64) == follows
