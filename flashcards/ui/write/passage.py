"""The note around a line, found by the colours' states: no more of the text is looked at."""

from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextDocument

from flashcards.domain.deck.tokens import FRONT, NOTE, SECTION


class Passage(NamedTuple):
    """From a heading to the next one; offsets are Qt's. ``text`` has the deck's head above it."""

    start: int
    end: int
    text: str
    is_note: bool


def passage_at(document: QTextDocument, line: int) -> Passage:
    """Find the note that a line is in; above the first heading there is none."""
    block = document.findBlockByNumber(line - 1)
    while not _is_heading(block) and block.previous().isValid():
        block = block.previous()
    is_note = _is(block, NOTE)
    first, lines = block, [block.text()]
    block = block.next()
    while block.isValid() and not _is_heading(block):
        lines.append(block.text())
        block = block.next()
    end = block.position() if block.isValid() else document.characterCount() - 1
    text = "\n".join([*_head(document), *lines]) + "\n"
    return Passage(first.position(), end, text, is_note)


def _head(document: QTextDocument) -> list[str]:
    """Give the front matter, which says what holds for every note."""
    block = document.firstBlock()
    lines = []
    while block.isValid() and block.userState() == FRONT:
        lines.append(block.text())
        block = block.next()
    return [*lines, block.text()] if lines else []


def _is_heading(block: QTextBlock) -> bool:
    return _is(block, NOTE) or _is(block, SECTION)


def _is(block: QTextBlock, flag: int) -> bool:
    return block.userState() >= 0 and bool(block.userState() & flag)
