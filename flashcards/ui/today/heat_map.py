"""What I did: the answers of half a year, a square a day, and the same in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QGuiApplication,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from flashcards.domain.activity import WEEKS
from flashcards.domain.clock import Day, date_of
from flashcards.domain.spoken import long_date, short_month
from flashcards.domain.tongue import number, tr, trn
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.domain.activity import Activity

_DAYS = 7
_SMALL = 0.87
_ROOM = 3
"""So many weeks a month's name is wide."""
_LEVELS = (0.0, 0.3, 0.5, 0.75, 1.0)
"""How much of the accent a square takes: nothing answered, then by quarters of the best day."""


class HeatMap(QFrame):
    """A card with the squares and the sentence that says what they show."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("What you did"))
        self._words, self.squares = label("quiet", wraps=True), Squares(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._words)
        layout.addWidget(self.squares)

    def show_activity(self, activity: "Activity | None") -> None:
        """Show the days; without any answer there is nothing to show."""
        self.setVisible(activity is not None and activity.total > 0)
        if activity is not None:
            self._words.setText(in_words(activity))
            self.squares.show_days(activity.last, activity.counts)


class Squares(QWidget):
    """A column a week, Monday on top; above the first full week of a month its name.

    Time goes to the right in every language, as in charts.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._last, self._counts = Day(1), tuple[int, ...]()

    def show_days(self, last: Day, counts: tuple[int, ...]) -> None:
        """Show the counts of the days up to ``last``."""
        self._last, self._counts = last, counts
        self.update()

    def sizeHint(self) -> QSize:
        """Be as tall as seven squares, which grow with the text."""
        return QSize(round(self._step * WEEKS), round(self._top + self._step * _DAYS))

    @property
    def _step(self) -> float:
        """From one square to the next, in pixels."""
        return self.fontMetrics().height() * 0.85

    @property
    def _top(self) -> float:
        """How much room the months have above the squares."""
        return self.fontMetrics().height() * 1.15

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._write_months(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.translate(0, self._top)
        colours = self._colours()
        best = max(self._counts, default=0)
        side, radius = self._step * 0.8, self._step * 0.16
        for place, count in enumerate(self._counts):
            painter.setBrush(colours[level(count, best)])
            corner = QPointF(place // _DAYS * self._step, place % _DAYS * self._step)
            painter.drawRoundedRect(QRectF(corner.x(), corner.y(), side, side), radius, radius)
        painter.end()

    def _write_months(self, painter: QPainter) -> None:
        font = painter.font()
        font.setPixelSize(round(QFontInfo(font).pixelSize() * _SMALL))
        painter.setFont(font)
        painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
        first = Day(self._last - len(self._counts) + 1)
        for column, name in months_over(first, len(self._counts)):
            painter.drawText(QPointF(column * self._step, self.fontMetrics().ascent()), name)

    def _colours(self) -> list[QColor]:
        empty = self.palette().color(QPalette.ColorRole.Midlight)
        full = self.palette().color(QPalette.ColorRole.Accent)
        return [_mixed(empty, full, share) for share in _LEVELS]

    def event(self, event: QEvent) -> bool:
        """Tell the day under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told_at(event.pos().toPointF()), self)
            return True
        return super().event(event)

    def told_at(self, point: QPointF) -> str:
        """Say which day a point of the map is, and what was answered on it."""
        column, row = int(point.x() // self._step), int((point.y() - self._top) // self._step)
        place = column * _DAYS + row
        if not 0 <= row < _DAYS or not 0 <= place < len(self._counts):
            return ""
        day, count = Day(self._last - len(self._counts) + 1 + place), self._counts[place]
        when = long_date(date_of(day))
        return trn("{when}: {count} answer", "{when}: {count} answers", count, when=when)


def months_over(monday: Day, days: int) -> list[tuple[int, str]]:
    """Tell above which weeks a month's name stands; one that ends too soon has no room for it."""
    weeks = [date_of(Day(monday + start)) for start in range(0, days, _DAYS)]
    named = [place for place, day in enumerate(weeks) if not place or day.day <= _DAYS]
    if named[1:] and named[1] < _ROOM:
        del named[0]
    return [(place, short_month(weeks[place])) for place in named if len(weeks) - place > 1]


def level(count: int, best: int) -> int:
    """Say how dark a square is, from 0 (nothing) to 4 (near the best day)."""
    return 0 if count == 0 else min(4, 1 + 4 * (count - 1) // best)


def in_words(activity: "Activity") -> str:
    """Say what the squares show."""
    told = trn(
        "{count} answer on {days} in the last {weeks} weeks",
        "{count} answers on {days} in the last {weeks} weeks",
        activity.total,
        days=trn("{count} day", "{count} days", activity.days),
        weeks=WEEKS,
    )
    if activity.streak < 2:
        return f"{told}."
    return tr("{told}; {streak} days in a row.", told=told, streak=number(activity.streak))


def _mixed(empty: QColor, full: QColor, share: float) -> QColor:
    pairs = zip(empty.getRgb()[:3], full.getRgb()[:3], strict=True)  # type: ignore[index]  # PySide6's stubs say object
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))
