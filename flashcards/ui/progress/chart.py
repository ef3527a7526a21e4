"""One card of the page: title, sample, picture; its numbers on request, to read, copy or save."""

import csv
import re
from io import StringIO
from pathlib import Path

from PySide6.QtCore import QBuffer, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from flashcards.domain.tongue import later, tr
from flashcards.ui.progress.picture import Picture
from flashcards.ui.progress.plot import Plot, table_text
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

FILES = later("Picture (*.png);;Drawing (*.svg);;Numbers (*.csv)")
NOTHING = later("Nothing to show yet.")
_WORDS = re.compile(r"\W+")
_SHARPER = 2
_MOST_ROWS = 12


class Chart(QFrame):
    """``told`` carries a sentence for the person: what was copied or saved."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._plot: Plot | None = None
        self._title, self._sample = label("strong", wraps=True), label("quiet", wraps=True)
        self._note = label("quiet", wraps=True)
        self.picture = Picture()
        self._numbers = button("quiet", tr("Numbers"), tr("Show the numbers as a table"))
        self._copy = button("quiet", tr("Copy"), tr("Copy the numbers"))
        self._save = button("quiet", tr("Save…"), tr("Save the picture, or the numbers"))
        self._numbers.setCheckable(True)
        self._table: QTableWidget | None = None
        self._numbers.toggled.connect(self._show_table)
        self._copy.clicked.connect(self._take)
        self._save.clicked.connect(self._ask_where)
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
        self._sample.setText(plot.sample if plot.marks else plot.note or tr(NOTHING))
        self._note.setText(plot.note)
        self._note.setVisible(bool(plot.note and plot.marks))
        self.picture.show_plot(plot)
        for made, verb in (
            (self._numbers, tr("Numbers")),
            (self._copy, tr("Copy")),
            (self._save, tr("Save")),
        ):
            made.setAccessibleName(f"{verb}: {plot.title}")
            made.setVisible(bool(plot.marks if made is self._save else plot.rows))
        if self._table:
            self._fill(self._table)

    def _take(self) -> None:
        if self._plot:
            QApplication.clipboard().setText(table_text(self._plot))
            self.told.emit(
                tr("The numbers of “{title}” are on the clipboard.", title=self._plot.title)
            )

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
        table.setAccessibleName(tr("{title}: numbers", title=self._plot.title))
        table.setColumnCount(len(self._plot.header))
        table.setRowCount(len(self._plot.rows))
        table.setHorizontalHeaderLabels(list(map(tr, self._plot.header)))
        for down, row in enumerate(self._plot.rows):
            for across, text in enumerate(row):
                table.setItem(down, across, QTableWidgetItem(text))
        table.resizeColumnsToContents()
        shown = min(_MOST_ROWS, len(self._plot.rows)) + 1
        table.setFixedHeight((shown + 1) * table.verticalHeader().defaultSectionSize())

    def _ask_where(self) -> None:
        """Ask for a file, and write the picture or the numbers."""
        name = f"{_WORDS.sub('-', self.title.lower()).strip('-')}.png"
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save “{title}”", title=self.title), name, tr(FILES)
        )
        if not chosen:
            return
        try:
            self.save(Path(chosen))
            self.told.emit(tr("Saved {file}.", file=chosen))
        except OSError as error:
            reason = error.strerror or error
            self.told.emit(tr("{file} was not saved: {reason}.", file=chosen, reason=reason))

    def save(self, file: Path) -> None:
        """Write the numbers to a ``.csv`` file, the picture to any other. Raises OSError."""
        picture = self.picture.size().expandedTo(self.picture.minimumSizeHint())
        size = picture + QSize(4 * GRID, 4 * GRID + self._head_height())
        if file.suffix.lower() == ".csv":
            file.write_text(self._csv(), "utf-8", newline="")
        elif file.suffix.lower() == ".svg":
            file.write_bytes(self._svg(size))
        else:
            self._save_pixels(file, size)

    def _svg(self, size: QSize) -> bytes:
        """Draw into a file that grows without loss."""
        from PySide6.QtSvg import QSvgGenerator  # a library that only saving needs

        written = QBuffer()
        made = QSvgGenerator()
        made.setOutputDevice(written)
        made.setSize(size)
        made.setViewBox(QRect(QPoint(), size))
        made.setTitle(self.title)
        made.setDescription(self._sample.text())
        self._draw(QPainter(made), size)
        return bytes(written.data().data())

    def _save_pixels(self, file: Path, size: QSize) -> None:
        drawn = QPixmap(size * _SHARPER)
        drawn.setDevicePixelRatio(_SHARPER)
        self._draw(QPainter(drawn), size)
        if not drawn.save(str(file)):
            raise OSError(tr("{file} could not be written", file=file))

    def _draw(self, painter: QPainter, size: QSize) -> None:
        """Draw title, sample and picture, as they stand in the window."""
        painter.fillRect(QRect(QPoint(), size), self.palette().color(QPalette.ColorRole.Button))
        painter.translate(2 * GRID, 2 * GRID)
        top = 0
        for words in (self._title, self._sample):
            painter.setFont(words.font())
            painter.setPen(words.palette().color(QPalette.ColorRole.WindowText))
            top += words.fontMetrics().height()
            painter.drawText(0, top - words.fontMetrics().descent(), words.text())
        painter.translate(0, self._head_height())
        self.picture.draw(painter)
        painter.end()

    def _head_height(self) -> int:
        """Give the height of a title and a sample in one line each."""
        return sum(words.fontMetrics().height() for words in (self._title, self._sample)) + GRID

    def _csv(self) -> str:
        text = StringIO()
        if self._plot:
            csv.writer(text).writerows([self._plot.header, *self._plot.rows])
        return text.getvalue()
