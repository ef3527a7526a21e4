"""Problems as underlines: where in the text each one stands, and how it looks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from flashcards.domain.problems import Problem, Severity
from flashcards.ui.write.gutter import colour_of
from flashcards.ui.write.units import units

if TYPE_CHECKING:
    from flashcards.ui.theme.tokens import Theme

MOST = 400
"""More underlines than this cost time at each key; the gutter's marks have no such limit."""

_QUOTED = re.compile("“([^”]+)”")
_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class Mark:
    """A problem, and the stretch of text that it is about, which moves with the text."""

    problem: Problem
    stretch: QTextCursor

    @property
    def line(self) -> int:
        """The line where it begins now, from 1."""
        block = self.stretch.document().findBlock(self.stretch.selectionStart())
        return block.blockNumber() + 1


def marks_of(document: QTextDocument, problems: Iterable[Problem]) -> list[Mark]:
    """Find the stretches; the text is what the problems were found in."""
    return [Mark(problem, _stretch(document, problem)) for problem in problems]


def worst(marks: Iterable[Mark]) -> dict[int, Severity]:
    """Tell for each line with problems how bad they are."""
    order = list(Severity)
    found: dict[int, Severity] = {}
    for mark in marks:
        line, severity = mark.line, mark.problem.severity
        found[line] = min(severity, found.get(line, severity), key=order.index)
    return found


def selections(marks: list[Mark], theme: "Theme") -> Iterator[QTextEdit.ExtraSelection]:
    """Give Qt what it underlines."""
    for mark in marks[:MOST]:
        drawn = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(colour_of(mark.problem.severity, theme)))
        drawn.format = form
        drawn.cursor = mark.stretch
        yield drawn


def _stretch(document: QTextDocument, problem: Problem) -> QTextCursor:
    block = document.findBlockByNumber(problem.place.line - 1)
    if not block.isValid():
        block = document.lastBlock()
    line, start = block.text(), problem.place.column - 1
    length = _length(line, start, problem)
    cursor = QTextCursor(block)
    begin = block.position() + units(line[:start])
    cursor.setPosition(min(begin, block.position() + block.length() - 1))
    end = begin + units(line[start : start + length])
    cursor.setPosition(
        min(end, block.position() + block.length() - 1), QTextCursor.MoveMode.KeepAnchor
    )
    return cursor


def _length(line: str, start: int, problem: Problem) -> int:
    """Underline what the sentence quotes, where that stands here; else a word, or the line."""
    for quoted in _QUOTED.findall(problem.message):
        if line.startswith(quoted, start):
            return len(quoted)
    word = _WORD.match(line, start)
    if start == 0 or word is None:
        return max(1, len(line.rstrip()) - start)
    return len(word[0])
