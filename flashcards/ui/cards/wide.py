"""What is wider than the column of text: it keeps its place, and scrolls sideways within it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter

if TYPE_CHECKING:
    from collections.abc import Callable

    from flashcards.ui.theme.tokens import Theme

STEP = 64
"""Pixels a key press or a notch of the wheel moves."""
_FADE = 28
_THUMB = 4
_REACH = 12
"""Pixels at the bottom where a press takes hold of the thumb."""


@dataclass(slots=True)
class WideBox:
    """A stretch of the document that shows a part of what it holds.

    `rect` is what is seen, in the document's coordinates, `content` how wide the whole is,
    `ground` the token of the colour it stands on; `moved` hears of every new offset.
    """

    rect: QRectF
    content: float
    ground: str
    moved: Callable[[float], object] | None = None
    offset: float = 0.0

    @property
    def most(self) -> float:
        """The offset at which the end of the content is seen."""
        return max(0.0, self.content - self.rect.width())

    @property
    def is_table(self) -> bool:
        """Whether it is painted and asked by offset; a formula does that itself."""
        return self.moved is None

    def scroll(self, by: float) -> bool:
        """Move by so many pixels; whether anything moved."""
        offset = min(self.most, max(0.0, self.offset + by))
        if offset == self.offset:
            return False
        self.offset = offset
        if self.moved:
            self.moved(offset)
        return True

    def on_thumb(self, point: QPointF) -> bool:
        """Whether a press at this point takes hold of the thumb."""
        low = self.rect.adjusted(0, self.rect.height() - _REACH, 0, 0 if self.is_table else _REACH)
        return low.contains(point)

    def drag(self, by: float) -> bool:
        """Move the thumb by so many pixels."""
        return self.scroll(by * self.content / self.rect.width())


def paint_hints(painter: QPainter, box: WideBox, theme: Theme) -> None:
    """Fade the edges beyond which there is more, and draw a thumb that says where one is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QColor(getattr(theme.colours, box.ground))
    inner = box.rect.adjusted(1, 1, -1, -1)
    if box.offset > 0:
        _fade(painter, QRectF(inner.left(), inner.top(), _FADE, inner.height()), ground, left=True)
    if box.offset < box.most:
        right = QRectF(inner.right() - _FADE, inner.top(), _FADE, inner.height())
        _fade(painter, right, ground, left=False)
    track = box.rect.width() - 2 * _THUMB
    length = max(32.0, track * box.rect.width() / box.content)
    left = box.rect.left() + _THUMB + (track - length) * (box.offset / box.most if box.most else 0)
    top = box.rect.bottom() - _THUMB - 2 if box.is_table else box.rect.bottom() + 2
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor(theme.colours.control))
    painter.drawRoundedRect(QRectF(left, top, length, _THUMB), _THUMB / 2, _THUMB / 2)


def _fade(painter: QPainter, rect: QRectF, ground: QColor, *, left: bool) -> None:
    clear = QColor(ground)
    clear.setAlpha(0)
    gradient = QLinearGradient(rect.topLeft(), rect.topRight())
    gradient.setColorAt(0.0, ground if left else clear)
    gradient.setColorAt(1.0, clear if left else ground)
    painter.fillRect(rect, QBrush(gradient))
