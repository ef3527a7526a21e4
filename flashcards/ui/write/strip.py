"""What is wrong in the line of the cursor: a sentence, a hint, and its correction."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from flashcards.domain.deck.fix import fixable
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
        self.setAccessibleName("Problem")
        self._sentence, self._hint = label("body", wraps=True), label("quiet", wraps=True)
        self._fix = button("plain", "Correct")
        name_key(self._fix, "fix", words="Correct it")
        self._fix.clicked.connect(self.fix_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._sentence)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.addLayout(words, 1)
        row.addWidget(self._fix)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_problems(self, problems: "Sequence[Problem]") -> None:
        """Show what is wrong with a line."""
        self.setVisible(bool(problems))
        if not problems:
            return
        first = problems[0]
        more = f" (and {len(problems) - 1} more in this line)" if len(problems) > 1 else ""
        self._sentence.setText(f"{first.severity.capitalize()}: {first.message}{more}")
        self._hint.setText(first.hint)
        self._fix.setVisible(fixable(problems))
