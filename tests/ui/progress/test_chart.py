"""One card of the Progress page."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTableWidget
from pytestqt.qtbot import QtBot

from flashcards.ui.progress.chart import Chart
from flashcards.ui.progress.plot import Kind, Mark, Plot
from tests.ui import screen

BARS = Plot(
    "Weak topics",
    "9 reviews",
    Kind.BARS,
    (Mark("ml", 0.4, "40%", 0.1, 0.7), Mark("coding", 0.2, "20%")),
    ("topic", "weak"),
    (("ml", "40%"), ("coding", "20%")),
)
COLUMNS = replace(
    BARS, kind=Kind.COLUMNS, marks=(Mark("a", 3, "a: 3 cards"), Mark("b", 0, "b: no cards"))
)
SQUARES = replace(
    BARS,
    kind=Kind.SQUARES,
    marks=tuple(Mark(f"2026-01-{day:02}", day, f"{day} answers") for day in range(1, 32)),
)


@pytest.fixture
def chart(qtbot: QtBot) -> Iterator[Chart]:
    made = Chart()
    qtbot.addWidget(made)
    made.resize(700, 300)
    screen.show(qtbot, made)
    yield made
    made.close()


CURVE = replace(
    BARS,
    kind=Kind.CURVE,
    marks=(
        Mark("2026-01-01", 1.0, "first", dot=True),
        Mark("2026-01-09", 0.7, "wrong", dot=False),
        Mark("2026-02-09", 0.4, "in a month", ahead=True),
    ),
)
TREND = replace(BARS, marks=(Mark("ml", 0.4, "40%", 0.1, 0.7, (None, 0.3, 0.5, 0.45)),))


@pytest.mark.parametrize("plot", [BARS, COLUMNS, SQUARES, CURVE, TREND])
def test_what_is_pointed_at_is_told(chart: Chart, plot: Plot) -> None:
    chart.show_plot(plot)
    QApplication.processEvents()
    told = {chart.picture.told_at(area.center()) for _, area in chart.picture.places()}
    assert told == {mark.told for mark in plot.marks}
    assert chart.picture.told_at(QPointF(-5, -5)) == ""


def test_the_numbers_are_shown_when_asked_for(chart: Chart) -> None:
    chart.show_plot(BARS)
    assert chart.findChildren(QTableWidget) == []
    screen.button(chart, "Numbers").click()
    (table,) = chart.findChildren(QTableWidget)
    cell = table.item(1, 0)
    assert cell is not None
    assert (cell.text(), screen.read_aloud(table)) == ("coding", "Weak topics: numbers")
    screen.button(chart, "Numbers").click()
    assert not table.isVisible()


def test_the_numbers_can_be_copied(qtbot: QtBot, chart: Chart) -> None:
    chart.show_plot(BARS)
    with qtbot.waitSignal(chart.told):
        screen.button(chart, "Copy").click()
    assert QApplication.clipboard().text() == "topic\tweak\nml\t40%\ncoding\t20%\n"


def test_picture_and_numbers_can_be_saved(chart: Chart, tmp_path: Path) -> None:
    chart.show_plot(BARS)
    chart.save(tmp_path / "weak.csv")
    assert (tmp_path / "weak.csv").read_text("utf-8").splitlines() == [
        "topic,weak", "ml,40%", "coding,20%",
    ]  # fmt: skip
    chart.save(tmp_path / "weak.png")
    assert QImage(str(tmp_path / "weak.png")).width() > 2 * chart.picture.width()
    chart.save(tmp_path / "weak.svg")
    drawn = (tmp_path / "weak.svg").read_text("utf-8")
    assert "<title>Weak topics</title>" in drawn
    for words in ("Weak topics", "9 reviews", "coding"):
        assert f">{words}</text>" in drawn
    with pytest.raises(OSError, match="could not be written"):
        chart.save(tmp_path / "no folder" / "weak.png")


def test_without_marks_it_says_that_there_is_nothing_yet(chart: Chart) -> None:
    chart.show_plot(replace(BARS, marks=(), rows=()))
    assert screen.texts(chart) == ["Weak topics", "Nothing to show yet."]
    assert screen.buttons(chart) == []
