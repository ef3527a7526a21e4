"""A line that gives way to what stands beside it."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from flashcards.ui.widgets.trail import Trail
from tests.ui.screen import read_aloud

LONG = "ml/regularization › Why small weights generalise better than large ones"


@pytest.fixture
def trail(qtbot: QtBot) -> Trail:
    made = Trail()
    qtbot.addWidget(made)
    made.show_text(LONG)
    return made


def picture(trail: Trail, text: str, width: int) -> QImage:
    trail.show_text(text)
    trail.resize(width, 24)
    return trail.grab().toImage()


def test_a_long_line_asks_for_little_room(trail: Trail) -> None:
    assert trail.minimumSizeHint().width() < 50 < trail.sizeHint().width()


def test_a_long_line_is_cut_with_an_ellipsis(trail: Trail) -> None:
    width = trail.fontMetrics().horizontalAdvance("ml/regular…") + 1
    assert picture(trail, LONG, width) == picture(trail, "ml/regular…", width)


def test_it_is_read_whole(trail: Trail) -> None:
    trail.resize(60, 24)
    assert (read_aloud(trail), trail.toolTip()) == (LONG, LONG)


def test_its_tip_shows_markup_as_the_text_it_is(trail: Trail) -> None:
    trail.show_text('<img src="/tmp/a.png"> › b')
    assert trail.toolTip() == "<p>&lt;img src=&quot;/tmp/a.png&quot;&gt; › b</p>"
