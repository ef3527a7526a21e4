"""Half a year of answers, as squares and as a sentence."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from flashcards.domain.activity import Activity, activity
from flashcards.domain.clock import Day, day_of
from flashcards.ui.today.heat_map import HeatMap, in_words, level, months_over
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
    top = shown.squares.sizeHint().height() - 7 * step
    points = [QPointF(25.4 * step, top + row * step) for row in (-0.4, 0.4, 2.4, 3.4)]
    told = [shown.squares.told_at(point) for point in points]
    assert told == ["", "Monday 2 March: 4 answers", "Wednesday 4 March: 9 answers", ""]


@pytest.mark.parametrize(
    ("first", "days", "names"),
    [
        (date(2025, 9, 8), 178, "0 Sep, 4 Oct, 8 Nov, 12 Dec, 17 Jan, 21 Feb"),
        (date(2025, 9, 22), 150, "2 Oct, 6 Nov, 10 Dec, 15 Jan, 19 Feb"),
        (date(2025, 12, 29), 21, "1 Jan"),
        (date(2026, 1, 5), 9, "0 Jan"),
    ],
    ids=["half a year", "begins at a month's end", "few weeks", "a week and a half"],
)
def test_a_month_is_named_above_its_first_full_week(first: date, days: int, names: str) -> None:
    told = months_over(day_of(first), days)
    assert ", ".join(f"{week} {name}" for week, name in told) == names


def test_the_months_are_written_in_a_quiet_colour(qtbot: QtBot) -> None:
    shown = HeatMap()
    qtbot.addWidget(shown)
    shown.show_activity(days(9))
    show(qtbot, shown)
    squares = shown.squares
    above = squares.grab(QRect(0, 0, squares.width(), squares.fontMetrics().height())).toImage()
    ground, marks = above.pixelColor(0, 0).lightness(), range(above.width())
    ink = {above.pixelColor(x, y).lightness() for x in marks for y in range(4, 12)}
    assert ground - 160 < min(ink) < ground - 60


def test_the_squares_are_painted_in_the_accent(qtbot: QtBot) -> None:
    shown = HeatMap()
    qtbot.addWidget(shown)
    shown.show_activity(days(9))
    show(qtbot, shown)
    accent = shown.palette().color(QPalette.ColorRole.Accent)
    step = shown.squares.sizeHint().width() / 26
    picture = shown.squares.grab().toImage()
    row = shown.squares.sizeHint().height() - round(4.6 * step)
    assert picture.pixelColor(round(25.4 * step), row) == accent
    assert picture.pixelColor(round(24.4 * step), row) != accent
