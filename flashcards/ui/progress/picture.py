"""Draws a plot in the theme's colours, at whatever size and scale it is shown."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from flashcards.domain.spoken import percent, short_month
from flashcards.domain.tongue import number, trc
from flashcards.ui.progress.plot import Kind, Mark, Plot
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

_TREND = 7
"""A trend is so many lines of text wide."""

Drawn = tuple[Mark, QRectF]
"""A mark, and where it is to be pointed at."""


class Picture(QWidget):
    """One plot, drawn from the left in every language.

    Its numbers are beside it as a table, so a screen reader gets them there.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
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
        elif kind is Kind.CURVE:
            yield from self._along(marks)
        else:
            side = self._side()
            start = date.fromisoformat(marks[0].label).weekday()
            for place, mark in enumerate(marks, start):
                column, row = divmod(place, _WEEK)
                yield mark, QRectF(column * side, row * side, side * 0.82, side * 0.82)

    def _along(self, marks: Sequence[Mark]) -> Iterator[Drawn]:
        """Give each day of a curve its place, and so much around it that it can be pointed at."""
        days = [date.fromisoformat(mark.label).toordinal() for mark in marks]
        left = self.fontMetrics().horizontalAdvance("100%") + 2 * GRID
        step = (self.width() - left - GRID) / max(1, days[-1] - days[0])
        reach = max(step, GRID)
        for mark, day in zip(marks, days, strict=True):
            middle = left + (day - days[0]) * step
            yield mark, QRectF(middle - reach / 2, 0, reach, self.height() - self._line * 1.3)

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
        painter = QPainter(self)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw the marks with any painter, as wide as the widget is."""
        if self._plot is None or not self._plot.marks:
            return
        painter.setFont(self.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw = {
            Kind.BARS: self._bars,
            Kind.COLUMNS: self._columns,
            Kind.SQUARES: self._squares,
            Kind.CURVE: self._curve,
        }
        draw[self._plot.kind](painter, list(self.places()))

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
        trend = self._line * _TREND if any(mark.trend for mark, _ in drawn) else 0
        left, right = room + 2 * GRID, self.width() - behind - trend - 2 * GRID
        best = max((value for mark, _ in drawn for value in _known(mark)), default=1.0)
        for mark, area in drawn:
            label = metrics.elidedText(mark.label, Qt.TextElideMode.ElideMiddle, round(room))
            bar = QRectF(left, area.top(), max(1.0, right - left), area.height())
            painter.setPen(self._colour(_ROLE.WindowText))
            painter.drawText(QRectF(0, area.top(), room, area.height()), _LEFT, label)
            words = QRectF(right, area.top(), self.width() - trend - right, area.height())
            painter.drawText(words, _RIGHT, mark.told)
            self._bar(painter, mark, bar)
            room_left = QRectF(words.right() + 2 * GRID, area.top(), trend, area.height())
            self._trend(painter, mark, room_left.adjusted(0, 4, -2 * GRID - 4, -4), best)

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

    def _trend(self, painter: QPainter, mark: Mark, area: QRectF, best: float) -> None:
        """Draw a line through what the value was, with a dot where it is now; all to one scale."""
        values = [*mark.trend, mark.value] if mark.trend else []
        points = [
            QPointF(
                area.left() + area.width() * place / (len(values) - 1),
                area.bottom() - area.height() * value / (best or 1.0),
            )
            for place, value in enumerate(values)
            if value is not None
        ]
        painter.setPen(QPen(self._colour(_ROLE.PlaceholderText), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(_ROLE.Accent))
        for point in points[-1:]:
            painter.drawEllipse(point, 3, 3)

    def _curve(self, painter: QPainter, drawn: list[Drawn]) -> None:
        """A line from 0 to 100 %, dots for right answers, rings for wrong ones."""
        for share in (0.0, 0.5, 1.0):
            height = self._height_of(share, drawn[0][1])
            painter.setPen(self._colour(_ROLE.Midlight))
            start = drawn[0][1].center().x()
            painter.drawLine(QPointF(start, height), QPointF(self.width(), height))
            painter.setPen(self._colour(_ROLE.PlaceholderText))
            before = QRectF(0, height - self._line / 2, start - GRID, self._line)
            painter.drawText(before, _RIGHT, percent(share))
        points = [
            QPointF(area.center().x(), self._height_of(mark.value, area)) for mark, area in drawn
        ]
        now = sum(not mark.ahead for mark, _ in drawn)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for wide, part in ((2.0, points[:now]), (1.0, points[max(0, now - 1) :])):
            painter.setPen(QPen(self._colour(_ROLE.Accent), wide))
            painter.drawPolyline(part)
        self._dots(painter, zip(drawn, points, strict=True))
        self._ends(painter, [drawn[0], drawn[now - 1], drawn[-1]])

    def _height_of(self, share: float, area: QRectF) -> float:
        top = area.top() + self._line
        return area.bottom() - (area.bottom() - top) * share

    def _dots(self, painter: QPainter, drawn: Iterable[tuple[Drawn, QPointF]]) -> None:
        accent, ground = self._colour(_ROLE.Accent), self._colour(_ROLE.Button)
        for (mark, _), point in drawn:
            if mark.dot is not None:
                painter.setPen(QPen(accent, 2))
                painter.setBrush(accent if mark.dot else ground)
                painter.drawEllipse(point, 4, 4)

    def _ends(self, painter: QPainter, drawn: list[Drawn]) -> None:
        """Write the first day, today and the last day below, as far as they have room."""
        painter.setPen(self._colour(_ROLE.PlaceholderText))
        free = 0.0
        for mark, area in (drawn[0], drawn[2], drawn[1]):
            day = date.fromisoformat(mark.label)
            words = _dated(day)
            wide = self.fontMetrics().horizontalAdvance(words) + 2 * GRID
            below = QRectF(area.center().x() - wide / 2, area.bottom(), wide, self._line * 1.3)
            placed = self._inside(below, words)
            placed.moveLeft(max(placed.left(), drawn[0][1].center().x() - GRID))
            if mark is not drawn[1][0] or free < placed.left() < self.width() - 2 * wide:
                painter.drawText(placed, _MIDDLE, words)
                free = free or placed.right()

    def _columns(self, painter: QPainter, drawn: list[Drawn]) -> None:
        """Standing columns, the highest one's number above it, every so many a label below."""
        best = max(mark.value for mark, _ in drawn)
        ground = drawn[0][1].bottom()
        room = ground - self._line * 1.3
        painter.setPen(self._colour(_ROLE.Midlight))
        painter.drawLine(QPointF(0, ground), QPointF(self.width(), ground))
        highest = next(mark for mark, _ in drawn if mark.value == best)
        for mark, area in drawn:
            tall = room * mark.value / best
            gap = max(min(area.width() * 0.15, 4.0), (area.width() - _WIDEST) / 2)
            column = QRectF(area.left() + gap, ground - tall, area.width() - 2 * gap, tall)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(_ROLE.Accent))
            if tall > 0:
                painter.drawRoundedRect(column, 2, 2)
            painter.setPen(self._colour(_ROLE.PlaceholderText))
            if mark is highest:
                words = number(round(mark.value))
                above = QRectF(
                    column.center().x() - 100, column.top() - self._line * 1.2, 200, self._line
                )
                painter.drawText(self._inside(above, words), _MIDDLE, words)
        for below, words in self._labels(drawn):
            painter.drawText(below, _MIDDLE, words)

    def _labels(self, drawn: list[Drawn]) -> list[tuple[QRectF, str]]:
        """Say below every so many columns what they are, as far as that can be read."""
        some = drawn[:: -(-len(drawn) // _MOST_LABELS)]
        placed = [(self._below(area, mark.label), mark.label) for mark, area in some]
        shown = apart([(place.left(), place.right()) for place, _ in placed], self._line / 2)
        return [placed[place] for place in shown]

    def _below(self, area: QRectF, words: str) -> QRectF:
        wide = self.fontMetrics().horizontalAdvance(words)
        return self._inside(
            QRectF(area.center().x() - wide / 2, area.bottom(), wide, self._line), words
        )

    def _inside(self, area: QRectF, words: str) -> QRectF:
        """Move what would be cut off at either side."""
        half = self.fontMetrics().horizontalAdvance(words) / 2
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


def apart(spans: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """Choose from words in a line, each from here to there, those that leave a gap between."""
    chosen: list[int] = []
    free = float("-inf")
    for place, (left, right) in enumerate(spans):
        if left >= free:
            chosen.append(place)
            free = right + gap
    return chosen


def _dated(day: date) -> str:
    """Say a date as shortly as a picture has room for it."""
    details = {"day": day.day, "month": short_month(day), "year": day.year}
    return trc("date", "{day} {month} {year}", **details)


def _known(mark: Mark) -> list[float]:
    return [value for value in (*mark.trend, mark.value) if value is not None]


def _mixed(empty: QColor, full: QColor, share: float) -> QColor:
    ends = ((empty.red(), full.red()), (empty.green(), full.green()), (empty.blue(), full.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in ends))
