"""A page's column: as wide as reading allows, centred, scrolled when it is long."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from flashcards.ui.theme.tokens import GRID


def column(page: QWidget, width: int = 720) -> QVBoxLayout:
    """Give ``page`` a scrolling column and return the layout to fill."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside, centred = QWidget(), QWidget()
    inside.setProperty("role", "page")
    centred.setMaximumWidth(width)
    across = QHBoxLayout(inside)
    across.setContentsMargins(4 * GRID, 5 * GRID, 4 * GRID, 5 * GRID)
    across.addStretch(1)
    across.addWidget(centred, 100)
    across.addStretch(1)
    area.setWidget(inside)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    filled = QVBoxLayout(centred)
    filled.setContentsMargins(0, 0, 0, 0)
    filled.setSpacing(0)
    return filled
