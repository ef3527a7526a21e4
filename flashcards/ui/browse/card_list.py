"""The list itself: rows of one height, columns that can be moved, hidden and sorted by."""

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QByteArray, QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from flashcards.domain.spoken import days_text, due_text
from flashcards.domain.tongue import tr
from flashcards.services.browsing import COLUMNS
from flashcards.ui.browse.model import CardsModel
from flashcards.ui.theme.tokens import GRID

_WIDTHS = {
    "prompt": 40,
    "deck": 20,
    "topic": 26,
    "tags": 20,
    "due": 20,
    "interval": 16,
    "grade": 15,
}
_USUAL = 13
"""Letters that a column has room for, its margins included."""

_SHOWN = ("prompt", "topic", "due", "interval", "lapses", "grade")
"""Columns that are seen until the person chooses others."""

_AROUND = 4 * GRID
"""What stands round a cell's words."""


def _longest() -> dict[str, str]:
    """Say the longest that columns of times are wide enough for: languages differ in that."""
    today, long_ago = date(2026, 1, 31), timedelta(349)  # 11.5 months
    return {"due": due_text(today - long_ago, today), "interval": days_text(long_ago.days)}


class CardList(QTableView):
    """``sorted_anew`` says that another order is wanted; ``chosen`` that the selection changed."""

    sorted_anew = Signal()
    chosen = Signal()

    def __init__(self, model: CardsModel) -> None:
        super().__init__()
        self._cards = model
        self.sort: tuple[str, bool] = ("", False)
        """The column sorted by (none: as in the decks), and whether downwards."""
        self.setModel(model)
        self.setAccessibleName(tr("Cards"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)  # Tab leaves the list; arrows move in it
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        # Else its every paint asks each row whether it is selected: 1.5 s for 100,000.
        head.setSelectionModel(QItemSelectionModel(model, head))
        head.setSortIndicatorShown(False)
        head.sectionClicked.connect(self._sort_next)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())
        self._lay_columns()
        self._fit_rows()

    def _lay_columns(self) -> None:
        self.ensurePolished()  # the letters that it will have
        letters, usual = self.fontMetrics(), self.fontMetrics().averageCharWidth()
        needed = {name: letters.horizontalAdvance(text) for name, text in _longest().items()}
        for place, column in enumerate(COLUMNS):
            width = _WIDTHS.get(column.name, _USUAL) * usual
            self.setColumnWidth(place, max(width, needed.get(column.name, 0) + _AROUND))
            self.setColumnHidden(place, column.name not in _SHOWN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the prompts all room that is left."""
        super().resizeEvent(event)
        self.fill()

    def fill(self) -> None:
        """Widen the prompts where the columns leave room."""
        left = self.viewport().width() - self.horizontalHeader().length()
        least = _WIDTHS["prompt"] * self.fontMetrics().averageCharWidth()
        self.setColumnWidth(0, max(least, self.columnWidth(0) + left))

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * GRID)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the rows as tall as the letters ask for."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    # --- order and columns -----------------------------------------------------------------

    def _sort_next(self, place: int) -> None:
        """Sort upwards, downwards, then as in the decks again."""
        name = COLUMNS[place].name
        was, down = self.sort
        if was != name:
            self.sort_by(name, down=False)
        elif not down:
            self.sort_by(name, down=True)
        else:
            self.sort_by("", down=False)

    def sort_by(self, name: str, *, down: bool) -> None:
        """Sort by a column; without one, as in the decks."""
        self.sort = name, down
        self._show_sort()
        self.sorted_anew.emit()

    def _show_sort(self) -> None:
        name, down = self.sort
        places = [place for place, column in enumerate(COLUMNS) if column.name == name]
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicatorShown(bool(places))
        if places:
            self.horizontalHeader().setSortIndicator(places[0], order)

    def places_shown(self) -> list[int]:
        """Give the columns that are seen, from the left."""
        head = self.horizontalHeader()
        places = map(head.logicalIndex, range(head.count()))
        return [place for place in places if not head.isSectionHidden(place)]

    def move_left(self, place: int) -> None:
        """Put a column before the one that is seen to its left."""
        head, shown = self.horizontalHeader(), self.places_shown()
        before = shown[max(0, shown.index(place) - 1)]
        head.moveSection(head.visualIndex(place), head.visualIndex(before))

    def layout_kept(self) -> QByteArray:
        """Give widths, order and choice of the columns, to be kept."""
        return self.horizontalHeader().saveState()

    def restore(self, state: QByteArray) -> None:
        """Lay the columns out as they were; the decks' order comes back."""
        self.horizontalHeader().restoreState(state)
        self.fill()
        self._show_sort()

    # --- selection -------------------------------------------------------------------------

    @property
    def current(self) -> int | None:
        """The row that the keys are on, where there is one."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    @property
    def count_selected(self) -> int:
        """How many rows are selected."""
        return sum(bottom - top + 1 for top, bottom in self._ranges())

    def selected_slots(self) -> list[int]:
        """Give the places of the selected cards in the table, from the top."""
        slots = self._cards.slots_shown
        return [slot for top, bottom in sorted(self._ranges()) for slot in slots[top : bottom + 1]]

    def _ranges(self) -> Iterator[tuple[int, int]]:
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(place) for place in range(chosen.count()))
        return ((each.top(), each.bottom()) for each in ranges)

    def go_to(self, place: int) -> None:
        """Select one row, and bring it into sight."""
        last = len(COLUMNS) - 1
        index = self.model().index(place, 0)
        rows = QItemSelection(index, self.model().index(place, last))
        picked = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(rows, picked.ClearAndSelect)
        self.selectionModel().setCurrentIndex(index, picked.NoUpdate)
        self.scrollTo(index)
