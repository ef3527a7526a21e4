"""What HTML cannot say is set on the document itself: formulas, boxes, rules, missing images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextListFormat,
    QTextTable,
)

from flashcards.domain.tongue import tr
from flashcards.render.dollars import PLACEHOLDER
from flashcards.ui.cards.formula import FREE, OBJECT_CHARACTER
from flashcards.ui.cards.fragments import blocks, fragments
from flashcards.ui.cards.images import image_fragments, load_image, words_of
from flashcards.ui.cards.markup import ANSWER_RULE, RULE, Box
from flashcards.ui.cards.styles import LEADING, LIST_END
from flashcards.ui.cards.tail import give_tail, tail_in, unseen
from flashcards.ui.cards.vector import load_svg

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextFrame, QTextList

    from flashcards.ui.cards.formula import FormulaObject
    from flashcards.ui.cards.vector import VectorObject
    from flashcards.ui.theme.tokens import Theme

_PLACEHOLDER = QRegularExpression(PLACEHOLDER.pattern)
_RULES = QRegularExpression(f"[{RULE}{ANSWER_RULE}]")
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_BULLETS = frozenset(
    (
        QTextListFormat.Style.ListDisc,
        QTextListFormat.Style.ListCircle,
        QTextListFormat.Style.ListSquare,
    )
)
_CHECK_BOXES = frozenset("☐☑")
_KEEP = QTextCursor.MoveMode.KeepAnchor


def place_formulas(
    document: QTextDocument, formulas: FormulaObject, boxes: list[tuple[QTextTable, Box]]
) -> None:
    """Put a formula's object character in place of each placeholder."""
    grids = {table.objectIndex() for table, box in boxes if box is Box.TABLE}
    cursor = document.find(_PLACEHOLDER)
    while not cursor.isNull():
        number = int(cursor.selectedText()[1:-1])
        around = cursor.charFormat()
        font = around.font().resolve(document.defaultFont())
        format = formulas.formula_format(number, around, font, _inset(cursor, document, grids))
        _keep_tail(cursor, format, document)
        cursor.insertText(OBJECT_CHARACTER, format)
        cursor = document.find(_PLACEHOLDER, cursor)


def _keep_tail(cursor: QTextCursor, format: QTextCharFormat, document: QTextDocument) -> None:
    """Let a formula draw the punctuation behind it."""
    block, end = cursor.block(), cursor.selectionEnd()
    if tail := tail_in(block.text()[end - block.position() :]):
        behind = QTextCursor(document)
        behind.setPosition(end)
        behind.setPosition(end + len(tail), _KEEP)
        own = behind.charFormat()
        font = own.font().resolve(document.defaultFont())
        give_tail(format, tail, font, own.foreground())
        behind.setCharFormat(unseen(own))


def mark_boxes(
    document: QTextDocument, kinds: list[tuple[Box, int]]
) -> list[tuple[QTextTable, Box]]:
    """Every table with what it stands for, set apart from the text around it."""
    tables = list(_tables(document.rootFrame()))
    size = document.defaultFont().pixelSize()
    for table, (box, depth) in zip(tables, kinds, strict=True):
        _set_apart(table, size, document.indentWidth() * depth)
        _trim_cells(table, size * LEADING)
        if box is Box.CODE and not isinstance(table.parentFrame(), QTextTable):
            _keep_lines(document, table)
    if tables and tables[0].firstPosition() <= 1:
        _set_height(document.begin(), 1)
    return [(table, box) for table, (box, _) in zip(tables, kinds, strict=True)]


def mark_bullets(document: QTextDocument) -> list[QTextBlock]:
    """The blocks that begin with a bullet; Qt would put its own too near to the text."""
    found = []
    for block in blocks(document):
        points: QTextList | None = block.textList()  # its stub leaves the None out
        if points is not None and points.format().style() in _BULLETS:
            found.append(block)
    for points in {block.textList().objectIndex(): block.textList() for block in found}.values():
        format = points.format()
        format.setStyle(QTextListFormat.Style.ListStyleUndefined)
        points.setFormat(format)
    return [block for block in found if block.text()[:1] not in _CHECK_BOXES]


def close_lists(document: QTextDocument) -> None:
    """Set what follows a list apart from its last entry; Qt forgets the margin of the list."""
    for block in blocks(document):
        after = block.next()
        if block.textList() is not None and after.isValid() and after.textList() is None:
            format = block.blockFormat()
            format.setBottomMargin(document.defaultFont().pixelSize() * LIST_END)
            QTextCursor(block).setBlockFormat(format)


