"""The notes of a deck, in its order, each with its standing: due, new, in 12 days."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from flashcards.domain.in_words import in_words
from flashcards.domain.tongue import tr
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.ring import Ring

if TYPE_CHECKING:
    from flashcards.services.proofreading import Outlined

Index = QModelIndex | QPersistentModelIndex
_STANDING = Qt.ItemDataRole.UserRole


class _Notes(QAbstractListModel):
    """The notes, and what is known of each by its name."""

    def __init__(self) -> None:
        super().__init__()
        self.notes: Sequence[Outlined] = ()
        self.standings: Mapping[str, str] = {}

    def show(self, notes: "Sequence[Outlined]") -> None:
        """Take other notes."""
        self.beginResetModel()
        self.notes = notes
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Count the notes."""
        return 0 if parent.isValid() else len(self.notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a note's words."""
        if not index.isValid():
            return None
        note = self.notes[index.row()]
        standing = self.standings.get(note.name, tr("new")) if note.kind else tr("left out")
        if role == Qt.ItemDataRole.DisplayRole:
            return in_words(note.prompt)
        if role == _STANDING:
            return standing
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{in_words(note.prompt)}, {standing}"
        return f"{note.prompt}\n{standing}" if role == Qt.ItemDataRole.ToolTipRole else None


class _Row(QStyledItemDelegate):
    """A prompt, cut where room is short, and its standing quietly to the right."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Ask for a line with air."""
        return QSize(10 * GRID, option.fontMetrics.height() + GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one note."""
        made = QStyleOptionViewItem(option)
        self.initStyleOption(made, index)
        made.text = ""
        view = made.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, made, painter, view)
        room: QRect = made.rect.adjusted(GRID, 0, -GRID, 0)
        metrics, standing = made.fontMetrics, str(index.data(_STANDING))
        right = metrics.horizontalAdvance(standing) + GRID
        painter.setPen(view.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | _MIDDLE, standing)
        painter.setPen(view.palette().color(QPalette.ColorRole.Text))
        elided = Qt.TextElideMode.ElideRight
        words = metrics.elidedText(str(index.data()), elided, room.width() - right)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | _MIDDLE, words)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class OutlineView(QListView):
    """``wanted`` carries the line of a note that was chosen."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._notes, self._ring = _Notes(), Ring(self)
        self.setModel(self._notes)
        self.setItemDelegate(_Row(self))
        self.setAccessibleName(tr("Notes of this deck"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_notes(self, notes: "Sequence[Outlined]", line: int) -> None:
        """Show a deck's notes; that of a line is the current one."""
        if notes != self._notes.notes:
            self._notes.show(notes)
        self.show_line(line)

    def show_standings(self, standings: Mapping[str, str]) -> None:
        """Tell how the notes stand, by their names; the others are new."""
        self._notes.standings = standings
        self.viewport().update()

    def show_line(self, line: int) -> None:
        """Mark the note in which a line is."""
        notes = self._notes.notes
        row = next((row for row in range(len(notes) - 1, -1, -1) if notes[row].line <= line), -1)
        self.setCurrentIndex(self._notes.index(row) if row >= 0 else QModelIndex())

    def _choose(self, index: Index) -> None:
        self.wanted.emit(self._notes.notes[index.row()].line)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that Tab has come."""
        super().focusInEvent(event)
        self._ring.follow(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has gone."""
        super().focusOutEvent(event)
        self._ring.follow(event)
