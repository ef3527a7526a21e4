"""The Review page: question, hairline, answer, grades. It shows a view and emits intents."""

from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from flashcards.ui.cards.card_view import CardView
from flashcards.ui.review.context_bar import ContextBar
from flashcards.ui.review.documents import CardDocuments
from flashcards.ui.review.grade_bar import GradeBar
from flashcards.ui.shortcuts import bind, bind_key, press_focused_or
from flashcards.ui.widgets.label import hairline

if TYPE_CHECKING:
    from flashcards.render.formula import FormulaSource
    from flashcards.services.views import SessionView
    from flashcards.ui.theme.tokens import Theme

GUARD_MS = 200
"""A doubled press of the key that showed the answer does not grade it."""

_IDLE_MS = 25
_INTENTS = ("undo", "redo", "edit", "bury", "suspend", "flag", "details", "leave")


class ReviewPage(QWidget):
    """``grade_wanted`` carries the grade and the milliseconds since the question was shown."""

    grade_wanted = Signal(int, int)
    wanted = Signal(str)

    def __init__(self, formulas: "FormulaSource", theme: "Theme") -> None:
        super().__init__()
        self.setAccessibleName("Review")
        self._view: SessionView | None = None
        self._revealed = False
        self._shown_at = self._flipped_at = 0.0
        self._context, self._bar, self._card = ContextBar(), GradeBar(), CardView()
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._documents = CardDocuments(self._card, formulas, theme)
        self._lay_out()
        self._card.ensurePolished()  # later, Qt would give the first card the window's small font
        self._connect()
        self._keys = self._bind()
        self._digits: list[QShortcut] = []

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._progress)
        layout.addWidget(self._context)
        layout.addWidget(self._card, 1)
        layout.addWidget(hairline())
        layout.addWidget(self._bar)

    def _connect(self) -> None:
        self._context.wanted.connect(self.wanted)
        self._bar.flip_wanted.connect(self.flip)
        self._bar.grade_wanted.connect(self._grade)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._prepare_next)

    def _bind(self) -> list[QShortcut]:
        keys = bind(self, "flip", press_focused_or(self, self._flip_or_good))
        for name in _INTENTS:
            keys += bind(self, name, partial(self.wanted.emit, name))
        return keys

    def set_look(self, theme: "Theme", zoom: float) -> None:
        """Draw the card with other colours or sizes, where it is."""
        self._documents.set_look(theme, zoom)
        if self._view and self._view.card:
            self._show_face()

    def show_view(self, view: "SessionView") -> None:
        """Show a card's question; a view without a card shows nothing new."""
        self._view = view
        if view.card is None:
            return
        self._revealed = False
        self._progress.setRange(0, max(1, view.done + view.left))
        self._progress.setValue(view.done)
        self._progress.setAccessibleName(f"{view.done} answered, {view.left} left")
        self._context.show_view(view)
        self._bind_digits(view)
        self._show_face()
        note = "Asked again today, until it is graded 4 or 5." if view.drilling else ""
        self._bar.show_question(note)
        if self.isVisible():
            self._card.setFocus()
        self._shown_at = monotonic()
        self._idle.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys, now that the page is seen (and not before: it is filled ahead)."""
        super().showEvent(event)
        self._card.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on; a proxy would do it, and move the card in Tab's order."""
        super().focusInEvent(event)
        self._card.setFocus()

    def update_view(self, view: "SessionView") -> None:
        """Show what changed around the card (a flag, an undo) and leave its face as it is."""
        self._view = view
        self._context.show_view(view)

    def refresh_view(self, view: "SessionView") -> None:
        """After decks were read again: the same card stays as it is, revealed or not.

        Where its text changed, the new text is shown in its place; where it is gone, the next card.
        """
        shown, card = self._view.card if self._view else None, view.card
        if shown is None or card is None or shown.id != card.id:
            self.show_view(view)
            return
        self.update_view(view)
        if replace(shown, flagged=card.flagged, is_new=card.is_new) != card:
            self._show_face()
        if self._revealed:
            self._bar.show_grades(view.buttons)
        self._idle.start()

    def flip(self) -> None:
        """Show the answer below the question."""
        if self._revealed or not self._view or not self._view.card:
            return
        self._revealed = True
        self._show_face()
        self._card.setFocus()  # hiding a focused button would pass the focus on to “‹ Today”
        self._bar.show_grades(self._view.buttons)
        self._flipped_at = monotonic()
        self._idle.start()

    def _flip_or_good(self) -> None:
        """Space and Enter: show the answer; once it is there, grade it Good."""
        if not self._revealed:
            self.flip()
        elif monotonic() - self._flipped_at >= GUARD_MS / 1000:
            self._grade(4)

    def _grade(self, grade: int) -> None:
        """Grade the card, once its answer is shown."""
        if self._revealed and self._view and self._view.card:
            self.grade_wanted.emit(grade, round((monotonic() - self._shown_at) * 1000))

    def _bind_digits(self, view: "SessionView") -> None:
        """Bind the keys on the buttons, where they differ from those bound."""
        keys = [button.key for button in view.buttons]
        if keys == [shortcut.key().toString() for shortcut in self._digits]:
            return
        for shortcut in self._digits:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._digits = [
            bind_key(self, button.key, partial(self._grade, int(button.grade)))
            for button in view.buttons
        ]

    def _show_face(self) -> None:
        card = self._view.card if self._view else None
        assert card is not None, "only a card has a face"
        make = self._documents.revealed if self._revealed else self._documents.front
        self._card.show_document(make(card))

    def _prepare_next(self) -> None:
        """Make what the next key will show, while the person reads."""
        view = self._view
        if view and view.card and not self._revealed:
            self._documents.revealed(view.card)
        if view and view.upcoming:
            self._documents.front(view.upcoming)
