"""Choosing the day on which a card is asked."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from flashcards.ui.dialogs.due_day import DueDayDialog
from flashcards.ui.theme.files import load_theme
from flashcards.ui.theme.stylesheet import stylesheet
from tests.ui.screen import focused, press, read_aloud, show, texts

MONDAY = date(2026, 3, 2)


@pytest.fixture
def dialog(qtbot: QtBot, window: QWidget) -> DueDayDialog:
    made = DueDayDialog("What does L1 do?", MONDAY, date(2026, 3, 9), window)
    show(qtbot, made)
    return made


def test_it_begins_with_the_day_the_card_is_due(dialog: DueDayDialog) -> None:
    assert dialog.day == date(2026, 3, 9)
    assert texts(dialog)[1:] == [
        "What does L1 do?",
        "Monday 9 March, in 7 days. Its interval stays as it is.",
    ]


def test_a_day_is_chosen_by_keys(qtbot: QtBot, dialog: DueDayDialog) -> None:
    assert read_aloud(focused()) == "The day on which the card is asked"
    press(dialog, "Up")
    with qtbot.waitSignal(dialog.accepted):
        press(dialog, "Return")
    assert dialog.day != date(2026, 3, 9)


def test_escape_leaves_everything_as_it_is(qtbot: QtBot, dialog: DueDayDialog) -> None:
    with qtbot.waitSignal(dialog.rejected):
        press(dialog, "Escape")


def test_a_day_in_the_past_cannot_be_chosen(qtbot: QtBot, window: QWidget) -> None:
    late = DueDayDialog("Q?", MONDAY, date(2026, 1, 1), window)
    qtbot.addWidget(late)
    assert late.day == MONDAY


def test_a_month_has_room_for_its_days(qtbot: QtBot) -> None:
    month = QCalendarWidget()
    qtbot.addWidget(month)
    month.setStyleSheet(stylesheet(load_theme(dark=True)[0]))
    show(qtbot, month)
    (days,) = month.findChildren(QTableView)
    names = [days.model().index(0, column) for column in range(1, 8)]
    numbers = [days.model().index(row, column) for row in range(1, 7) for column in range(1, 8)]
    for cell in (*names, *numbers):
        assert days.sizeHintForIndex(cell).width() <= days.columnWidth(cell.column()), cell.data()


def test_the_month_has_no_colours_of_its_own(dialog: DueDayDialog) -> None:
    (field,) = dialog.findChildren(QDateEdit)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        form = field.calendarWidget().weekdayTextFormat(day)
        assert not form.hasProperty(QTextFormat.Property.ForegroundBrush)
