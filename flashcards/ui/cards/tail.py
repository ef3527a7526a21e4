"""Punctuation right behind a formula must not begin a line, nor may an ending: its object draws it.

Qt may break a line behind every object, whatever character follows it. So the object has room for
the comma, and draws it; the comma itself stays in the text, for whoever copies it or has it read
aloud, but is neither seen nor wide.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QTextCharFormat, QTextFormat

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

_TEXT = QTextFormat.Property.UserProperty.value + 9
_FONT = QTextFormat.Property.UserProperty.value + 10
_COLOUR = QTextFormat.Property.UserProperty.value + 11
_TAIL = re.compile(r"""(?:[-–,.;:!?)\]’”'"…]|(?:s|th|st|nd|rd)\b){1,4}""")


def tail_in(following: str) -> str:
    """What of the text behind a formula belongs to it; empty where another word begins."""
    found = _TAIL.match(following)
    return found[0] if found else ""


def give_tail(format: QTextCharFormat, tail: str, font: QFont, colour: QBrush) -> None:
    """Let a formula's object draw its tail, in a font; without a colour, in that of the text."""
    own = QFont(font.families())
    own.setPixelSize(font.pixelSize())  # else the painter's own would hold
    own.setWeight(font.weight())
    own.setStyle(font.style())
    format.setProperty(_TEXT, tail)
    format.setProperty(_FONT, own)
    format.setProperty(_COLOUR, colour)


def tail_width(format: QTextFormat) -> float:
    """How much wider the object is for its tail, in pixels."""
    text = format.property(_TEXT)
    return QFontMetricsF(format.property(_FONT)).horizontalAdvance(text) if text else 0.0


def draw_tail(painter: QPainter, format: QTextFormat, place: QPointF) -> None:
    """Draw it from a point of the baseline on."""
    if text := format.property(_TEXT):
        painter.setFont(format.property(_FONT))
        colour: QBrush = format.property(_COLOUR)
        if colour.style() != Qt.BrushStyle.NoBrush:
            painter.setPen(colour.color())
        painter.drawText(place, text)


def unseen(format: QTextCharFormat) -> QTextCharFormat:
    """The format of the tail's own characters: of no width, so that their line has room."""
    result, font = QTextCharFormat(format), format.font()
    font.setPixelSize(1)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -1)
    result.setFont(font)
    result.setForeground(QColor(0, 0, 0, 0))
    return result
