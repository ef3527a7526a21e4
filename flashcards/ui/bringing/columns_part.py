"""Which column of a table becomes what: a line for each column, with its first cells."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QWidget

from flashcards.domain.imports.found import shortened
from flashcards.domain.imports.table import COLUMNS
from flashcards.domain.tongue import later, tr
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label
from flashcards.ui.widgets.trail import Trail

if TYPE_CHECKING:
    from flashcards.domain.imports.table import Table

MOST = 24
"""More columns than this are left out; no table of notes has so many."""

SAMPLES = 3
_PARTS: Mapping[str, str] = {
    "": later("Left out"),
    "prompt": later("Question"),
    "answer": later("Answer"),
    "kind": later("Kind"),
    "tags": later("Tags"),
    "section": later("Section"),
    "topic": later("Topic"),
    "source": later("Source"),
    "hint": later("Hint"),
}
assert set(_PARTS) == {"", *COLUMNS}, "every part of a note can be chosen"


class ColumnsPart(QFrame):
    """Lines are made as tables need them, and kept; ``asked`` says that the person chose.

    Tab reaches them after ``before``.
    """

    asked = Signal()

    def __init__(self, before: QWidget) -> None:
        super().__init__()
        self._last = before
        self.setProperty("role", "card")
        self.setAccessibleName(tr("What each column is"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(2, 1)
        self._lines: list[_Line] = []
        self._changing, self._before = -1, list[str]()

    def show_table(self, table: "Table") -> None:
        """Show the columns, and what each is taken for; a choice that asks nothing stays."""
        if table.columns is None and self._changing >= 0:
            return
        while len(self._lines) < min(table.width, MOST):
            self._lines.append(_Line(self._grid, len(self._lines)))
            choice = self._lines[-1].choice
            self.setTabOrder(self._last, choice)
            self._last = choice
            choice.activated.connect(partial(self._chosen, len(self._lines) - 1))
        names, parts = table.header, table.columns
        rows = table.rows[1:] if names else table.rows
        for place, line in enumerate(self._lines):
            if line.show_shown(shown=place < table.width):
                name = names[place] if place < len(names) else ""
                cells = [row.cells[place] for row in rows[:SAMPLES] if place < len(row.cells)]
                line.show_column(name or tr("Column {number}", number=place + 1), cells)
                if parts is not None:
                    line.show_part(next((part for part in parts if parts[part] == place), ""))

    @property
    def columns(self) -> dict[str, str]:
        """Every part of a note with its column's number from 1; empty where there is none."""
        found = dict.fromkeys(COLUMNS, "")
        for place, line in enumerate(self._lines):
            if line.part and line.is_shown:
                found[line.part] = str(place + 1)
        return found

    def forget(self) -> None:
        """Take what is shown next for what was seen, not for what was chosen."""
        self._changing = -1

    def _chosen(self, place: int, _: int) -> None:
        """Take a part away from the column that had it, until another one is chosen in its stead.

        The arrow keys pass over parts that are meant to stay where they are.
        """
        if place != self._changing:
            self._changing, self._before = place, [line.part for line in self._lines]
        part = self._lines[place].part
        for line, before in zip(self._lines, self._before, strict=True):
            if line is not self._lines[place]:
                line.show_part("" if before == part else before)
        self.asked.emit()


class _Line:
    """One column: its name, what it is taken for, its first cells."""

    def __init__(self, grid: QGridLayout, number: int) -> None:
        self.is_shown = True
        self._name, self.choice, self._cells = label("body"), QComboBox(), Trail()
        self._name.setBuddy(self.choice)
        for part, words in _PARTS.items():
            self.choice.addItem(tr(words), part)
        for place, widget in enumerate((self._name, self.choice, self._cells)):
            grid.addWidget(widget, number, place)

    def show_shown(self, *, shown: bool) -> bool:
        """Show the line, or hide it."""
        self.is_shown = shown
        for widget in (self._name, self.choice, self._cells):
            widget.setVisible(shown)
        return shown

    def show_column(self, name: str, cells: list[str]) -> None:
        """Name the column, and show what it says first."""
        self._name.setText(shortened(name, 24))
        self.choice.setAccessibleName(tr("What “{column}” is", column=name))
        said = [shortened(cell) for cell in cells if cell.strip()]
        self._cells.show_text(" · ".join(said))
        self.choice.setAccessibleDescription(" · ".join(said))

    def show_part(self, part: str) -> None:
        """Show what the column is taken for."""
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(self.choice.findData(part))

    @property
    def part(self) -> str:
        """What the column is taken for; nothing where it is left out."""
        return str(self.choice.currentData())
