"""A question before something that cannot be taken back."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from flashcards.ui.dialogs.frame import Choice, column, decision
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label

_WIDTH = 56 * GRID


class QuestionDialog(QDialog):
    """Asks once; Escape leaves everything as it is."""

    def __init__(
        self, question: str, told: str, take: Choice, leave: Choice, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self.setFixedWidth(_WIDTH)
        layout = column(self)
        layout.addWidget(label("heading", question, wraps=True))
        layout.addWidget(label("body", told, wraps=True))
        layout.addSpacing(GRID)
        layout.addLayout(decision(self, take, leave))
        self._lines = layout

    def showEvent(self, event: QShowEvent) -> None:
        """Be as tall as its words are, at whatever size they have."""
        super().showEvent(event)
        self._lines.invalidate()
        wide = max(_WIDTH, self._lines.minimumSize().width())
        self.setFixedSize(wide, self._lines.totalHeightForWidth(wide))
