"""How wide a table's columns are: no word is broken while the window has room to scroll to it.

Qt alone would make a table as wide as the text and break words to get it there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF, QTextLength, QTextTable

from flashcards.ui.cards.formula import is_formula
from flashcards.ui.cards.fragments import blocks, fragments
from flashcards.ui.cards.vector import is_vector, vector_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import (
        QTextBlock,
        QTextCharFormat,
        QTextDocument,
        QTextFragment,
        QTextTableCell,
    )

    from flashcards.ui.cards.formula import FormulaObject

_PIECES = re.compile(r"\S+?(?:[-/](?=\w)|(?=\s|$))|\s+")
_OBJECTS = "\ufffc"
_LONGEST_WORD, _COMFORTABLE = 40, 22
"""In letters: a longer word may break; a column that scrolls need not be narrower than that."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell's text asks for, in pixels.

    `least` is its widest word, `natural` its widest paragraph; `rise` is how high its first line
    stands over the baseline when all of it is one line, `first` when it is not; endless in an
    empty cell, which follows any.
    """

    least: float
    natural: float
    rise: float
    first: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A table's cells, row by row, and the width of a letter."""

    table: QTextTable
    rows: tuple[tuple[Cell, ...], ...]
    letter: float
    padding: float
    indent: float
    nested: bool

    def lay_out(self, room: float) -> None:
        """Give the columns their widths, and every row one baseline, for a column of text."""
        widths = self._widths(room - self.indent)
        format = self.table.format()
        wanted = [QTextLength(QTextLength.Type.FixedLength, width) for width in widths]
        if format.columnWidthConstraints() != wanted:
            format.setColumnWidthConstraints(wanted)
            format.setWidth(QTextLength())
            self.table.setFormat(format)
        for number, row in enumerate(self.rows):
            self._align(number, row, widths)

    def _widths(self, room: float) -> list[float]:
        columns = list(zip(*self.rows, strict=True))
        least = [max(cell.least for cell in column) for column in columns]
        natural = [max(cell.natural for cell in column) for column in columns]
        free = room - 2 * self.padding * len(columns)
        inner = allocate(least, natural, free, self.letter * _COMFORTABLE)
        if self.nested and sum(inner) > free:  # a box within a box does not scroll
            inner = [width * free / sum(inner) for width in inner]
        return [width + 2 * self.padding for width in inner]

    def _align(self, number: int, row: Sequence[Cell], widths: Sequence[float]) -> None:
        rises = [
            cell.rise if cell.natural + 2 * self.padding <= width else cell.first
            for cell, width in zip(row, widths, strict=True)
        ]
        highest = max((rise for rise in rises if rise < inf), default=0.0)
        for column, rise in enumerate(rises):
            cell = self.table.cellAt(number, column)
            format = cell.format().toTableCellFormat()
            wanted = self.padding + max(0, round(highest - min(rise, highest)))
            if format.topPadding() != wanted:
                format.setTopPadding(wanted)
                cell.setFormat(format)


def allocate(
    least: Sequence[float], natural: Sequence[float], room: float, comfortable: float
) -> list[float]:
    """Widths that fill the room; more than that only where a word would have to break.

    Room beyond the least goes where the text is long, as in CSS's automatic tables.
    """
    if sum(least) > room:
        return [max(low, min(high, comfortable)) for low, high in zip(least, natural, strict=True)]
    spare = room - sum(natural)
    if spare >= 0:
        return [width + spare / len(natural) for width in natural]
    part = (room - sum(least)) / (sum(natural) - sum(least))
    return [low + (high - low) * part for low, high in zip(least, natural, strict=True)]


def measure(table: QTextTable, document: QTextDocument, formulas: FormulaObject) -> Measured:
    """Measure every cell of a table once; the widths for any column follow from it."""
    ruler = _Ruler(document, formulas)
    rows = tuple(
        tuple(ruler.cell(table.cellAt(row, column)) for column in range(table.columns()))
        for row in range(table.rows())
    )
    letter = QFontMetricsF(document.defaultFont()).averageCharWidth()
    outer = list(_around(table))
    indent = table.format().leftMargin() + sum(
        each.format().leftMargin() + 2 * each.format().cellPadding() for each in outer
    )
    return Measured(table, rows, letter, table.format().cellPadding(), indent, bool(outer))


def _around(table: QTextTable) -> Iterator[QTextTable]:
    frame = table.parentFrame()
    while isinstance(frame, QTextTable):
        yield frame
        frame = frame.parentFrame()


class _Ruler:
    def __init__(self, document: QTextDocument, formulas: FormulaObject) -> None:
        self._document, self._formulas = document, formulas
        self._font = document.defaultFont()
        self._known: dict[tuple[str, ...], QFontMetricsF] = {}
        self._longest = QFontMetricsF(self._font).averageCharWidth() * _LONGEST_WORD

    def cell(self, cell: QTextTableCell) -> Cell:
        least = natural = 0.0
        rises: list[float] = []
        for block in self._blocks(cell):
            line = word = 0.0
            for fragment in fragments(block):
                is_text = fragment.text()[0] not in _OBJECTS
                for width, solid in self._pieces(fragment):
                    line += width
                    word = word + width if solid else 0.0
                    least = max(least, min(word, self._longest) if is_text else width)
                rises.append(self._rise(fragment))
            natural = max(natural, line)
        lines = len(list(self._blocks(cell)))
        first = rises[0] if rises else inf
        return Cell(least + 1, natural + 2, max(rises, default=inf) if lines == 1 else first, first)

    def _blocks(self, cell: QTextTableCell) -> Iterator[QTextBlock]:
        for block in blocks(self._document, cell.firstPosition()):
            if block.position() > cell.lastPosition():
                return
            yield block

    def _pieces(self, fragment: QTextFragment) -> Iterator[tuple[float, bool]]:
        """The widths of words, and of the spaces between them (not solid)."""
        format = fragment.charFormat()
        if is_formula(format):
            yield self._formulas.natural_width(format) * fragment.length(), True
        elif is_vector(format):
            yield vector_width(format), True
        elif format.isImageFormat():
            yield format.toImageFormat().width(), True
        else:
            metrics = self._metrics(format)
            for piece in _PIECES.findall(fragment.text()):
                yield metrics.horizontalAdvance(piece), not piece.isspace()

    def _rise(self, fragment: QTextFragment) -> float:
        format = fragment.charFormat()
        if is_formula(format):
            return self._formulas.rise(format)
        return self._metrics(format).ascent()

    def _metrics(self, format: QTextCharFormat) -> QFontMetricsF:
        font = format.font().resolve(self._font)
        key = (font.key(), *font.families())
        if key not in self._known:
            self._known[key] = QFontMetricsF(font)
        return self._known[key]
