"""SVG pictures as inline objects of a text document: drawn as shapes, sharp at every scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSizeF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextFormat

from flashcards.render.svg import MAX_BYTES, Svg, safe_svg
from flashcards.ui.cards.images import path_inside
from flashcards.ui.cards.overridden import InlineObject

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject, QRect
    from PySide6.QtGui import QTextDocument
    from PySide6.QtSvg import QSvgRenderer

VECTOR_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 2
SUFFIXES = frozenset((".svg",))

_NUMBER = QTextFormat.Property.UserProperty.value + 5
_WIDTH = QTextFormat.Property.UserProperty.value + 6
_ROOM = QTextFormat.Property.UserProperty.value + 7
_WORDS = QTextFormat.Property.UserProperty.value + 8


def load_svg(folder: Path | None, name: str, colour: str) -> Svg | None:
    """The picture of that name in the folder, made harmless; None when it is not to be had."""
    path = path_inside(folder, name, SUFFIXES, MAX_BYTES)
    try:
        return safe_svg(path.read_bytes(), colour) if path else None
    except OSError:
        return None


class VectorObject(InlineObject):
    """Measures and paints the pictures of one document."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures: list[tuple[Svg, QSvgRenderer]] = []

    def vector_format(
        self, svg: Svg, width: float, inset: float, words: str
    ) -> QTextCharFormat | None:
        """The format of one picture's object character; None when it cannot be drawn.

        `width` is in pixels, `inset` by how much its line is narrower than the column.
        """
        from PySide6.QtSvg import QSvgRenderer  # a library that only a card with a picture loads

        renderer = QSvgRenderer(QByteArray(svg.text.encode()), self)
        if not renderer.isValid():
            return None
        renderer.setAnimationEnabled(False)
        format = QTextCharFormat()
        format.setObjectType(VECTOR_OBJECT)
        for name, value in (
            (_NUMBER, len(self._pictures)),
            (_WIDTH, width),
            (_ROOM, inset),
            (_WORDS, words),
        ):
            format.setProperty(name, value)
        self._pictures.append((svg, renderer))
        return format

    def intrinsicSize(self, doc: QTextDocument, _position: int, format: QTextFormat) -> QSizeF:
        """The picture's box, no wider than its line."""
        svg, _ = self._pictures[int(format.property(_NUMBER))]
        width, inset = vector_width(format), float(format.property(_ROOM))
        if inset >= 0 and doc.textWidth() > 0:
            width = min(width, max(40.0, doc.textWidth() - 2 * doc.documentMargin() - inset))
        return QSizeF(width, width * svg.height / svg.width)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _doc: QTextDocument,
        _position: int,
        format: QTextFormat,
    ) -> None:
        """Draw the shapes themselves, and nothing outside their box."""
        _, renderer = self._pictures[int(format.property(_NUMBER))]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        renderer.render(painter, QRectF(rect))
        painter.restore()


def is_vector(format: QTextFormat) -> bool:
    """Whether the character with this format stands for an SVG picture."""
    return format.objectType() == VECTOR_OBJECT


def vector_width(format: QTextFormat) -> float:
    """How wide the picture wants to be, in pixels."""
    return float(format.property(_WIDTH))


def vector_words(format: QTextFormat) -> str:
    """What the deck says of the picture."""
    return str(format.property(_WORDS))
