"""Rounded boxes behind code, quotations and tables, and the hairlines, painted under the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextTable

from flashcards.ui.cards.markup import Box

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from flashcards.ui.cards.document import CardDocument


def paint_boxes(painter: QPainter, document: CardDocument, visible: QRectF) -> None:
    """Paint what lies under the document's text; coordinates are the document's."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    layout = document.documentLayout()
    for table, box in document.boxes:
        rect = seen_rect(document, table).adjusted(0.5, 0.5, -0.5, -0.5)
        if rect.intersects(visible):
            _PAINTERS[box](painter, document, table, rect)
    for block in document.bullets:
        if layout.blockBoundingRect(block).intersects(visible.adjusted(-visible.width(), 0, 0, 0)):
            _paint_bullet(painter, document, block)
    for block in document.rules:
        rect = layout.blockBoundingRect(block)
        if rect.intersects(visible):
            _line(painter, document, rect.left(), rect.right(), round(rect.center().y()) + 0.5)


def box_rect(document: CardDocument, table: QTextTable) -> QRectF:
    """The table's own rectangle.

    Qt answers one that begins at the content of the first cell and has the size of the table with
    its margins.
    """
    rect = document.documentLayout().frameBoundingRect(table)
    format = table.format()
    padding = format.cellPadding()
    above = table.cellAt(0, 0).format().toTableCellFormat().topPadding() or padding
    return QRectF(
        rect.left() - padding,
        rect.top() - above,
        rect.width() - format.leftMargin() - format.rightMargin(),
        rect.height() - format.topMargin() - format.bottomMargin(),
    )


def seen_rect(document: CardDocument, table: QTextTable) -> QRectF:
    """What is seen of a table: it is cut off where the column of text ends."""
    rect = box_rect(document, table)
    rect.setRight(min(rect.right(), document.textWidth() - document.documentMargin()))
    return rect


def _paint_code(
    painter: QPainter, document: CardDocument, _table: QTextTable, rect: QRectF
) -> None:
    colours = document.theme.colours
    _rounded(painter, document, rect, colours.code_background, colours.hairline)


def _paint_quote(
    painter: QPainter, document: CardDocument, _table: QTextTable, rect: QRectF
) -> None:
    bar = QRectF(rect.left(), rect.top() + 2, 3, rect.height() - 4)
    path = QPainterPath()
    path.addRoundedRect(bar, 1.5, 1.5)
    painter.fillPath(path, QColor(document.theme.colours.control))


def _paint_table(
    painter: QPainter, document: CardDocument, table: QTextTable, rect: QRectF
) -> None:
    colours = document.theme.colours
    tops = _row_tops(document, table)
    painter.save()
    radius = document.theme.sizes.radius
    shape = QPainterPath()
    shape.addRoundedRect(rect, radius, radius)
    if tops and table.format().headerRowCount():
        painter.setClipPath(shape)
        header = QRectF(rect.topLeft(), QPointF(rect.right(), tops[0]))
        painter.fillRect(header, QColor(colours.code_background))
        painter.setClipping(False)
    for top in tops:
        _line(painter, document, rect.left(), rect.right(), round(top) + 0.5)
    painter.restore()
    _rounded(painter, document, rect, "", colours.hairline)


def _row_tops(document: CardDocument, table: QTextTable) -> list[float]:
    """Where the rows after the first begin: above the highest text of each, by the padding."""
    layout = document.documentLayout()
    padding = table.format().cellPadding()
    tops = []
    for row in range(1, table.rows()):
        cells = [table.cellAt(row, column) for column in range(table.columns())]
        blocks = [cell.firstCursorPosition().block() for cell in cells]
        tops.append(min(layout.blockBoundingRect(block).top() for block in blocks) - padding)
    return tops


def _paint_bullet(painter: QPainter, document: CardDocument, block: QTextBlock) -> None:
    """A disc beside the first line; a ring in a list within a list."""
    line = block.layout().lineAt(0)
    rect = document.documentLayout().blockBoundingRect(block)
    size = document.defaultFont().pixelSize()
    middle = QPointF(
        rect.left() + line.x() - size * 0.72,
        rect.top() + line.y() + line.ascent() - size * 0.27,
    )
    colour = QColor(document.theme.colours.quiet)
    nested = block.textList().format().indent() > 1
    painter.setPen(QPen(colour, 1.2) if nested else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if nested else colour)
    radius = size * (0.13 if nested else 0.15)
    painter.drawEllipse(middle, radius, radius)


def _rounded(
    painter: QPainter, document: CardDocument, rect: QRectF, fill: str, border: str
) -> None:
    radius = document.theme.sizes.radius
    painter.setPen(QPen(QColor(border), 1))
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


def _line(painter: QPainter, document: CardDocument, left: float, right: float, y: float) -> None:
    painter.setPen(QPen(QColor(document.theme.colours.hairline), 1))
    painter.drawLine(QPointF(left, y), QPointF(right, y))


_PAINTERS = {Box.CODE: _paint_code, Box.QUOTE: _paint_quote, Box.TABLE: _paint_table}
