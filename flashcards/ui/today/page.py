"""The Today page: one obvious key starts the review; below it, what it is made of."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from flashcards.domain.clock import date_of
from flashcards.domain.spoken import long_date
from flashcards.ui.shortcuts import bind, press_focused_or, shown_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.today.problems import ProblemList
from flashcards.ui.today.topics import TopicTable
from flashcards.ui.today.words import first_words, headline, subline
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.column import column
from flashcards.ui.widgets.figure import Figure
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.services.views import TodayView


class TodayPage(QWidget):
    """Shows a TodayView; ``shown`` is announced each time the page comes into sight."""

    start_wanted = Signal()
    retry_wanted = Signal()
    edit_wanted = Signal(str, int)
    dismiss_wanted = Signal()
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Today")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._date, self._headline = label("quiet"), label("title", wraps=True)
        self._subline = label("lead", wraps=True)
        self._start = button("primary", "Start review  Enter", f"Start ({shown_key('start')})")
        self._start.setAccessibleName("Start review")
        self._retry = button("plain", "Try again", "Try to open the data folder again")
        self._figures = (Figure("due"), Figure("new"), Figure("minutes"))
        self._topics, self._problems = TopicTable(), ProblemList()
        self._problems.edit_wanted.connect(self.edit_wanted)
        self._start.clicked.connect(self.start_wanted)
        self._retry.clicked.connect(self.retry_wanted)
        self._lay_out()
        self._keys = bind(self, "start", press_focused_or(self, self._start.click))
        self._keys += bind(self, "dismiss", self.dismiss_wanted.emit)
        self.show_waiting()

    def _lay_out(self) -> None:
        filled = column(self)
        filled.addWidget(self._date)
        filled.addSpacing(GRID // 2)
        filled.addWidget(self._headline)
        filled.addSpacing(GRID // 2)
        filled.addWidget(self._subline)
        filled.addSpacing(3 * GRID)
        filled.addLayout(self._figure_row())
        filled.addSpacing(3 * GRID)
        filled.addLayout(self._button_row())
        filled.addSpacing(4 * GRID)
        filled.addLayout(self._cards())
        filled.addStretch(1)

    def _figure_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6 * GRID)
        for figure in self._figures:
            row.addWidget(figure)
        row.addStretch(1)
        return row

    def _cards(self) -> QVBoxLayout:
        cards = QVBoxLayout()
        cards.setSpacing(2 * GRID)
        cards.addWidget(self._problems)
        cards.addWidget(self._topics)
        return cards

    def _button_row(self) -> QVBoxLayout:
        row, rows = QHBoxLayout(), QVBoxLayout()
        row.addWidget(self._start)
        row.addWidget(self._retry)
        row.addStretch(1)
        rows.addLayout(row)
        return rows

    def show_waiting(self) -> None:
        """Show the page before the decks are read; Enter begins as soon as they are."""
        self._set_texts("", "Good day" if not self._date.text() else self._headline.text(), "")
        self._show_parts(figures=True, start=True, retry=False)
        for figure, caption in zip(self._figures, ("due", "new", "minutes"), strict=True):
            figure.show_number("–", caption)
        self._topics.show_topics(())
        self._problems.show_problems(())

    def show_view(self, view: "TodayView") -> None:
        """Show what the day holds."""
        plan = view.plan
        when = long_date(date_of(plan.day))
        self._set_texts(when, headline(view), subline(view))
        self._show_parts(figures=plan.cards > 0, start=plan.cards > 0, retry=False)
        numbers = (plan.due, plan.new, plan.minutes)
        for figure, number, words in zip(self._figures, numbers, first_words(plan), strict=True):
            figure.show_number(f"{number:,}", words)
        self._topics.show_topics(plan.topics)
        self._problems.show_problems(view.problems)

    def show_fault(self, sentence: str) -> None:
        """Show why there is nothing to review."""
        self._set_texts("", "Your data could not be opened", sentence)
        self._show_parts(figures=False, start=False, retry=True)
        self._topics.show_topics(())
        self._problems.show_problems(())

    def _set_texts(self, when: str, head: str, sub: str) -> None:
        self._date.setText(when)
        self._headline.setText(head)
        self._subline.setText(sub)
        self._subline.setVisible(bool(sub))

    def _show_parts(self, *, figures: bool, start: bool, retry: bool) -> None:
        for figure in self._figures:
            figure.setVisible(figures)
        self._start.setVisible(start)
        self._retry.setVisible(retry)

    def showEvent(self, event: QShowEvent) -> None:
        """Announce that the page is seen, so that a stale one is refreshed."""
        super().showEvent(event)
        self.setFocus()
        self.shown.emit()
