"""Draws a plot in the theme's colours, at whatever size and scale it is shown."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from flashcards.ui.progress.plots import Kind, Mark, Plot
from flashcards.ui.theme.tokens import GRID

_ROLE = QPalette.ColorRole
_MOST_LABELS = 12
_WEEK = 7
_WIDEST = 56
"""No column is wider, in pixels."""

_LEVELS = (0.3, 0.5, 0.75, 1.0)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter

Drawn = tuple[Mark, QRectF]
"""A mark, and where it is to be pointed at."""


class Picture(QWidget):
    """One plot. Its numbers are beside it as a table, so a screen reader gets them there."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._plot: Plot | None = None

    def show_plot(self, plot: Plot) -> None:
        """Draw another plot."""
        self._plot = plot
        self.setAccessibleName(f"{plot.title}: {plot.sample}")
        self.setVisible(bool(plot.marks))
        self.updateGeometry()
        self.update()

    @property
    def _line(self) -> int:
        """The height of a line of text."""
        return self.fontMetrics().height()

    def sizeHint(self) -> QSize:
        """Be as tall as the marks need."""
        kind = self._plot.kind if self._plot else Kind.COLUMNS
        if kind is Kind.BARS and self._plot:
            return QSize(40 * GRID, round(len(self._plot.marks) * self._line * 1.7))
        if kind is Kind.SQUARES:
            return QSize(40 * GRID, round(self._line * 0.85 * _WEEK))
        return QSize(40 * GRID, 8 * self._line)

    def minimumSizeHint(self) -> QSize:
        """Take the height; the width may shrink."""
        return QSize(20 * GRID, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _side(self) -> float:
        """From one square to the next: a year fits the width."""
        return min(self._line * 0.85, self.width() / 54)

    # --- where things are ------------------------------------------------------------------

    def places(self) -> Iterator[Drawn]:
        """Give each mark with the rectangle it belongs in."""
        if self._plot is None or not self._plot.marks:
            return
        kind, marks = self._plot.kind, self._plot.marks
        if kind is Kind.BARS:
            step = self.height() / len(marks)
            for place, mark in enumerate(marks):
                yield mark, QRectF(0, place * step, self.width(), step)
        elif kind is Kind.COLUMNS:
            step = self.width() / len(marks)
            for place, mark in enumerate(marks):
                yield mark, QRectF(place * step, 0, step, self.height() - self._line)
        else:
            side = self._side()
            start = date.fromisoformat(marks[0].label).weekday()
            for place, mark in enumerate(marks, start):
                column, row = divmod(place, _WEEK)
                yield mark, QRectF(column * side, row * side, side * 0.82, side * 0.82)

    def told_at(self, point: QPointF) -> str:
        """Say what is under the pointer."""
        return next((mark.told for mark, area in self.places() if area.contains(point)), "")

    def event(self, event: QEvent) -> bool:
        """Tell the mark under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told_at(event.pos().toPointF()), self)
            return True
        return super().event(event)

    # --- drawing ---------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the marks."""
        if self._plot is None or not self._plot.marks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw = {Kind.BARS: self._bars, Kind.COLUMNS: self._columns, Kind.SQUARES: self._squares}
        draw[self._plot.kind](painter, list(self.places()))
        painter.end()

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    def _bars(self, painter: QPainter, drawn: list[Drawn]) -> None:
        """Lying bars from 0 to 100 %, the label before, the words behind, the interval across."""
        metrics = self.fontMetrics()
        room = min(
            self.width() * 0.32, max(metrics.horizontalAdvance(mark.label) for mark, _ in drawn)
        )
        behind = max(metrics.horizontalAdvance(mark.told) for mark, _ in drawn)
        room += 2  # what is measured is rounded down
        left, right = room + 2 * GRID, self.width() - behind - 2 * GRID
        for mark, area in drawn:
            label = metrics.elidedText(mark.label, Qt.TextElideMode.ElideMiddle, round(room))
            bar = QRectF(left, area.top(), max(1.0, right - left), area.height())
            painter.setPen(self._colour(_ROLE.WindowText))
            painter.drawText(QRectF(0, area.top(), room, area.height()), _LEFT, label)
            painter.drawText(
                QRectF(right, area.top(), self.width() - right, area.height()), _RIGHT, mark.told
            )
            self._bar(painter, mark, bar)

    def _bar(self, painter: QPainter, mark: Mark, area: QRectF) -> None:
        thick, middle = area.height() * 0.42, area.center().y()
        full = QRectF(area.left(), middle - thick / 2, area.width(), thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(_ROLE.Midlight))
        painter.drawRoundedRect(full, 3, 3)
        painter.setBrush(self._colour(_ROLE.Accent))
        painter.drawRoundedRect(
            QRectF(full.topLeft(), full.bottomLeft()).adjusted(0, 0, full.width() * mark.value, 0),
            3,
            3,
        )
        if mark.low is not None and mark.high is not None:
            low, high = (area.left() + area.width() * end for end in (mark.low, mark.high))
            painter.setPen(QPen(self._colour(_ROLE.WindowText), 1.5))
            painter.drawLine(QPointF(low, middle), QPointF(high, middle))
            for end in (low, high):
                painter.drawLine(QPointF(end, middle - thick / 2), QPointF(end, middle + thick / 2))

    def _columns(self, painter: QPainter, drawn: list[Drawn]) -> None:
        """Standing columns, the highest one's number above it, every so many a label below."""
        best = max(mark.value for mark, _ in drawn)
        every = -(-len(drawn) // _MOST_LABELS)
        ground = drawn[0][1].bottom()
        room = ground - self._line * 1.3
        painter.setPen(self._colour(_ROLE.Midlight))
        painter.drawLine(QPointF(0, ground), QPointF(self.width(), ground))
        highest = next(mark for mark, _ in drawn if mark.value == best)
        for place, (mark, area) in enumerate(drawn):
            tall = room * mark.value / best
            gap = max(min(area.width() * 0.15, 4.0), (area.width() - _WIDEST) / 2)
            column = QRectF(area.left() + gap, ground - tall, area.width() - 2 * gap, tall)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(_ROLE.Accent))
            if tall > 0:
                painter.drawRoundedRect(column, 2, 2)
            painter.setPen(self._colour(_ROLE.PlaceholderText))
            if mark is highest:
                words = f"{mark.value:,.0f}"
                above = QRectF(
                    column.center().x() - 100, column.top() - self._line * 1.2, 200, self._line
                )
                painter.drawText(self._inside(above), _MIDDLE, words)
            if place % every == 0:
                below = QRectF(area.center().x() - 60, ground, 120, self._line)
                painter.drawText(self._inside(below, mark.label), _MIDDLE, mark.label)

    def _inside(self, area: QRectF, words: str = "") -> QRectF:
        """Move what would be cut off at either side."""
        half = self.fontMetrics().horizontalAdvance(words) / 2 if words else 30
        middle = min(max(area.center().x(), half), self.width() - half)
        return QRectF(middle - area.width() / 2, area.top(), area.width(), area.height())

    def _squares(self, painter: QPainter, drawn: list[Drawn]) -> None:
        """A square a day, the darker the more was answered."""
        best = max(mark.value for mark, _ in drawn)
        full, empty = self._colour(_ROLE.Accent), self._colour(_ROLE.Midlight)
        painter.setPen(Qt.PenStyle.NoPen)
        for mark, area in drawn:
            colour = QColor(empty)
            if mark.value:
                level = _LEVELS[min(3, int(4 * (mark.value - 1) // best))]
                colour = _mixed(empty, full, level)
            painter.setBrush(colour)
            painter.drawRoundedRect(area, 2, 2)


def _mixed(empty: QColor, full: QColor, share: float) -> QColor:
    ends = ((empty.red(), full.red()), (empty.green(), full.green()), (empty.blue(), full.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in ends))
