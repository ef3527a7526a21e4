"""A card's document, or a selection of it, as plain text in which formulas are TeX again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from flashcards.ui.cards.formula import is_formula
from flashcards.ui.cards.fragments import blocks, fragments
from flashcards.ui.cards.images import words_of
from flashcards.ui.cards.vector import is_vector, vector_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment, QTextTable

    from flashcards.ui.cards.formula import FormulaObject


def document_text(document: QTextDocument, formulas: FormulaObject) -> str:
    """The whole document's words."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    return selected_text(cursor, formulas)


def selected_text(cursor: QTextCursor, formulas: FormulaObject) -> str:
    """The selection's words: lines by newlines, cells of a row by tabs."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    out = ""
    row: tuple[int, int] | None = None
    for block in blocks(cursor.document(), start):
        if block.position() > end:
            break
        text = "".join(_pieces(block, start, end, formulas))
        here = _row_of(block)
        if text:
            out += ("\t" if here is not None and here == row else "\n") + text
            row = here
    return out.removeprefix("\n")


def _pieces(block: QTextBlock, start: int, end: int, formulas: FormulaObject) -> Iterator[str]:
    for fragment in fragments(block):
        first = max(start, fragment.position())
        last = min(end, fragment.position() + fragment.length())
        if first < last:
            yield _piece(block, fragment, first, last, formulas)


def _piece(
    block: QTextBlock, fragment: QTextFragment, first: int, last: int, formulas: FormulaObject
) -> str:
    format = fragment.charFormat()
    if is_formula(format):
        return formulas.source(format) * (last - first)
    if is_vector(format):
        return f"[{vector_words(format)}]" * (last - first)
    if format.isImageFormat():
        return f"[{words_of(format.toImageFormat())}]" * (last - first)
    cursor = QTextCursor(block)
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2028", "\n").replace("\u00a0", " ")


def _row_of(block: QTextBlock) -> tuple[int, int] | None:
    """The table and row a block stands in."""
    table: QTextTable | None = QTextCursor(block).currentTable()  # its stub leaves the None out
    if table is None or table.columns() < 2:
        return None
    return table.firstPosition(), table.cellAt(block.position()).row()
