"""The Summary: what was done, and what comes tomorrow."""

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from flashcards.domain.spoken import counted
from flashcards.ui.shortcuts import bind, name_key, press_focused_or
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.column import column
from flashcards.ui.widgets.figure import Figure
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.services.views import SummaryView


GUARD_MS = 500
"""A key pressed so soon after the last card was meant for it, and does not close the summary."""


class SummaryPage(QWidget):
    """Shows a SummaryView."""

    done_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Summary")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._title, self._lead = label("title", wraps=True), label("lead", wraps=True)
        self._figures = (Figure("answers"), Figure("right"), Figure("minutes"), Figure("new"))
        self._grades = label("body", wraps=True)
        self._tomorrow = label("body", wraps=True)
        self._done = button("primary", "Back to Today")
        name_key(self._done, "done", words="Back to Today")
        self._undo = button("quiet", "Undo the last step")
        self._done.clicked.connect(self.done_wanted)
        self._undo.clicked.connect(self.undo_wanted)
        self._shown_at = 0.0
        self._lay_out()
        self._keys = bind(self, "done", press_focused_or(self, self._leave))
        self._keys += bind(self, "leave-summary", self.done_wanted.emit)
        self._keys += bind(self, "undo-last", self._undo.click)

    def _lay_out(self) -> None:
        filled = column(self)
        filled.addSpacing(3 * GRID)
        filled.addWidget(self._title)
        filled.addSpacing(GRID // 2)
        filled.addWidget(self._lead)
        filled.addSpacing(3 * GRID)
        row = QHBoxLayout()
        row.setSpacing(6 * GRID)
        for figure in self._figures:
            row.addWidget(figure)
        row.addStretch(1)
        filled.addLayout(row)
        filled.addSpacing(3 * GRID)
        filled.addWidget(self._card("Grades", self._grades))
        filled.addSpacing(2 * GRID)
        filled.addWidget(self._card("Tomorrow", self._tomorrow))
        filled.addSpacing(4 * GRID)
        buttons = QHBoxLayout()
        buttons.addWidget(self._done)
        buttons.addWidget(self._undo)
        buttons.addStretch(1)
        filled.addLayout(buttons)
        filled.addStretch(1)

    @staticmethod
    def _card(title: str, words: QWidget) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.addWidget(label("quiet", title))
        layout.addWidget(words)
        return frame

    def show_view(self, view: "SummaryView") -> None:
        """Show what the sitting came to."""
        self._title.setText(_title(view))
        self._lead.setText(_lead(view))
        right = f"{round(100 * view.recalled / view.answers)}%" if view.answers else "–"
        numbers = (str(view.answers), right, str(view.minutes), str(view.learned))
        captions = (
            "answer" if view.answers == 1 else "answers",
            "right",
            "minute" if view.minutes == 1 else "minutes",
            "new card" if view.learned == 1 else "new cards",
        )
        for figure, number, caption in zip(self._figures, numbers, captions, strict=True):
            figure.show_number(number, caption)
        graded = " · ".join(f"{word} {count}" for word, count in view.graded)
        self._grades.setText(graded or "No answers in this sitting.")
        self._tomorrow.setText(_tomorrow(view))
        self._undo.setEnabled(bool(view.undo))
        name_key(self._undo, "undo-last", words=view.undo or "Nothing to undo")

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys."""
        super().showEvent(event)
        self.setFocus()
        self._shown_at = monotonic()

    def _leave(self) -> None:
        """Leave, unless the key was meant for the last card."""
        if monotonic() - self._shown_at >= GUARD_MS / 1000:
            self.done_wanted.emit()


def _title(view: "SummaryView") -> str:
    if view.chosen and view.left_today:
        return "Done with your choice"
    return "Paused" if view.left_today else "Done for today"


def _lead(view: "SummaryView") -> str:
    if view.left_today:
        return f"{counted(view.left_today, 'card').capitalize()} left for today; they wait for you."
    return "Every answer is saved."


def _tomorrow(view: "SummaryView") -> str:
    if not view.tomorrow_due + view.tomorrow_new:
        return "Nothing is due tomorrow."
    minutes = counted(view.tomorrow_minutes, "minute")
    return f"{view.tomorrow_due:,} due and {view.tomorrow_new:,} new, about {minutes}."
