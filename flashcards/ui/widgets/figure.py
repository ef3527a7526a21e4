"""A number with its caption."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label


class Figure(QWidget):
    """A large number over a quiet word, read aloud as one."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._number, self._caption = label("figure"), label("quiet", caption)
        self.setMinimumWidth(8 * GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._number)
        layout.addWidget(self._caption)

    def show_number(self, number: str, caption: str) -> None:
        """Set both."""
        self._number.setText(number)
        self._caption.setText(caption)
        self.setAccessibleName(f"{number} {caption}")
