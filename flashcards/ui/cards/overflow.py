"""Which tables, blocks of code and formulas of a laid-out document are wider than its column."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextTable

from flashcards.ui.cards.boxes import box_rect
from flashcards.ui.cards.formula import is_formula
from flashcards.ui.cards.fragments import blocks, fragments
from flashcards.ui.cards.markup import Box
from flashcards.ui.cards.wide import WideBox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextFragment

    from flashcards.ui.cards.document import CardDocument


def wide_boxes(document: CardDocument, right: float) -> list[WideBox]:
    """Everything that reaches beyond `right`, in pixels, cut off there."""
    return [*_wide_tables(document, right), *_wide_formulas(document)]


def _wide_tables(document: CardDocument, right: float) -> Iterator[WideBox]:
    for table, box in document.boxes:
        rect = box_rect(document, table)
        bearable = table.format().cellPadding() - 4  # text may use the padding at its end
        if rect.right() > right + bearable and not isinstance(table.parentFrame(), QTextTable):
            seen = QRectF(rect)
            seen.setRight(right)
            ground = "code_background" if box is Box.CODE else "surface"
            yield WideBox(seen, rect.width(), ground)


def _wide_formulas(document: CardDocument) -> Iterator[WideBox]:
    for block in blocks(document):
        for fragment in fragments(block):
            format = fragment.charFormat()
            if is_formula(format) and (widths := document.formulas.too_wide(format, document)):
                seen = _rect(document, block, fragment, widths[0])
                moved = partial(document.formulas.scroll, format)
                yield WideBox(seen, widths[1], "surface", moved)


def _rect(
    document: CardDocument, block: QTextBlock, fragment: QTextFragment, width: float
) -> QRectF:
    """Where a formula's object stands: it fills its line."""
    whole = document.documentLayout().blockBoundingRect(block)
    line = block.layout().lineForTextPosition(fragment.position() - block.position())
    inside = line.rect().translated(whole.topLeft())
    return QRectF(inside.left(), inside.top(), width, inside.height())
