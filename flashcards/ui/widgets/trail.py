"""One line that gives way: cut with an ellipsis where room is short, whole for a screen reader."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import tip


class Trail(QLabel):
    """A quiet label that never makes its page wider than the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_text(self, text: str) -> None:
        """Set the words; the tip has them whole."""
        self.setText(text)
        self.setToolTip(tip(text))

    def minimumSizeHint(self) -> QSize:
        """Ask for a few letters only."""
        return QSize(4 * GRID, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        fitting = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), self.alignment(), fitting)
        painter.end()
