"""Formulas as inline objects of a text document: vector outlines on the text's own baseline."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextFormat,
)

from flashcards.ui.cards.outline import painter_path
from flashcards.ui.cards.overridden import InlineObject
from flashcards.ui.cards.tail import draw_tail, tail_width

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QRect
    from PySide6.QtGui import QTextDocument

    from flashcards.render.formula import Formula

FORMULA_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
OBJECT_CHARACTER = "\ufffc"

_NUMBER = QTextFormat.Property.UserProperty.value + 1
_EM = QTextFormat.Property.UserProperty.value + 2
_INSET = QTextFormat.Property.UserProperty.value + 4
FREE = -1.0
"""The inset of a formula in a table, whose columns are made wide enough for it."""
_X_HEIGHT = 0.473
"""Of the formulas' font (STIX Two Math), in em."""
_AIR = 1.0
"""Pixels above and below the ink, so that lines do not touch."""
_LEAST_SCALE = 0.8
"""A formula wider than its column shrinks to this part; beyond that it scrolls."""


class FormulaObject(InlineObject):
    """Measures and paints the formulas of one document."""

    def __init__(self, formulas: tuple[Formula, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._formulas = formulas
        self._offsets: dict[int, float] = {}

    def formula_format(
        self, number: int, around: QTextCharFormat, font: QFont, inset: float
    ) -> QTextCharFormat:
        """The format of one formula's object character, sized for text in `font`.

        `inset` is by how much its line is narrower than the column, in pixels, or FREE.
        Qt takes the descent of the format's font as the object's depth below the baseline, so the
        format gets a font with the descent this formula needs.
        """
        result = QTextCharFormat(around)
        em = _em(font)
        result.setObjectType(FORMULA_OBJECT)
        result.setProperty(_NUMBER, number)
        result.setProperty(_EM, em)
        result.setProperty(_INSET, inset)
        formula = self._formulas[number]
        if formula.depth > 0:
            result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
            result.setFont(_font_with_descent(ceil(formula.depth * em + _AIR)))
        return result

    def warm(self) -> None:
        """Make the shapes, so that the first painting need not."""
        for formula in self._formulas:
            painter_path(formula.outline)

    def source(self, format: QTextFormat) -> str:
        """The formula of an object character, with its dollars."""
        return self._formulas[int(format.property(_NUMBER))].source

    def natural_width(self, format: QTextFormat) -> float:
        """How wide the formula is at the text's own size, with its comma, in pixels."""
        formula, em = self._formulas[int(format.property(_NUMBER))], float(format.property(_EM))
        return formula.width * em + tail_width(format)

    def rise(self, format: QTextFormat) -> float:
        """How high the formula stands over the baseline, in pixels."""
        formula = self._formulas[int(format.property(_NUMBER))]
        return float(ceil(formula.ascent * float(format.property(_EM)) + _AIR))

    def too_wide(self, format: QTextFormat, doc: QTextDocument) -> tuple[float, float] | None:
        """The width a formula is given, and the greater one it needs; None when it has room."""
        formula, em = self._sized(format, doc)
        room, needed = _room(format, doc), formula.width * em
        return (room, needed) if room < needed - 0.5 else None

    def scroll(self, format: QTextFormat, offset: float) -> None:
        """Draw a formula that is too wide from `offset` on."""
        self._offsets[int(format.property(_NUMBER))] = offset

    def intrinsicSize(self, doc: QTextDocument, _position: int, format: QTextFormat) -> QSizeF:
        """The formula's box; one that is wider than its line shrinks a little, and is cut."""
        formula, em = self._sized(format, doc)
        width = min(formula.width * em, _room(format, doc)) + tail_width(format)
        return QSizeF(width, ceil(formula.ascent * em + _AIR) + _depth(format))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        _position: int,
        format: QTextFormat,
    ) -> None:
        """Fill the outline in the text's colour; nothing is a bitmap, so any scale is sharp."""
        formula, em = self._sized(format, doc)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, baseline, colour = (
            rect.x(),
            rect.y() + rect.height() - _depth(format),
            _colour(format, painter),
        )
        right = left + rect.width() - tail_width(format)
        draw_tail(painter, format, QPointF(right, baseline))
        if left + formula.width * em > right + 0.5:
            cut = QRectF(left, rect.y(), right - left, rect.height())
            painter.setClipRect(cut, Qt.ClipOperation.IntersectClip)
            left -= self._offsets.get(int(format.property(_NUMBER)), 0.0)
        painter.translate(left, baseline)
        painter.scale(em / 1_000, em / 1_000)
        painter.fillPath(painter_path(formula.outline), colour)
        painter.restore()

    def _sized(self, format: QTextFormat, doc: QTextDocument) -> tuple[Formula, float]:
        formula, em = self._formulas[int(format.property(_NUMBER))], float(format.property(_EM))
        scale = _room(format, doc) / (formula.width * em or 1.0)
        return formula, em * min(1.0, max(_LEAST_SCALE, scale))


def is_formula(format: QTextFormat) -> bool:
    """Whether the character with this format stands for a formula."""
    return format.objectType() == FORMULA_OBJECT


def _room(format: QTextFormat, doc: QTextDocument) -> float:
    """How wide the formula may be; without end before the first layout, and in a table."""
    inset, width = float(format.property(_INSET)), doc.textWidth()
    if inset == FREE or width <= 0:
        return inf
    return max(40.0, width - 2 * doc.documentMargin() - inset - tail_width(format))


def _depth(format: QTextFormat) -> int:
    characters = format.toCharFormat()
    if characters.verticalAlignment() != QTextCharFormat.VerticalAlignment.AlignBaseline:
        return 0
    return QFontMetrics(characters.font()).descent()


def _colour(format: QTextFormat, painter: QPainter) -> QColor:
    if format.hasProperty(QTextFormat.Property.ForegroundBrush):
        return format.foreground().color()
    return painter.pen().color()


def _em(font: QFont) -> float:
    """An em at which the formula's small letters are as tall as the text's."""
    ratio = _x_height(font.family(), *font.families(), pixels=font.pixelSize()) / _X_HEIGHT
    return font.pixelSize() * min(1.2, max(1.0, ratio))


@lru_cache(maxsize=64)
def _x_height(*families: str, pixels: int) -> float:
    """The height of an x, as a part of the font's size."""
    font = QFont(list(families))
    font.setPixelSize(pixels)
    return QFontMetricsF(font).xHeight() / pixels


@lru_cache(maxsize=256)
def _font_with_descent(depth: int) -> QFont:
    """A font whose descent, in whole pixels, is `depth` or the least above it."""
    font = QFont()
    pixels = max(1, round(depth * 3.5))
    font.setPixelSize(pixels)
    while QFontMetrics(font).descent() > depth and pixels > 1:
        pixels -= 1
        font.setPixelSize(pixels)
    while QFontMetrics(font).descent() < depth:
        pixels += 1
        font.setPixelSize(pixels)
    return font
