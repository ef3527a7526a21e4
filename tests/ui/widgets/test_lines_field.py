"""A field of some lines shows all of them, in small letters and large ones."""

import pytest
from pytestqt.qtbot import QtBot

from flashcards.ui.widgets.lines_field import LinesField
from tests.ui import screen


@pytest.mark.parametrize("points", [9, 24])
def test_all_its_lines_are_in_sight(qtbot: QtBot, points: int) -> None:
    field = LinesField(4)
    qtbot.addWidget(field)
    screen.show(qtbot, field)
    field.setStyleSheet(f"QPlainTextEdit {{ font-size: {points}pt; padding: 4px; }}")
    field.setPlainText("one\ntwo\nthree\nfour")
    field.adjustSize()
    qtbot.waitUntil(lambda: not field.verticalScrollBar().isVisible())
    assert field.verticalScrollBar().maximum() == 0


def test_it_grows_with_its_letters(qtbot: QtBot) -> None:
    field = LinesField(4)
    qtbot.addWidget(field)
    before = field.minimumSizeHint().height()
    field.setStyleSheet("QPlainTextEdit { font-size: 40pt; }")
    assert field.minimumSizeHint().height() > 2 * before
