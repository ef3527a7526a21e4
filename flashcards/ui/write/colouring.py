"""Colours a deck's text, a few hundred lines at a time: no key waits for the rest of the file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from flashcards.domain.deck.tokens import START, tokens
from flashcards.ui.write.units import units

if TYPE_CHECKING:
    from flashcards.ui.theme.tokens import Theme

AT_ONCE = 150
"""So many lines are coloured in one go, in about three milliseconds; the rest when it is quiet."""

_BOLD = frozenset(("note", "section", "field", "strong"))


class Colouring(QSyntaxHighlighter):
    """A line's state (``tokens``) is its block's user state, so an edit colours what follows."""

    def __init__(self, document: QTextDocument, theme: "Theme") -> None:
        super().__init__(document)
        self._formats = _formats(theme)
        self._left = AT_ONCE
        self._waiting: list[QTextCursor] = []
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)

    def set_theme(self, theme: "Theme") -> None:
        """Colour with another theme."""
        self._formats = _formats(theme)
        block = self.document().begin()
        first = block
        while block.isValid():
            block.setUserState(START)
            block = block.next()
        self.rehighlightBlock(first)

    @property
    def is_done(self) -> bool:
        """Whether all lines have their colours."""
        return not self._waiting

    def highlightBlock(self, text: str) -> None:
        """Colour one line, or put it off."""
        self._turn.start()
        if self._left <= 0:
            if self._left == 0:
                self._waiting.append(QTextCursor(self.currentBlock()))
            self._left -= 1
            return
        self._left -= 1
        is_first = self.currentBlock().blockNumber() == 0
        found, state = tokens(text, START if is_first else max(0, self.previousBlockState()))
        if text.isascii():
            for start, length, sort in found:
                self.setFormat(start, length, self._formats[sort])
        else:
            for start, length, sort in found:
                begin = units(text[:start])
                size = units(text[start : start + length])
                self.setFormat(begin, size, self._formats[sort])
        self.setCurrentBlockState(state)

    def _go_on(self) -> None:
        """Go on where lines were put off: Qt goes down from there while states change."""
        self._left = AT_ONCE
        if self._waiting:
            self.rehighlightBlock(self._waiting.pop(0).block())
        else:
            self._turn.stop()


def _formats(theme: "Theme") -> dict[str, QTextCharFormat]:
    """Give each sort of token its colour; weight tells headings apart without any."""
    colours, syntax = theme.colours, theme.syntax
    chosen = {
        "note": colours.text,
        "section": colours.accent,
        "field": colours.text,
        "braces": colours.quiet,
        "name": syntax.comment,
        "kind": syntax.type,
        "key": syntax.function,
        "front": colours.quiet,
        "code": syntax.string,
        "math": syntax.number,
        "tex": syntax.keyword,
        "cloze": colours.cloze,
        "strong": colours.text,
        "emphasis": colours.text,
        "link": syntax.function,
        "quote": colours.quiet,
        "mark": colours.quiet,
        "comment": syntax.comment,
    }
    return {
        sort: _format(sort, colour, colours.cloze_background) for sort, colour in chosen.items()
    }


def _format(sort: str, colour: str, ground: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    if sort in _BOLD:
        made.setFontWeight(QFont.Weight.Bold)
    if sort in ("emphasis", "comment"):
        made.setFontItalic(True)
    if sort == "cloze":
        made.setBackground(QColor(ground))
    return made
