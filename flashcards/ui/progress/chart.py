"""One card of the page: title, sample, picture; its numbers on request, to read, copy or save."""

import csv
from io import StringIO
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPalette, QPixmap, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from flashcards.ui.progress.picture import Picture
from flashcards.ui.progress.plots import Plot, table_text
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

NOTHING = "Nothing to show yet."
_SHARPER = 2
_MOST_ROWS = 12


class Chart(QFrame):
    """``save_wanted`` asks where to save it; ``copied`` says that its numbers were taken."""

    save_wanted = Signal(object)
    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._plot: Plot | None = None
        self._title, self._sample = label("strong", wraps=True), label("quiet", wraps=True)
        self._note = label("quiet", wraps=True)
        self.picture = Picture()
        self._numbers = button("quiet", "Numbers", "Show the numbers as a table")
        self._copy = button("quiet", "Copy", "Copy the numbers")
        self._save = button("quiet", "Save…", "Save the picture, or the numbers")
        self._numbers.setCheckable(True)
        self._table: QTableWidget | None = None
        self._numbers.toggled.connect(self._show_table)
        self._copy.clicked.connect(self._take)
        self._save.clicked.connect(lambda: self.save_wanted.emit(self))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        for made in (self._numbers, self._copy, self._save):
            head.addWidget(made)
        self._filled = QVBoxLayout(self)
        self._filled.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        self._filled.setSpacing(GRID)
        self._filled.addLayout(head)
        for part in (self._sample, self.picture, self._note):
            self._filled.addWidget(part)

    @property
    def title(self) -> str:
        """What it shows, in few words."""
        return self._plot.title if self._plot else ""

    def show_plot(self, plot: Plot) -> None:
        """Show another state of the numbers."""
        self._plot = plot
        self.setAccessibleName(plot.title)
        self._title.setText(plot.title)
        self._sample.setText(plot.sample if plot.marks else plot.note or NOTHING)
        self._note.setText(plot.note)
        self._note.setVisible(bool(plot.note and plot.marks))
        self.picture.show_plot(plot)
        for made, verb in ((self._numbers, "Numbers"), (self._copy, "Copy"), (self._save, "Save")):
            made.setAccessibleName(f"{verb}: {plot.title}")
            made.setVisible(bool(plot.rows))
        if self._table:
            self._fill(self._table)

    def _take(self) -> None:
        if self._plot:
            QApplication.clipboard().setText(table_text(self._plot))
            self.copied.emit(f"The numbers of “{self._plot.title}” are on the clipboard.")

    def _show_table(self, wanted: bool) -> None:
        """Show or hide the numbers; the table is made when it is first asked for."""
        if self._table is None:
            self._table = QTableWidget()
            self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            self._table.verticalHeader().hide()
            self._filled.addWidget(self._table)
            self._fill(self._table)
        self._table.setVisible(wanted)

    def _fill(self, table: QTableWidget) -> None:
        if self._plot is None:
            return
        table.setAccessibleName(f"{self._plot.title}: numbers")
        table.setColumnCount(len(self._plot.header))
        table.setRowCount(len(self._plot.rows))
        table.setHorizontalHeaderLabels(list(self._plot.header))
        for down, row in enumerate(self._plot.rows):
            for across, text in enumerate(row):
                table.setItem(down, across, QTableWidgetItem(text))
        table.resizeColumnsToContents()
        shown = min(_MOST_ROWS, len(self._plot.rows)) + 1
        table.setFixedHeight((shown + 1) * table.verticalHeader().defaultSectionSize())

    def save(self, file: Path) -> None:
        """Write the numbers to a ``.csv`` file, the picture to any other. Raises OSError."""
        if file.suffix.lower() == ".csv":
            file.write_text(self._csv(), "utf-8", newline="")
            return
        size = self.picture.size().expandedTo(self.picture.minimumSizeHint())
        drawn = QPixmap(size * _SHARPER)
        drawn.setDevicePixelRatio(_SHARPER)
        drawn.fill(self.palette().color(QPalette.ColorRole.Button))
        self.picture.render(drawn, QPoint(), QRegion(), QWidget.RenderFlag(0))
        if not drawn.save(str(file)):
            raise OSError(f"{file} could not be written")

    def _csv(self) -> str:
        text = StringIO()
        if self._plot:
            csv.writer(text).writerows([self._plot.header, *self._plot.rows])
        return text.getvalue()
