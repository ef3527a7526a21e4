"""Where a search is typed: a line under the word that is wrong, and words to choose from."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from flashcards.domain.tongue import later, tr
from flashcards.ui.keymap import keymap
from flashcards.ui.theme.tokens import GRID

if TYPE_CHECKING:
    from flashcards.domain.search.completion import Offer
    from flashcards.domain.search.parse import QueryFault

EXAMPLES = later("topic:ml   is:due   lapses>3   “layer norm”   any words")
_WAVE = 2
_LIST = 44 * GRID


class SearchField(QLineEdit):
    """``go_wanted`` is Enter; ``offers`` gives what the word at the cursor may become."""

    go_wanted = Signal()
    wanted = Signal(str)
    """An action whose key was pressed while the list of words, which has all keys, was shown."""

    def __init__(self, offers: "Callable[[str, int], list[Offer]]") -> None:
        super().__init__()
        self._ask, self._offers = offers, list["Offer"]()
        self._fault: QueryFault | None = None
        self.setPlaceholderText(tr(EXAMPLES))
        self.setAccessibleName(tr("Search the cards"))
        self.setClearButtonEnabled(True)
        self._texts = QStringListModel(self)
        self._chooser, self._list = QCompleter(self._texts, self), QListView()
        self._chooser.setPopup(self._list)
        self._chooser.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._chooser.setWidget(self)
        self._list.setAccessibleName(tr("What it may become"))
        self._chooser.activated.connect(self._take)
        self.textEdited.connect(lambda _: self.offer())
        self.textChanged.connect(lambda _: self.mark(None))

    def mark(self, fault: "QueryFault | None") -> None:
        """Draw a line under the word that is wrong."""
        self._fault = fault
        self.setAccessibleDescription(fault.sentence if fault else "")
        self.update()

    def offer(self) -> None:
        """Show what the word at the cursor may become, where it may become anything."""
        self._offers = self._ask(self.text(), self.cursorPosition())
        if not self._offers:
            self._list.hide()
            return
        self._texts.setStringList([f"{each.text.strip()}   {each.told}" for each in self._offers])
        left = min(self._x_of(self._offers[0].start), max(0, self.width() - _LIST))
        self._chooser.complete(QRect(left, 0, min(_LIST, self.width()), self.height()))
        self._list.setCurrentIndex(QModelIndex())  # Enter takes a word only once one is chosen

    @property
    def offered(self) -> Sequence[str]:
        """What there is to choose from, while that is shown."""
        return self._texts.stringList() if self._list.isVisible() else []

    def _take(self, text: str) -> None:
        """Put a chosen word in."""
        chosen = self._offers[self._texts.stringList().index(text)]
        before, at = self.text(), chosen.start + len(chosen.text)
        rest = before[chosen.end :].removeprefix(" ")
        self.setText(before[: chosen.start] + chosen.text + rest)
        self.setCursorPosition(at)
        self.textEdited.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down go on to the list of cards; Ctrl+Space shows the words again."""
        if self._list.isVisible() and (name := _action_of(event)):
            self._list.hide()
            self.wanted.emit(name)
            return
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_Space:
            self.offer()
        elif self._list.isVisible() and event.key() in self._choosing():
            event.ignore()  # the list of words takes it
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in _GOING:
            self.go_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _choosing(self) -> tuple[Qt.Key, ...]:
        """Name the keys that are the list's: Enter, only once a word is chosen in it."""
        return _MOVING + (_ENTER if self._list.currentIndex().isValid() else ())

    def _x_of(self, column: int) -> int:
        """Tell where a letter stands, however far the text is scrolled."""
        advance = self.fontMetrics().horizontalAdvance
        typed = advance(self.text()[: self.cursorPosition()])
        return self.cursorRect().center().x() - typed + advance(self.text()[:column])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line over the field."""
        super().paintEvent(event)
        if self._fault is None:
            return
        start = self._fault.column - 1
        left = max(self._x_of(start), GRID)
        right = min(self._x_of(start + self._fault.length), self.width() - GRID)
        foot = self.cursorRect().bottom() - 1
        steps = range(left, max(right, left + 3 * _WAVE) + 1, _WAVE)
        points = [QPointF(x, foot + _WAVE * (place % 2)) for place, x in enumerate(steps)]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().brightText().color(), 1.5))
        painter.drawPolyline(QPolygonF(points))
        painter.end()


def _action_of(event: QKeyEvent) -> str:
    """Name the page's action that a key means, where it is none of the field's own."""
    pressed = QKeySequence(event.keyCombination())
    names = ("study", "save-search", "saved-searches")
    return next((name for name in names if pressed in map(QKeySequence, keymap().keys(name))), "")


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GOING = (*_ENTER, Qt.Key.Key_Down)
_MOVING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape)
