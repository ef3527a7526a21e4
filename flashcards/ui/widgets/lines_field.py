"""A field of a few lines, as tall as they are at whatever size letters have."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

_PADDING = 12
"""What the style leaves above and below the text."""


class LinesField(QPlainTextEdit):
    """``lines`` are in sight; others are scrolled to. Tab leads away."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as tall as the lines in the letters of now."""
        self.ensurePolished()
        around = 2 * self.frameWidth() + 2 * int(self.document().documentMargin()) + _PADDING
        tall = self._lines * self.fontMetrics().lineSpacing() + around
        return QSize(super().sizeHint().width(), tall)

    def minimumSizeHint(self) -> QSize:
        """Become narrower, and never lower."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
