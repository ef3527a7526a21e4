"""Where an answer is typed: one line that grows with what is written."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from flashcards.domain.tongue import tr
from flashcards.ui.theme.tokens import GRID

LINES = 6
"""So tall it grows; beyond, it scrolls."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerField(QPlainTextEdit):
    """Enter is done, Shift+Enter a new line, Escape leaves the field; no letter is a command."""

    done = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "answer")
        self.setAccessibleName(tr("Your answer"))
        self.setPlaceholderText(tr("Type the answer; Enter compares it"))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    @property
    def answer(self) -> str:
        """What was typed; empty for spaces alone."""
        return self.toPlainText().strip()

    def event(self, e: QEvent) -> bool:
        """Keep Escape from the page: in here it leaves the field."""
        if isinstance(e, QKeyEvent) and e.type() == QEvent.Type.ShortcutOverride:
            e.setAccepted(e.key() == Qt.Key.Key_Escape)
            if e.isAccepted():
                return True
        return super().event(e)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Enter and Escape end the typing."""
        plain = not e.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if e.key() in _ENTER and plain:
            if not e.isAutoRepeat():
                self.done.emit()
        elif e.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(e)

    def changeEvent(self, e: QEvent) -> None:
        """Grow with the text's size."""
        super().changeEvent(e)
        if e.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._grow()

    def sizeHint(self) -> QSize:
        """Ask for a column's width."""
        return QSize(80 * GRID, self.height())

    def _grow(self) -> None:
        """Be as tall as the lines that are written."""
        lines = max(1, min(LINES, int(self.document().size().height())))
        line = self.fontMetrics().lineSpacing()
        around = 0.8 * line + 2 * self.document().documentMargin()  # padding grows with the text
        self.setFixedHeight(round(lines * line + around))
