"""The list as Qt asks for it: a row is put into words when it comes into sight."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from flashcards.domain.tongue import tr
from flashcards.services.browsing import COLUMNS
from flashcards.ui.theme.icons import icon

if TYPE_CHECKING:
    from flashcards.services.browsing import Row

PAGE = 64
"""So many rows are put into words at once."""

_KEPT = 32
_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CardsModel(QAbstractTableModel):
    """Shows the cards of some slots; ``rows`` puts a few of them into words."""

    def __init__(self, rows: "Callable[[Sequence[int]], list[Row]]") -> None:
        super().__init__()
        self._rows = rows
        self._slots: Sequence[int] = ()
        self._pages: dict[int, list[Row]] = {}
        self._flag = icon("flag")

    def show_slots(self, slots: Sequence[int]) -> None:
        """Have other cards, or others in front."""
        self.beginResetModel()
        self._slots = slots
        self._pages.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """Put what is in sight into words anew."""
        self._pages.clear()
        if self._slots:
            last = self.index(len(self._slots) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def slots_shown(self) -> Sequence[int]:
        """The cards' places in the table, from the top."""
        return self._slots

    def row(self, place: int) -> "Row":
        """Give a row in words."""
        page = place // PAGE
        if page not in self._pages:
            if len(self._pages) == _KEPT:
                self._pages.clear()
            self._pages[page] = self._rows(self._slots[page * PAGE : (page + 1) * PAGE])
        return self._pages[page][place % PAGE]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Count the cards."""
        return 0 if parent.isValid() else len(self._slots)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Count the columns, hidden ones too."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # as the role has it
        """Give a cell's words, side or colour."""
        if not index.isValid():
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row(index.row()).cells[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if COLUMNS[column].is_number else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole and self.row(index.row()).is_suspended:
            return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        if column == 0:
            return self._of_prompt(self.row(index.row()), role)
        return None

    def _of_prompt(self, row: "Row", role: int) -> Any:  # noqa: ANN401  # as the role has it
        """Give what only the first column has: its flag, and its words for a screen reader."""
        if role == Qt.ItemDataRole.DecorationRole:
            return self._flag if row.is_flagged else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            flagged = [tr("flagged")] * row.is_flagged
            suspended = [tr("suspended")] * row.is_suspended
            return ", ".join([row.cells[0], *flagged, *suspended])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401  # as the role has it
        """Give a column's title and side; the rows have none."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if COLUMNS[section].is_number else _LEFT
        return None