def mark_rules(document: QTextDocument) -> tuple[list[QTextBlock], QTextBlock | None]:
    """The blocks that are hairlines, and the one above the answer; they hold no text."""
    rules: list[QTextBlock] = []
    answer: QTextBlock | None = None
    size = document.defaultFont().pixelSize()
    cursor = document.find(_RULES)
    while not cursor.isNull():
        is_answer = cursor.selectedText() == ANSWER_RULE
        cursor.removeSelectedText()
        _set_height(cursor.block(), size * (2.2 if is_answer else 1.5))
        rules.append(cursor.block())
        answer = cursor.block() if is_answer else answer
        cursor = document.find(_RULES, cursor)
    return rules, answer


def anchored(document: QTextDocument, name: str) -> QTextBlock | None:
    """The block with an anchor of this name."""
    for block in blocks(document):
        if any(name in fragment.charFormat().anchorNames() for fragment in fragments(block)):
            return block
    return None


def place_images(
    document: QTextDocument, vectors: VectorObject, folder: Path | None, theme: Theme, zoom: float
) -> None:
    """SVG pictures as objects that draw themselves; words where an image is not in the folder."""
    for start, end, format in reversed(image_fragments(document)):
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, _KEEP)
        svg = load_svg(folder, format.name(), theme.colours.text)
        drawn = svg and vectors.vector_format(
            svg, (format.width() or svg.width) * zoom, _inset(cursor, document), words_of(format)
        )
        if drawn:
            cursor.insertText(OBJECT_CHARACTER, drawn)
        elif load_image(folder, format.name()) is None:
            said = tr("{image}: no such image in the deck’s folder", image=words_of(format))
            words = f"[{said}]"
            quiet = QTextCharFormat()
            quiet.setForeground(QColor(theme.colours.quiet))
            cursor.insertText(words, quiet)


def _tables(frame: QTextFrame) -> Iterator[QTextTable]:
    for child in frame.childFrames():
        if isinstance(child, QTextTable):
            yield child
        yield from _tables(child)


def _set_apart(table: QTextTable, gap: float, indent: float) -> None:
    """Room above and below, and the indent of the list it stands in."""
    format = table.format()
    nested = isinstance(table.parentFrame(), QTextTable)
    format.setTopMargin(gap * (0.2 if nested else 0.5))
    format.setBottomMargin(gap * (0.2 if nested else 1.0))
    format.setLeftMargin(indent)
    table.setFormat(format)


def _trim_cells(table: QTextTable, leading: float) -> None:
    """Take from each cell's bottom what its last line adds there: margin and leading."""
    padding = table.format().cellPadding()
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            format = cell.format().toTableCellFormat()
            format.setBottomPadding(max(2.0, padding - leading))
            cell.setFormat(format)
            last = cell.lastCursorPosition()
            block = last.blockFormat()
            if last.block() != cell.firstCursorPosition().block() and not last.block().text():
                _set_height(last.block(), 1)  # the line Qt leaves below a box in a box
            elif block.bottomMargin():
                block.setBottomMargin(0)
                last.setBlockFormat(block)


def _keep_lines(document: QTextDocument, table: QTextTable) -> None:
    """Code keeps its lines: the box scrolls.  (One in a quotation wraps, because it cannot.)"""
    unbroken = QTextBlockFormat()
    unbroken.setNonBreakableLines(True)
    cursor = QTextCursor(document)
    cursor.setPosition(table.firstPosition())
    cursor.setPosition(table.lastPosition(), _KEEP)
    cursor.mergeBlockFormat(unbroken)


def _inset(cursor: QTextCursor, document: QTextDocument, grids: Collection[int] = ()) -> float:
    """By how much the lines at the cursor are narrower than the column."""
    inset = 0.0
    frame = cursor.currentFrame()
    while isinstance(frame, QTextTable):
        if frame.objectIndex() in grids:
            return FREE
        format = frame.format()
        inset += 2 * format.cellPadding() + format.leftMargin()
        frame = frame.parentFrame()
    points: QTextList | None = cursor.block().textList()  # its stub leaves the None out
    steps = points.format().indent() if points is not None else cursor.blockFormat().indent()
    return inset + steps * document.indentWidth()


def _set_height(block: QTextBlock, height: float) -> None:
    format = QTextBlockFormat()
    format.setLineHeight(height, _FIXED)
    QTextCursor(block).setBlockFormat(format)
