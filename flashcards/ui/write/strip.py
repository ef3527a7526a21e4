"""What is wrong in the line of the cursor: a sentence, a hint, and its correction."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from flashcards.domain.deck.fix import fixable
from flashcards.domain.tongue import number, tr
from flashcards.ui.problem_text import problem_text
from flashcards.ui.shortcuts import name_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flashcards.domain.problems import Problem


class ProblemStrip(QWidget):
    """Shows the first problem of a line, and how many more it has; none hides it."""

    fix_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.setAccessibleName(tr("Problem"))
        self._sentence, self._hint = label("body", wraps=True), label("quiet", wraps=True)
        self._fix = button("plain", tr("Correct"))
        name_key(self._fix, "fix", words=tr("Correct it"))
        self._fix.clicked.connect(self.fix_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._sentence)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.addLayout(words, 1)
        row.addWidget(self._fix)
        self.hide()

    def show_problems(self, problems: "Sequence[Problem]") -> None:
        """Show what is wrong with a line."""
        self.setVisible(bool(problems))
        if not problems:
            return
        first = problems[0]
        words = problem_text(first)
        if len(problems) > 1:
            more = number(len(problems) - 1)
            words = tr("{problem} (and {count} more in this line)", problem=words, count=more)
        self._sentence.setText(words)
        self._hint.setText(first.hint)
        self._fix.setVisible(fixable(problems))
