"""A card's history: where it stands, its schedule, every event in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from flashcards.domain.tongue import tr
from flashcards.ui.dialogs.frame import column
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label
from flashcards.ui.widgets.scrolled import Scrolled, fit_to_screen

if TYPE_CHECKING:
    from flashcards.services.memory import MemoryView
    from flashcards.services.views import CardDetails


class DetailsDialog(QDialog):
    """Shows CardDetails until Escape."""

    def __init__(self, details: "CardDetails", parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Card"))
        layout = column(self, 2 * GRID)
        layout.addWidget(Scrolled(tr("Card"), _content(details)), 1)
        close = button("quiet", tr("Close"), tr("Close (Escape)"))
        close.clicked.connect(self.accept)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        fit_to_screen(self)


def _content(details: "CardDetails") -> QWidget:
    content = QWidget()
    content.setMinimumSize(60 * GRID, (56 if details.events else 36) * GRID)
    layout = QVBoxLayout(content)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * GRID)
    layout.addWidget(label("heading", details.title, wraps=True))
    form = QFormLayout()
    form.setHorizontalSpacing(3 * GRID)
    for name, value in details.facts:
        form.addRow(label("quiet", name), label("body", value, wraps=True))
    layout.addLayout(form)
    if details.memory:
        layout.addWidget(_curve(details.memory))
    if details.events:
        layout.addWidget(_history(details), 1)
    else:
        layout.addWidget(label("quiet", tr("No reviews yet.")))
        layout.addStretch(1)
    return content


def _curve(memory: "MemoryView") -> QWidget:
    """Draw the forgetting curve; below it is said what was saved or copied."""
    from flashcards.ui.progress.chart import Chart  # when a card with a memory is looked at
    from flashcards.ui.progress.memory import memory_plot  # as above

    chart, told = Chart(), label("quiet", wraps=True)
    chart.show_plot(memory_plot(memory))
    chart.told.connect(told.setText)
    chart.told.connect(lambda _: told.show())
    both = QWidget()
    layout = QVBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(chart)
    layout.addWidget(told)
    told.hide()
    return both


def _history(details: "CardDetails") -> QTableWidget:
    """Lay the events out, the latest first."""
    table = QTableWidget(len(details.events), 2)
    table.setAccessibleName(tr("History"))
    table.setHorizontalHeaderLabels([tr("When"), tr("What happened")])
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)  # Tab leaves the table; arrows move in it
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    for row, event in enumerate(details.events):
        for place, text in enumerate(event):
            table.setItem(row, place, QTableWidgetItem(text))
    table.resizeColumnToContents(0)
    table.resizeRowsToContents()
    return table
