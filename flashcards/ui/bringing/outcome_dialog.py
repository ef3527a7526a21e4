"""What an import came to, and where one may go from there."""

from functools import partial

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from flashcards.domain.tongue import later, tr
from flashcards.ui.dialogs.frame import column
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

STUDY, OPEN, TAKE_BACK = "study", "open", "take-back"
_WAYS = (
    ("primary", STUDY, later("Study these"), later("Review this deck")),
    ("plain", OPEN, later("Open the deck"), later("Show it on the Write page")),
    ("quiet", TAKE_BACK, later("Take it back"), later("Make all as it was before")),
)


class OutcomeDialog(QDialog):
    """``choice`` is where the person goes, when it is accepted."""

    def __init__(self, told: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Imported"))
        self.choice = ""
        layout = column(self, 2 * GRID)
        layout.addWidget(label("heading", told, wraps=True))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for role, name, words, tip in _WAYS:
            made = button(role, tr(words), tr(tip))
            made.setDefault(role == "primary")
            made.clicked.connect(partial(self._choose, name))
            row.addWidget(made)
        close = button("quiet", tr("Close"), tr("Close (Escape)"))
        close.clicked.connect(self.reject)
        row.addWidget(close)
        row.addStretch(1)
        layout.addLayout(row)
        self.setMinimumWidth(60 * GRID)

    def _choose(self, name: str, _: bool = False) -> None:
        self.choice = name
        self.accept()
