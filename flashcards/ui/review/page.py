"""The Review page: question, hairline, answer, grades. It shows a view and emits intents."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from math import ceil
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from flashcards.domain.grade import Grade
from flashcards.domain.reveal import Reveal
from flashcards.domain.tongue import later, tr
from flashcards.domain.typed import alike
from flashcards.ui.cards.card_view import CardView
from flashcards.ui.cards.styles import MARGIN
from flashcards.ui.review.answer_field import AnswerField
from flashcards.ui.review.context_bar import ContextBar
from flashcards.ui.review.documents import CardDocuments, Face
from flashcards.ui.review.grade_bar import REPEATED, GradeBar
from flashcards.ui.review.telling import Telling
from flashcards.ui.shortcuts import bind, explain, press_focused_or
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import hairline

if TYPE_CHECKING:
    from flashcards.render.formula import FormulaSource
    from flashcards.services.views import CardView as CardFacts
    from flashcards.services.views import SessionView
    from flashcards.ui.theme.tokens import Theme

GUARD_MS = 200
"""A doubled press of the key that showed an answer, or a part of it, does nothing more."""

_IDLE_MS = 25
_INTENTS = (
    "undo",
    "redo",
    "edit",
    "edit-elsewhere",
    "bury",
    "suspend",
    "flag",
    "due-day",
    "reset",
    "details",
    "leave",
)
_NO_LIMIT = (1 << 24) - 1
"""Qt's own greatest height (QWIDGETSIZE_MAX)."""
_DRILLING = later("Asked again today, until it is graded Good or Easy.")


