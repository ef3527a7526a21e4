"""One note's text with its problems and its cards beside it: of a note edited, or added."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from flashcards.domain.problems import Place, Problem
from flashcards.domain.tongue import tr
from flashcards.render.formula_cache import FormulaCache
from flashcards.services.proofreading import Proofreader
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.write.editor import DeckEditor
from flashcards.ui.write.preview import Preview
from flashcards.ui.write.strip import ProblemStrip
from flashcards.ui.write.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from flashcards.services.desk import Desk
    from flashcards.ui.theme.look import Look

PAUSE_MS = 150
TALL, WIDE = 40, 105
"""So many lines of eight pixels, and letters, it is large where there is room."""


class NoteForm(QWidget):
    """``head`` is the deck's front matter, which says what holds for the note, too."""

    def __init__(self, desk: "Desk", look: "Look") -> None:
        super().__init__()
        self._desk = desk
        self._head = ""
        self._reader: Proofreader | None = None
        self.editor = DeckEditor(look.theme)
        self.editor.setAccessibleName(tr("The note's text"))
        self.preview = Preview(FormulaCache(desk.cache / "formulas"), look.theme)
        self.strip = ProblemStrip()
        self._words = Words(desk, self.editor)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._read)
        self.editor.edited.connect(self._pause.start)
        self.editor.cursorPositionChanged.connect(self._show_problem)
        self._lay_out()
        self.preview.set_look(look.theme, look.zoom)

    def _lay_out(self) -> None:
        written = QVBoxLayout()
        written.setSpacing(0)
        written.addWidget(self.editor, 1)
        written.addWidget(self.strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addLayout(written, 11)
        row.addWidget(self.preview, 10)
        letter = self.fontMetrics().averageCharWidth()
        self.setMinimumSize(min(860, WIDE * letter), TALL * GRID)
        self.strip.fix_wanted.connect(self.fix)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys for the text, which a dialog would give to its button."""
        super().showEvent(event)
        QTimer.singleShot(0, self.editor, self.editor.setFocus)

    def begin(self, file: "Path", head: str, text: str = "") -> None:
        """Take a deck, and the text of a note; without one the text stays."""
        self._head, self._words.file = head, file
        paper = self._desk.paper
        self._reader = Proofreader(str(file), file.stem, self._desk.decks, paper.read_yaml)
        if text:
            self.editor.begin(text)
        self._read()

    @property
    def text(self) -> str:
        """The note, without blank lines around it."""
        return self.editor.text.strip("\n")

    def _read(self) -> None:
        """Show the problems and the cards of what is written."""
        if self._reader is None:
            return
        text, above = self.editor.text, self._head.count("\n")
        self.preview.show_cards(self._reader.cards(f"{self._head}{text}"))
        found = self._reader.proof(f"{self._head}{text}", {}).problems
        self.editor.show_problems([_moved(each, above) for each in found])
        self._show_problem()

    def _show_problem(self) -> None:
        self.strip.show_problems(self.editor.problems_at(self.editor.line()))

    def fix(self) -> None:
        """Correct the first problem of the line that has one right answer."""
        self.editor.fix_line()


def _moved(problem: Problem, above: int) -> Problem:
    place = Place(problem.place.file, max(1, problem.place.line - above), problem.place.column)
    message, hint = problem.message, problem.hint
    return Problem(place, problem.severity, problem.code, message, hint, problem.between)
