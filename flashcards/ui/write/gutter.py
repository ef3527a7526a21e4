"""The strip beside the text: line numbers, and a mark where something is wrong."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from flashcards.domain.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flashcards.ui.theme.tokens import Theme

PADDING = 6
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Numbered(Protocol):
    """The editor, as its gutter sees it."""

    def lines_in_sight(self) -> "Iterator[tuple[int, QRectF]]":
        """Give the lines on the screen, from 1, with the place of each."""
        ...

    def lines(self) -> int:
        """Count all lines."""
        ...

    def line(self) -> int:
        """Tell which line the cursor is in."""
        ...

    def go_to(self, line: int) -> None:
        """Put the cursor into a line."""
        ...


class Gutter(QWidget):
    """Errors are filled discs, warnings triangles, hints rings: their shapes tell them apart."""

    def __init__(self, parent: QWidget, editor: Numbered, theme: "Theme") -> None:
        super().__init__(parent)
        self._editor, self._theme = editor, theme
        self.marks: dict[int, Severity] = {}

    def set_theme(self, theme: "Theme") -> None:
        """Draw in another theme's colours."""
        self._theme = theme
        self.update()

    def wide(self) -> int:
        """Tell how much room the numbers need."""
        digits = max(2, len(str(self._editor.lines())))
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance("9") * digits + metrics.ascent() + 3 * PADDING

    def sizeHint(self) -> QSize:
        """Ask for that room."""
        return QSize(self.wide(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        painter.fillRect(event.rect(), QColor(colours.surface))
        here = self._editor.line()
        for number, place in self._editor.lines_in_sight():
            painter.setPen(QColor(colours.text if number == here else colours.quiet))
            tall = self.fontMetrics().height()
            room = QRect(0, round(place.top()), self.width() - PADDING, tall)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number)
            )
            if severity := self.marks.get(number):
                self._mark(painter, severity, QRectF(room))
        painter.end()

    def _mark(self, painter: QPainter, severity: Severity, line: QRectF) -> None:
        side = self.fontMetrics().ascent() * 0.6
        box = QRectF(PADDING, line.center().y() - side / 2, side, side)
        colour = QColor(colour_of(severity, self._theme))
        painter.setPen(colour)
        painter.setBrush(colour if severity is not Severity.HINT else Qt.BrushStyle.NoBrush)
        if severity is Severity.WARNING:
            top = QPointF(box.center().x(), box.top())
            painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
        else:
            painter.drawEllipse(box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the line that was pressed."""
        for number, place in self._editor.lines_in_sight():
            if place.top() <= event.position().y() < place.bottom():
                self._editor.go_to(number)


def colour_of(severity: Severity, theme: "Theme") -> str:
    """Give the colour of a problem's mark."""
    colours = theme.colours
    if severity is Severity.ERROR:
        return colours.danger
    return colours.warning if severity is Severity.WARNING else colours.accent
