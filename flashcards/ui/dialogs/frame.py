"""What dialogs share: their margins, and the two buttons of a decision."""

from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from flashcards.domain.tongue import tr
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button


class Choice(NamedTuple):
    """A button: what it says, and what it does."""

    text: str
    tip: str


def column(dialog: QDialog, spacing: int = GRID) -> QVBoxLayout:
    """Lay a dialog out from top to bottom; it goes away for good once it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
    layout.setSpacing(spacing)
    return layout


def decision(dialog: QDialog, take: Choice, leave: Choice) -> QHBoxLayout:
    """Make the row of its two buttons: Enter takes, Escape leaves."""
    row = QHBoxLayout()
    accept = button("primary", take.text, tr("{words} (Enter)", words=take.tip))
    reject = button("quiet", leave.text, tr("{words} (Escape)", words=leave.tip))
    accept.setDefault(True)
    accept.clicked.connect(dialog.accept)
    reject.clicked.connect(dialog.reject)
    row.addWidget(accept)
    row.addWidget(reject)
    row.addStretch(1)
    return row
