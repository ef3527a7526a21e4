"""A quiet mark on a card: a word, with an icon before it in the colour of its letters."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from flashcards.ui.theme.icons import draw


class Chip(QLabel):
    """The icon grows with the letters."""

    def __init__(self, text: str, icon: str) -> None:
        super().__init__(text)
        self.setProperty("role", "chip")
        self._icon = icon
        self._make_room()

    @property
    def _side(self) -> int:
        """How large the icon is, in pixels."""
        return self.fontMetrics().ascent()

    def _make_room(self) -> None:
        self.setIndent(round(1.25 * self._side))

    def changeEvent(self, event: QEvent) -> None:
        """Keep the room before the word."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon before the word."""
        super().paintEvent(event)
        inside, side = self.contentsRect(), self._side
        corner = QPoint(inside.left(), inside.top() + (inside.height() - side) // 2)
        painter = QPainter(self)
        draw(self._icon, painter, QRect(corner, QSize(side, side)), self.palette().windowText())
        painter.end()
