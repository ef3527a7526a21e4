"""A page's column: as wide as reading allows, centred, scrolled when it is long."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from flashcards.ui.shortcuts import bind_key
from flashcards.ui.theme.tokens import GRID, Sizes

_Step = QAbstractSlider.SliderAction
_SCROLLING = (
    ("Up", _Step.SliderSingleStepSub),
    ("Down", _Step.SliderSingleStepAdd),
    ("PgUp", _Step.SliderPageStepSub),
    ("PgDown", _Step.SliderPageStepAdd),
    ("Home", _Step.SliderToMinimum),
    ("End", _Step.SliderToMaximum),
)


def column(page: QWidget, width: int = 720) -> QVBoxLayout:
    """Give ``page`` a scrolling column and return the layout to fill."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside, centred = QWidget(), _Centred(width)
    inside.setProperty("role", "page")
    across = QHBoxLayout(inside)
    across.setContentsMargins(4 * GRID, 5 * GRID, 4 * GRID, 5 * GRID)
    across.addStretch(1)
    across.addWidget(centred, 100)
    across.addStretch(1)
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(partial(_balance, across, bar))
    area.setWidget(inside)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    _bind_scrolling(page, area)
    filled = QVBoxLayout(centred)
    filled.setContentsMargins(0, 0, 0, 0)
    filled.setSpacing(0)
    return filled


def _balance(across: QHBoxLayout, bar: QScrollBar, _least: int, most: int) -> None:
    """Keep the column where it is when the scroll bar comes and goes, on whichever side."""
    margins = across.contentsMargins()
    near = max(margins.left(), margins.right())
    far = near - (bar.sizeHint().width() if most else 0)
    is_mirrored = bar.layoutDirection() == Qt.LayoutDirection.RightToLeft
    margins.setLeft(far if is_mirrored else near)
    margins.setRight(near if is_mirrored else far)
    across.setContentsMargins(margins)


class _Centred(QWidget):
    """As wide as its text needs it: `width` pixels at the usual size, more where it is enlarged."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self.setMaximumWidth(width)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            size = self.font().pixelSize()  # the style sheet's; before it there is none (-1)
            self.setMaximumWidth(max(self._width, round(self._width * size / Sizes().body)))


def _bind_scrolling(page: QWidget, area: QScrollArea) -> None:
    """Scroll by the keyboard, wherever on the page the focus is."""
    bar = area.verticalScrollBar()
    bar.setSingleStep(3 * GRID)
    for key, step in _SCROLLING:
        bind_key(page, key, partial(bar.triggerAction, step)).setAutoRepeat(True)
