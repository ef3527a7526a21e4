"""Offers kinds, topics, tags, ids and image names while they are being typed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListView

from flashcards.domain.deck.completion import Wanted, fitting, wanted
from flashcards.domain.deck.tokens import START
from flashcards.domain.tongue import tr
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.write.units import characters

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

Offer = Callable[[str, str], Sequence[str]]
"""Gives the words of a sort (``completion.Wanted``) for a line."""

PAUSE_MS = 120
ROWS = 8
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Completing(QListView):
    """A list below the cursor: Enter or Tab takes a word, Escape closes it, others are typed."""

    def __init__(self, editor: "QPlainTextEdit") -> None:
        super().__init__(editor)
        self._editor = editor
        self.offer: Offer = lambda _sort, _line: ()
        self._words = QStringListModel(self)
        self._letters = self._sort = ""
        self._known: Sequence[str] = ()
        self.setModel(self._words)
        self.setProperty("role", "offer")
        self.setAccessibleName(tr("Words that fit here"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.ask)
        self.hide()

    @property
    def words(self) -> list[str]:
        """What is offered."""
        return self._words.stringList() if self.isVisible() else []

    def typed(self) -> None:
        """Offer something in a moment, if a name is being typed; a list in sight follows now."""
        if self.isVisible():
            self.ask()
        else:
            self._pause.start()

    def takes(self, event: QKeyEvent) -> bool:
        """Do what a key means to the list; tell whether it was the list's."""
        if not self.isVisible():
            return False
        if event.key() in _TAKING and not event.modifiers():
            self._take(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in _STEPS:
            row = self.currentIndex().row() + _STEPS[Qt.Key(event.key())]
            self.setCurrentIndex(self._words.index(row % self._words.rowCount(), 0))
        else:
            return False
        return True

    def ask(self) -> None:
        """Offer what fits where the cursor is; nothing closes the list."""
        found = self._wanted()
        if found and not (self.isVisible() and found.sort == self._sort):
            self._sort, self._known = found.sort, self.offer(found.sort, self._line())
        words = fitting(found.letters, self._known) if found else []
        self.setVisible(bool(words))
        if found and words:
            self._letters = found.letters
            self._words.setStringList(words)
            self.setCurrentIndex(self._words.index(0, 0))
            self._place()

    def follow(self) -> None:
        """Stay at the cursor while the editor becomes larger or smaller."""
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        """Stand below the cursor, or above it where there is no room."""
        view = self._editor.viewport()
        cursor = self._editor.cursorRect().translated(view.pos())
        bar = self.verticalScrollBar().sizeHint().width()
        wide = min(self.sizeHintForColumn(0) + bar + GRID, view.width())
        rows = min(ROWS, self._words.rowCount())
        tall = rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + GRID
        left = max(view.x(), min(cursor.left(), view.x() + view.width() - wide))
        below = cursor.bottom() + tall <= self._editor.height()
        top = cursor.bottom() if below else max(0, cursor.top() - tall)
        self.setGeometry(left, top, wide, tall)
        self.raise_()

    def _line(self) -> str:
        return self._editor.textCursor().block().text()

    def _wanted(self) -> Wanted | None:
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            return None
        line, above = self._line(), cursor.block().previous()
        before = line[: characters(line, cursor.positionInBlock())]
        return wanted(before, above.userState() if above.isValid() else START)

    def _take(self, index: QModelIndex) -> None:
        self.hide()
        cursor = self._editor.textCursor()
        left, keep = QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(left, keep, len(self._letters))
        cursor.insertText(str(index.data()))
        self._editor.setTextCursor(cursor)