class ReviewPage(QWidget):
    """``grade_wanted`` carries the grade, the milliseconds since the question, and the marks.

    ``upcoming_wanted`` asks, while the person reads, which card to ``prepare``.
    """

    grade_wanted = Signal(int, int, object)
    wanted = Signal(str)
    upcoming_wanted = Signal()

    def __init__(self, formulas: "FormulaSource", theme: "Theme") -> None:
        super().__init__()
        self.setAccessibleName(tr("Review"))
        self._view: SessionView | None = None
        self._face = Face()
        self._edited_after: int | None = None
        self._shown_at = self._flipped_at = 0.0
        self._context, self._bar, self._card = ContextBar(), GradeBar(), CardView()
        self._typing, self._field, self._telling = QWidget(), AnswerField(), Telling(self)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._documents = CardDocuments(self._card, formulas, theme)
        self._lay_out()
        self._card.ensurePolished()  # later, Qt would give the first card the window's small font
        self._connect()
        self._keys = self._bind()
        self._graded: list[tuple[str, Grade]] = []
        self._digits: list[QShortcut] = []

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._progress)
        layout.addWidget(self._context)
        layout.addWidget(self._card, 1000)
        layout.addWidget(self._typing, 1)
        self._typing.setProperty("role", "reading")
        self._typing.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._typing.hide()
        typing = QHBoxLayout(self._typing)
        typing.setContentsMargins(3 * GRID, 0, 3 * GRID, 2 * GRID)
        typing.addWidget(self._field, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(hairline())
        layout.addWidget(self._bar)

    def _connect(self) -> None:
        self._context.wanted.connect(self._want)
        self._bar.flip_wanted.connect(self.flip)
        self._bar.marked.connect(self._mark)
        self._bar.grade_wanted.connect(self._grade)
        self._bar.wanted.connect(self._do)
        self._telling.ticked.connect(self._show_note)
        self._field.done.connect(self.flip)
        self._field.left.connect(self._card.setFocus)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._prepare_next)
        self._field.textChanged.connect(self._idle.start)

    def _bind(self) -> list[QShortcut]:
        keys = bind(self, "flip", press_focused_or(self, self._go_on))
        keys += bind(self, "missed", partial(self._mark_by_key, hit=False))
        for name in ("whole", "hint", "clock"):
            keys += bind(self, name, partial(self._do, name))
        for name in _INTENTS:
            keys += bind(self, name, partial(self._want, name))
        for name in ("undo", "redo"):
            explain(self, name, partial(self._context.told, name))
        return keys

    def set_look(self, theme: "Theme", zoom: float) -> None:
        """Draw the card with other colours or sizes, where it is."""
        self._documents.set_look(theme, zoom)
        if self._current:
            self._show_face()

    # --- what the session says -----------------------------------------------------------------

    def show_view(self, view: "SessionView") -> None:
        """Show a card's question; a view without a card shows nothing new."""
        self._view = view
        card = view.card
        if card is None:
            return
        self._face, self._edited_after = _question_of(card), None
        self._progress.setRange(0, max(1, view.done + view.left))
        self._progress.setValue(view.done)
        self._progress.setAccessibleName(
            tr("{done} answered, {left} left", done=view.done, left=view.left)
        )
        self._context.show_view(view)
        self._bind_digits(view)
        self._field.clear()
        self._telling.start(card.minutes)
        self._show_face()
        self._show_bar()
        self._take_focus()
        self._shown_at = monotonic()
        self._idle.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys, now that the page is seen (and not before: it is filled ahead)."""
        super().showEvent(event)
        self._take_focus()
        card, minimised = self._current, event.spontaneous()
        if card and not self._face.reveal.shown and not minimised:
            self._telling.start(card.minutes)
        self._telling.watch(seen=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the clock be, which nobody sees."""
        super().hideEvent(event)
        self._telling.watch(seen=False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on; a proxy would do it, and move the card in Tab's order."""
        super().focusInEvent(event)
        self._take_focus()

    def update_view(self, view: "SessionView") -> None:
        """Show what changed around the card (a flag, its due day) and leave its face as it is."""
        self._view = view
        self._context.show_view(view)
        self._show_bar()

    def refresh_view(self, view: "SessionView") -> None:
        """After decks were read again: the same card stays as it is, revealed or not.

        Where its text changed, the new text is shown in its place; where it is gone, the next card.
        """
        shown, card = self._current, view.card
        same = shown and card and shown.id in (card.id, view.renamed)
        if not (shown and card and same) or _keys(shown) != _keys(card):
            self.show_view(view)
            return
        self.update_view(view)
        if replace(shown, flagged=card.flagged, is_new=card.is_new) != card:
            reveal = replace(self._face.reveal, parts=card.parts)
            self._face = replace(
                self._face, reveal=reveal, hinted=self._face.hinted and bool(card.hint)
            )
            self._show_face()
        self._show_bar()
        self._idle.start()

    @property
    def asked(self) -> str | None:
        """The id of the card on the page."""
        return self._current.id if self._current else None

    @property
    def prompt(self) -> str:
        """The question of the card on the page."""
        return self._current.prompt if self._current else ""

    @property
    def _current(self) -> "CardFacts | None":
        return self._view.card if self._view else None

    # --- what the person does ------------------------------------------------------------------

    def flip(self) -> None:
        """Show the answer below the question, or its next part."""
        reveal = self._face.reveal
        if self._current and not reveal.done and not reveal.asks:
            self._reveal(reveal.onward())

    def _go_on(self) -> None:
        """Space and Enter: show what is next; say that a step was known; grade."""
        reveal = self._face.reveal
        if reveal.shown and self._too_soon():
            return
        if reveal.done:
            self._grade(int(self._suggested() or Grade.GOOD))
        elif reveal.asks:
            self._mark(hit=True)
        else:
            self.flip()

    def _mark_by_key(self, *, hit: bool) -> None:
        if not self._too_soon():
            self._mark(hit=hit)

    def _mark(self, hit: bool) -> None:
        """Say if the newest step was known, and show the next."""
        if self._face.reveal.asks:
            self._reveal(self._face.reveal.mark(hit=hit))

    def _want(self, name: str) -> None:
        """Undo takes back the last mark of this card first; all else is not done here."""
        if name == "undo" and self._face.reveal.hits and not self._is_edit_last:
            self._reveal(self._face.reveal.unmarked())
        else:
            self.wanted.emit(name)

    @property
    def _is_edit_last(self) -> bool:
        """Whether the note was edited after the last mark of this card."""
        return self._edited_after == len(self._face.reveal.hits)

    def show_edited(self, *, edited: bool) -> None:
        """Offer to take the note's edit back, or no more."""
        self._edited_after = len(self._face.reveal.hits) if edited else None
        if self._current:
            self._show_bar()

    def _too_soon(self) -> bool:
        """Whether a key is the doubled press of the one before."""
        return monotonic() - self._flipped_at < GUARD_MS / 1000

    def _do(self, name: str) -> None:
        """Show the whole answer, show the hint, or start the clock anew; where there is one."""
        card, reveal = self._current, self._face.reveal
        if not card:
            return
        if name == "whole" and card.parts and not reveal.done:
            self._reveal(reveal.whole())
        elif name == "hint" and card.hint and not reveal.shown:
            self._face = replace(self._face, hinted=True)
            self._show_face()
            self._show_bar()
            self._idle.start()
        elif name == "clock" and self._telling.running:
            self._telling.start(card.minutes)
            self._show_note()
            self._telling.watch(seen=True)

    def _reveal(self, reveal: Reveal) -> None:
        """Show more of the answer."""
        self._telling.stop()
        typed = self._field.answer if self._current and self._current.expected else ""
        self._face = replace(self._face, reveal=reveal, typed=typed)
        self._show_face()
        self._card.setFocus()  # hiding a focused button would pass the focus on to “Today”
        self._show_bar()
        self._flipped_at = monotonic()
        self._idle.start()

    def _grade(self, grade: int) -> None:
        """Grade the card, once its answer is shown."""
        if self._face.reveal.done and self._current:
            taken = round((monotonic() - self._shown_at) * 1000)
            self.grade_wanted.emit(grade, taken, self._face.reveal.marks)

    def _suggested(self) -> Grade | None:
        """The grade that the marks, or the typed answer, speak for."""
        card, typed = self._current, self._face.typed
        if card and typed and alike(typed, self._documents.expected(card)):
            return Grade.GOOD
        return self._face.reveal.suggested

    # --- what is shown -------------------------------------------------------------------------

    def _bind_digits(self, view: "SessionView") -> None:
        """Bind the keys on the buttons, where they differ from those bound."""
        grades = [(button.key, button.grade) for button in view.buttons]
        if grades == self._graded:
            return
        for shortcut in self._digits:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._graded, self._digits = grades, []
        for digit, grade in grades:
            self._digits += bind(self, f"grade-{digit}", partial(self._grade, int(grade)))

    def _take_focus(self) -> None:
        """Give the keys to the card, or to the field where the answer is typed."""
        if self.isVisible():
            (self._card if self._typing.isHidden() else self._field).setFocus()

    def _show_face(self) -> None:
        assert self._current is not None, "only a card has a face"
        self._typing.setVisible(bool(self._current.expected) and not self._face.reveal.shown)
        self._make_room()
        document = self._documents.shown(self._current, self._face)
        self._card.show_document(document)
        self._field.setMaximumWidth(document.column_width() - 2 * MARGIN)
        self._fit_card()

    def _make_room(self) -> None:
        """Give the card its room back before what is new in it is scrolled into sight."""
        layout = self.layout()
        if layout and self._typing.isHidden() and self._card.maximumHeight() < _NO_LIMIT:
            self._card.setMaximumHeight(_NO_LIMIT)
            layout.activate()

    def _fit_card(self) -> None:
        """Let the field stand right below its question; else the card has all the room."""
        typing = not self._typing.isHidden()
        height = ceil(self._card.tall) if typing else _NO_LIMIT
        self._card.setMaximumHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the card anew, once its text has been laid out for its new width."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit_card)

    def _show_bar(self) -> None:
        """Offer what can be done next."""
        view, reveal = self._view, self._face.reveal
        assert view is not None, "only a card has a bar"
        card = view.card
        assert card is not None, "the same"
        if reveal.done:
            self._bar.show_grades(view.buttons, self._suggested())
        elif reveal.asks:
            self._bar.show_marks(more=reveal.shown < reveal.total)
        else:
            noun = reveal.noun if card.parts else "answer"
            hint = bool(card.hint) and not self._face.hinted and not reveal.shown
            self._bar.show_question(
                noun, typed=bool(card.expected), hint=hint, more=reveal.total > 1
            )
        edit = tr("Undo the edit of the note") if self._is_edit_last else ""
        self._context.show_undo(edit or reveal.undo or view.undo)
        self._show_note()
        self._telling.watch(seen=self.isVisible())

    def _show_note(self) -> None:
        """Say how far the answer is shown, how long it was told, how it came out."""
        reveal, told = self._face.reveal, self._telling.words
        words = [told] if told else []
        if not reveal.shown:
            words += [tr(_DRILLING)] * bool(self._view and self._view.drilling)
        elif not reveal.done or reveal.marked:
            words.insert(0, reveal.tally if reveal.done else reveal.place)
        if reveal.done and not reveal.tally:
            words.append(tr(REPEATED))
        self._bar.show_note(" · ".join(filter(None, words)), late=self._telling.late)

    def _prepare_next(self) -> None:
        """Make what the next key will show, while the person reads."""
        card = self._current
        if card:
            for face in _next_faces(card, self._face, self._field.answer):
                self._documents.shown(card, face)
            self.upcoming_wanted.emit()

    def prepare(self, upcoming: "CardFacts") -> None:
        """Make the question that is likely to be next."""
        self._documents.shown(upcoming, _question_of(upcoming))


def _question_of(card: "CardFacts") -> Face:
    """The face that a card begins with."""
    return Face(Reveal(card.parts, card.marked))


def _keys(card: "CardFacts") -> tuple[str, ...]:
    """What tells a card's parts apart, however they are worded."""
    return tuple(part.key for part in card.parts)


def _next_faces(card: "CardFacts", face: Face, typed: str) -> Iterator[Face]:
    """Foresee what the next key may show."""
    reveal = face.reveal
    if reveal.asks:
        yield replace(face, reveal=reveal.mark(hit=False))
        yield replace(face, reveal=reveal.mark(hit=True))
    elif not reveal.done:
        typed = typed if card.expected and not reveal.shown else face.typed
        yield replace(face, reveal=reveal.onward(), typed=typed)
    if card.hint and not face.hinted and not reveal.shown:
        yield replace(face, hinted=True)
