"""Formulas as inline objects of a text document: vector outlines on the text's own baseline."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextFormat,
)

from flashcards.ui.cards.outline import painter_path

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QRect, QRectF
    from PySide6.QtGui import QTextDocument

    from flashcards.render.formula import Formula

FORMULA_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
OBJECT_CHARACTER = "\ufffc"

_NUMBER = QTextFormat.Property.UserProperty.value + 1
_EM = QTextFormat.Property.UserProperty.value + 2
_X_HEIGHT = 0.473
"""Of the formulas' font (STIX Two Math), in em."""
_AIR = 1.0
"""Pixels above and below the ink, so that lines do not touch."""


class FormulaObject(QPyTextObject):
    """Measures and paints the formulas of one document."""

    def __init__(self, formulas: tuple[Formula, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._formulas = formulas

    def formula_format(self, number: int, around: QTextCharFormat, font: QFont) -> QTextCharFormat:
        """The format of one formula's object character, sized for text in `font`.

        Qt takes the descent of the format's font as the object's depth below the baseline, so the
        format gets a font with the descent this formula needs.
        """
        result = QTextCharFormat(around)
        em = _em(font.key(), font.pixelSize())
        result.setObjectType(FORMULA_OBJECT)
        result.setProperty(_NUMBER, number)
        result.setProperty(_EM, em)
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

    def intrinsicSize(self, doc: QTextDocument, _position: int, format: QTextFormat) -> QSizeF:
        """The formula's box; one that is wider than the column shrinks to it."""
        formula, em = self._sized(format, doc)
        return QSizeF(formula.width * em, ceil(formula.ascent * em + _AIR) + _depth(format))

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
        painter.translate(rect.x(), rect.y() + rect.height() - _depth(format))
        painter.scale(em / 1_000, em / 1_000)
        painter.fillPath(painter_path(formula.outline), _colour(format, painter))
        painter.restore()

    def _sized(self, format: QTextFormat, doc: QTextDocument) -> tuple[Formula, float]:
        formula, em = self._formulas[int(format.property(_NUMBER))], float(format.property(_EM))
        room = doc.textWidth() - 2 * doc.documentMargin()
        width = formula.width * em
        return formula, em * room / width if 0 < room < width else em


def is_formula(format: QTextFormat) -> bool:
    """Whether the character with this format stands for a formula."""
    return format.objectType() == FORMULA_OBJECT


def _depth(format: QTextFormat) -> int:
    characters = format.toCharFormat()
    if characters.verticalAlignment() != QTextCharFormat.VerticalAlignment.AlignBaseline:
        return 0
    return QFontMetrics(characters.font()).descent()


def _colour(format: QTextFormat, painter: QPainter) -> QColor:
    if format.hasProperty(QTextFormat.Property.ForegroundBrush):
        return format.foreground().color()
    return painter.pen().color()


@lru_cache(maxsize=64)
def _em(font_key: str, pixels: int) -> float:
    """An em at which the formula's small letters are as tall as the text's."""
    font = QFont()
    font.fromString(font_key)
    ratio = QFontMetricsF(font).xHeight() / pixels / _X_HEIGHT
    return pixels * min(1.2, max(1.0, ratio))


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
