"""The Summary: what was done, and what comes tomorrow."""

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from flashcards.domain.spoken import percent
from flashcards.domain.tongue import number, tr, trc, trn
from flashcards.ui.shortcuts import bind, explain, name_key, press_focused_or
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button, restyle
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
    go_on_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Summary"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._title, self._lead = label("title", wraps=True), label("lead", wraps=True)
        self._figures = tuple(Figure("") for _ in range(4))
        self._grades = label("body", wraps=True)
        self._tomorrow = label("body", wraps=True)
        self._go_on = button("primary", tr("Go on"))
        name_key(self._go_on, "done", words=tr("Go on with the review"))
        self._go_on.clicked.connect(self.go_on_wanted)
        self._done = button("primary", tr("Back to Today"))
        name_key(self._done, "done", words=tr("Back to Today"))
        self._undo = button("quiet", tr("Undo the last step"))
        self._done.clicked.connect(self.done_wanted)
        self._undo.clicked.connect(self.undo_wanted)
        self._shown_at = 0.0
        self._lay_out()
        self._keys = bind(self, "done", press_focused_or(self, self._leave))
        self._keys += bind(self, "leave-summary", self.done_wanted.emit)
        self._keys += bind(self, "undo-last", self._undo.click)
        self._told = ""
        explain(self, "undo-last", lambda: self._told)

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
        filled.addWidget(self._card(tr("Grades"), self._grades))
        filled.addSpacing(2 * GRID)
        filled.addWidget(self._card(tr("Tomorrow"), self._tomorrow))
        filled.addSpacing(4 * GRID)
        buttons = QHBoxLayout()
        buttons.addWidget(self._go_on)
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
        right = percent(view.recalled / view.answers) if view.answers else "–"
        numbers = (number(view.answers), right, number(view.minutes), number(view.learned))
        for figure, shown, caption in zip(self._figures, numbers, _captions(view), strict=True):
            figure.show_number(shown, caption)
        graded = " · ".join(f"{word} {number(count)}" for word, count in view.graded)
        self._grades.setText(graded or tr("No answers in this sitting."))
        self._tomorrow.setText(_tomorrow(view))
        self._told = view.undo
        self._go_on.setVisible(view.waiting > 0)
        restyle(self._done, "role", "quiet" if view.waiting else "primary")
        key = "leave-summary" if view.waiting else "done"
        name_key(self._done, key, words=tr("Back to Today"))
        self._undo.setEnabled(bool(view.undo))
        name_key(self._undo, "undo-last", words=view.undo or tr("Nothing to undo"))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys."""
        super().showEvent(event)
        self.setFocus()
        self._shown_at = monotonic()

    def _leave(self) -> None:
        """Go on, or leave where nothing waits, unless the key was meant for the last card."""
        if monotonic() - self._shown_at < GUARD_MS / 1000:
            return
        if self._go_on.isVisible():
            self.go_on_wanted.emit()
        else:
            self.done_wanted.emit()


def _captions(view: "SummaryView") -> tuple[str, str, str, str]:
    """Give the captions of the four figures."""
    return (
        trc("figure", "answer") if view.answers == 1 else trc("figure", "answers"),
        trc("figure", "right"),
        trc("figure", "minute") if view.minutes == 1 else trc("figure", "minutes"),
        trc("figure", "new card") if view.learned == 1 else trc("figure", "new cards"),
    )


def _title(view: "SummaryView") -> str:
    if view.chosen and view.left_today:
        return tr("Done with your choice")
    return tr("Paused") if view.left_today else tr("Done for today")


def _lead(view: "SummaryView") -> str:
    if view.left_today:
        return trn(
            "{count} card left for today; they wait for you.",
            "{count} cards left for today; they wait for you.",
            view.left_today,
        )
    return tr("Every answer is saved.")


def _tomorrow(view: "SummaryView") -> str:
    if not view.tomorrow_due + view.tomorrow_new:
        return tr("Nothing is due tomorrow.")
    minutes = trn("{count} minute", "{count} minutes", view.tomorrow_minutes)
    return tr(
        "{due} due and {new} new, about {minutes}.",
        due=number(view.tomorrow_due),
        new=number(view.tomorrow_new),
        minutes=minutes,
    )
