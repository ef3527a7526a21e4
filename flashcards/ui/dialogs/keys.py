"""All keys on one sheet, from the table of actions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QWidget

from flashcards.ui.actions import ACTIONS, GRADE_KEYS, Action
from flashcards.ui.dialogs.frame import column
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label
from flashcards.ui.widgets.scrolled import Scrolled, fit_to_screen

_NATIVE = QKeySequence.SequenceFormat.NativeText
COLUMNS = (("Review",), ("Today", "Summary", "Everywhere"))


class KeysDialog(QDialog):
    """Shows every action and its keys, page by page, until Escape."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        layout = column(self, 2 * GRID)
        layout.addWidget(label("heading", "Keys"))
        layout.addWidget(Scrolled("All keys", _sheet()))
        close = button("quiet", "Close", "Close (Escape)")
        close.clicked.connect(self.accept)
        layout.addWidget(close)
        fit_to_screen(self)


def _sheet() -> QWidget:
    sheet = QWidget()
    columns = QHBoxLayout(sheet)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setSpacing(4 * GRID)
    for pages in COLUMNS:
        columns.addLayout(_column(pages))
    return sheet


def _column(pages: Sequence[str]) -> QGridLayout:
    """Lay some pages' keys out below one another."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * GRID)
    grid.setVerticalSpacing(GRID // 2)
    row = 0
    for page in pages:
        grid.addWidget(label("quiet", page), row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
        grid.setRowMinimumHeight(row, 4 * GRID if row else 0)
        for action in (*ACTIONS, *GRADE_KEYS):
            if action.where == page:
                row += 1
                grid.addWidget(label("body", action.label), row, 0)
                grid.addWidget(label("strong", keys_text(action)), row, 1)
        row += 1
    grid.setRowStretch(row, 1)
    return grid


def keys_text(action: Action) -> str:
    """List an action's keys as this system writes them; the two Enter keys are one to a person."""
    written = (
        QKeySequence(key.replace("Return", "Enter")).toString(_NATIVE) or key for key in action.keys
    )
    return "  or  ".join(dict.fromkeys(written))
