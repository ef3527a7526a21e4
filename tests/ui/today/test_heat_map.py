"""Half a year of answers, as squares and as a sentence."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from flashcards.domain.activity import Activity, activity
from flashcards.domain.clock import Day
from flashcards.ui.today.heat_map import HeatMap, in_words, level
from tests.ui.screen import show, texts

WEDNESDAY = Day(739_679)


def days(*counts: int) -> Activity:
    """Give the last days' answers, today's last."""
    pairs = enumerate(reversed(counts))
    return activity({Day(WEDNESDAY - ago): count for ago, count in pairs}, WEDNESDAY)


@pytest.mark.parametrize(
    ("answered", "sentence"),
    [
        (days(1), "1 answer on 1 day in the last 26 weeks."),
        (days(20, 0, 0, 5), "25 answers on 2 days in the last 26 weeks."),
        (days(20, 7, 5), "32 answers on 3 days in the last 26 weeks; 3 days in a row."),
    ],
)
def test_the_days_in_words(answered: Activity, sentence: str) -> None:
    assert in_words(answered) == sentence


def test_a_square_is_darker_the_nearer_its_day_is_to_the_best() -> None:
    assert [level(count, 40) for count in (0, 1, 10, 11, 25, 40)] == [0, 1, 1, 2, 3, 4]
    assert level(1, 1) == 1


def test_without_answers_there_is_no_map(qtbot: QtBot) -> None:
    shown = HeatMap()
    qtbot.addWidget(shown)
    for nothing in (None, days(0)):
        shown.show_activity(nothing)
        assert shown.isHidden()


def test_each_square_tells_its_day(qtbot: QtBot) -> None:
    shown = HeatMap()
    qtbot.addWidget(shown)
    shown.show_activity(days(4, 0, 9))
    show(qtbot, shown)
    assert texts(shown) == ["13 answers on 2 days in the last 26 weeks."]
    step = shown.squares.sizeHint().width() / 26
    told = [shown.squares.told_at(QPointF(25.4 * step, row * step)) for row in (0.4, 2.4, 3.4)]
    assert told == ["Monday 2 March: 4 answers", "Wednesday 4 March: 9 answers", ""]


def test_the_squares_are_painted_in_the_accent(qtbot: QtBot) -> None:
    shown = HeatMap()
    qtbot.addWidget(shown)
    shown.show_activity(days(9))
    show(qtbot, shown)
    accent = shown.palette().color(QPalette.ColorRole.Accent)
    step = shown.squares.sizeHint().width() / 26
    picture = shown.squares.grab().toImage()
    assert picture.pixelColor(round(25.4 * step), round(2.4 * step)) == accent
    assert picture.pixelColor(round(24.4 * step), round(2.4 * step)) != accent
