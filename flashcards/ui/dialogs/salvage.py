"""A damaged log: what can be saved of it, and the choice to do so."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from flashcards.ui.dialogs.frame import Choice, column, decision
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label

_WIDTH = 64 * GRID
_KEPT = "The damaged files are kept in a folder of their own. Your decks are not touched."


class SalvageDialog(QDialog):
    """Asks once; Escape leaves everything as it is."""

    def __init__(self, lines: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Your log is damaged")
        self.setFixedWidth(_WIDTH)
        layout = column(self)
        layout.addWidget(label("heading", "Your log is damaged", wraps=True))
        for line in lines:
            layout.addWidget(label("body", line, wraps=True))
        layout.addWidget(label("quiet", _KEPT, wraps=True))
        layout.addSpacing(GRID)
        take = Choice("Salvage", "Go on with what can be saved")
        layout.addLayout(decision(self, take, Choice("Leave it", "Leave everything as it is")))
