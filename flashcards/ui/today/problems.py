"""What is wrong with the decks: each problem a sentence, its place a button that opens it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from flashcards.domain.problems import Severity
from flashcards.domain.tongue import later, number, tr, trn
from flashcards.ui.problem_text import problem_text
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.domain.problems import Problem

MOST = 5
BUTTON_EDGE = 6
"""Pixels from a quiet button's top to its words, so that a row's texts stand in one line."""
_ANSWERS = (("same", later("Same note")), ("different", later("Different")))
_QUESTION = later("Which is it? A note with an #id keeps its history whatever it says.")
_SETTINGS = ".toml"
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class ProblemList(QFrame):
    """Shows the first problems, errors before warnings before hints.

    ``write_wanted`` and ``edit_wanted``, for the person's own editor, carry a file and a line;
    ``decision_wanted`` has what the person says of two notes, and the names of both.
    """

    write_wanted = Signal(str, int)
    edit_wanted = Signal(str, int)
    decision_wanted = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Problems in your decks"))
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
        self._title.setText(_title(problems))
        ordered = sorted(problems, key=lambda problem: (_RANK[problem.severity], problem.place))
        for place, row in enumerate(self._rows):
            row.show_problem(ordered[place] if place < len(ordered) else None)
        more = len(problems) - MOST
        self._rest.setVisible(more > 0)
        self._rest.setText(
            tr("and {count} more: “flashcards check” lists them all.", count=number(more))
        )


def _title(problems: "Sequence[Problem]") -> str:
    """Count the problems where they are: in decks, in settings."""
    own = sum(Path(problem.place.file).suffix == _SETTINGS for problem in problems)
    decks = len(problems) - own
    said = [
        trn("{count} problem in your decks", "{count} problems in your decks", decks) * bool(decks),
        trn("{count} problem in your settings", "{count} problems in your settings", own)
        * bool(own),
    ]
    return " · ".join(filter(None, said))


class _ProblemRow(QWidget):
    """One problem: where, what, what to do."""

    def __init__(self, owner: ProblemList) -> None:
        super().__init__()
        self._place = ("", 1)
        self._between = ("", "")
        self._owner = owner
        self._where = button("quiet", "", tr("Open the deck at this line"))
        self._where.clicked.connect(lambda: owner.write_wanted.emit(*self._place))
        self._editor = button("quiet", tr("Editor"), tr("Open it in your own editor instead"))
        self._editor.clicked.connect(lambda: owner.edit_wanted.emit(*self._place))
        self._sentence, self._hint = label("body", wraps=True), label("quiet", wraps=True)
        words = QVBoxLayout()
        words.setContentsMargins(0, BUTTON_EDGE, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._sentence)
        words.addWidget(self._hint)
        words.addWidget(self._decision())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(words, 1)
        for made in (self._where, self._editor):
            layout.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)

    def _decision(self) -> QWidget:
        """Make the two answers to a question about two notes."""
        self._answers = QWidget()
        row = QHBoxLayout(self._answers)
        row.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        row.setSpacing(GRID)
        for verb, text in _ANSWERS:
            made = button("plain", tr(text), tr("Say which note this is"))
            made.clicked.connect(partial(self._decide, verb))
            row.addWidget(made)
        row.addStretch(1)
        return self._answers

    def _decide(self, verb: str) -> None:
        self._owner.decision_wanted.emit(verb, *self._between)

    def show_problem(self, problem: "Problem | None") -> None:
        """Fill the row, or hide it."""
        self.setVisible(problem is not None)
        if problem is None:
            return
        self._place = (problem.place.file, problem.place.line)
        self._where.setText(f"{Path(problem.place.file).name}:{problem.place.line}")
        self._editor.setAccessibleName(
            tr("Open {place} in your own editor", place=self._where.text())
        )
        self._sentence.setText(problem_text(problem))
        self._answers.setVisible(bool(problem.between))
        self._hint.setText(tr(_QUESTION) if problem.between else problem.hint)
        if problem.between:
            self._between = (problem.between[0], problem.between[1])
            for made in self._answers.findChildren(QPushButton):
                made.setAccessibleDescription(problem.message)
