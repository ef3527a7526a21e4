"""A damaged log: what can be saved of it, and the choice to do so."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

_WIDTH = 64 * GRID
_KEPT = "The damaged files are kept in a folder of their own. Your decks are not touched."


class SalvageDialog(QDialog):
    """Asks once; Escape leaves everything as it is."""

    def __init__(self, lines: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.finished.connect(self.deleteLater)
        self.setWindowTitle("Your log is damaged")
        self.setFixedWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(label("heading", "Your log is damaged", wraps=True))
        for line in lines:
            layout.addWidget(label("body", line, wraps=True))
        layout.addWidget(label("quiet", _KEPT, wraps=True))
        layout.addSpacing(GRID)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        take = button("primary", "Salvage", "Go on with what can be saved (Enter)")
        leave = button("quiet", "Leave it", "Leave everything as it is (Escape)")
        take.setDefault(True)
        take.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        row.addWidget(take)
        row.addWidget(leave)
        row.addStretch(1)
        return row
