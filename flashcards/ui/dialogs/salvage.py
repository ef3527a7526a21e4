"""A damaged log: what can be saved of it, and the choice to do so."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from flashcards.domain.tongue import later, tr
from flashcards.ui.dialogs.frame import Choice, column, decision
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label

_WIDTH = 64 * GRID
_KEPT = later("The damaged files are kept in a folder of their own. Your decks are not touched.")


class SalvageDialog(QDialog):
    """Asks once; Escape leaves everything as it is."""

    def __init__(self, lines: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Your log is damaged"))
        self.setFixedWidth(_WIDTH)
        layout = column(self)
        layout.addWidget(label("heading", tr("Your log is damaged"), wraps=True))
        for line in lines:
            layout.addWidget(label("body", line, wraps=True))
        layout.addWidget(label("quiet", tr(_KEPT), wraps=True))
        layout.addSpacing(GRID)
        take = Choice(tr("Salvage"), tr("Go on with what can be saved"))
        layout.addLayout(
            decision(self, take, Choice(tr("Leave it"), tr("Leave everything as it is")))
        )
