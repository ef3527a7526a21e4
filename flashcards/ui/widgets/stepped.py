"""Fields with arrows: their letters stand clear of the border, as in all other fields."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractSpinBox

from flashcards.ui.theme.tokens import GRID

_Box = TypeVar("_Box", bound=QAbstractSpinBox)


def spaced(box: _Box) -> _Box:
    """Give the letters room; Qt's style sheets do not move them in here."""
    box.lineEdit().setTextMargins(GRID, 0, 0, 0)
    return box
