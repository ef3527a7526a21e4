"""What is wrong with the decks: each problem a sentence, its place a button that opens it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from flashcards.domain.problems import Severity
from flashcards.domain.spoken import counted
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.domain.problems import Problem

MOST = 5
BUTTON_EDGE = 6
"""Pixels from a quiet button's top to its words, so that a row's texts stand in one line."""
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class ProblemList(QFrame):
    """Shows the first problems, errors before warnings before hints."""

    edit_wanted = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName("Problems in your decks")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID // 2)
        self._title, self._rest = label("strong"), label("quiet", wraps=True)
        layout.addWidget(self._title)
        self._rows = [_ProblemRow(self) for _ in range(MOST)]
        for row in self._rows:
            layout.addWidget(row)
        layout.addSpacing(GRID // 2)
        layout.addWidget(self._rest)

    def show_problems(self, problems: "Sequence[Problem]") -> None:
        """Show them; none hides the list."""
        self.setVisible(bool(problems))
        self._title.setText(f"{counted(len(problems), 'problem').capitalize()} in your decks")
        ordered = sorted(problems, key=lambda problem: (_RANK[problem.severity], problem.place))
        for place, row in enumerate(self._rows):
            row.show_problem(ordered[place] if place < len(ordered) else None)
        more = len(problems) - MOST
        self._rest.setVisible(more > 0)
        self._rest.setText(f"and {more:,} more: “flashcards check” lists them all.")


class _ProblemRow(QWidget):
    """One problem: where, what, what to do."""

    def __init__(self, owner: ProblemList) -> None:
        super().__init__()
        self._place = ("", 1)
        self._where = button("quiet", "", "Open the deck at this line")
        self._where.clicked.connect(lambda: owner.edit_wanted.emit(*self._place))
        self._sentence, self._hint = label("body", wraps=True), label("quiet", wraps=True)
        words = QVBoxLayout()
        words.setContentsMargins(0, BUTTON_EDGE, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._sentence)
        words.addWidget(self._hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(words, 1)
        layout.addWidget(self._where, 0, Qt.AlignmentFlag.AlignTop)

    def show_problem(self, problem: "Problem | None") -> None:
        """Fill the row, or hide it."""
        self.setVisible(problem is not None)
        if problem is None:
            return
        self._place = (problem.place.file, problem.place.line)
        self._where.setText(f"{Path(problem.place.file).name}:{problem.place.line}")
        self._sentence.setText(f"{problem.severity.capitalize()}: {problem.message}")
        self._hint.setText(problem.hint)
