"""A line round what Tab has reached, where a border of its own would move its text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

_TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_WIDTH = 2


class Ring(QWidget):
    """Seen only while the focus is here and came by the keyboard's way round.

    What it is round calls ``follow``; an event filter would be asked while that is destroyed.
    """

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def follow(self, event: QFocusEvent) -> None:
        """Come and go with the focus."""
        self.fit()
        self.setVisible(event.gotFocus() and event.reason() in _TABBED)
        self.raise_()

    def fit(self) -> None:
        """Be as large as what is inside."""
        self.setGeometry(self._around.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        pen = QPen(self.palette().color(QPalette.ColorRole.Accent), _WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
