"""Where the window stood."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from flashcards.ui.window_state import WindowState


@pytest.fixture
def ini(tmp_path: Path) -> Path:
    return tmp_path / "window.ini"


def window(qtbot: QtBot, width: int, height: int) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(width, height)
    return made


def test_a_window_comes_back_as_large_as_it_was(qtbot: QtBot, ini: Path) -> None:
    WindowState(ini).save(window(qtbot, 640, 480))
    later = window(qtbot, 300, 200)
    assert WindowState(ini).restore(later)
    assert (later.width(), later.height()) == (640, 480)


def test_the_first_window_has_nothing_to_come_back_to(qtbot: QtBot, ini: Path) -> None:
    first = window(qtbot, 300, 200)
    assert not WindowState(ini).restore(first)
    assert first.width() == 300


@pytest.mark.parametrize(
    "text",
    ["geometry=@ByteArray(x)", "geometry=5", "geometry=", "[[[", "\x00\xff\x00"],
)
def test_a_broken_file_is_harmless(qtbot: QtBot, ini: Path, text: str) -> None:
    ini.write_text(f"[General]\n{text}\n", "latin-1")
    state = WindowState(ini)
    assert not state.restore(window(qtbot, 300, 200))
