"""Walking a text document in Python's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment


def blocks(document: QTextDocument, start: int = 0) -> Iterator[QTextBlock]:
    """Every block from the one at `start` on."""
    block = document.findBlock(start)
    while block.isValid():
        yield block
        block = block.next()


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The stretches of one character format a block is made of."""
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1
