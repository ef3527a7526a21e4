"""The foot of a review: what shows the answer, what marks a step, then the grades."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from flashcards.domain.grade import SIX_GRADES, Grade
from flashcards.domain.tongue import later, tr
from flashcards.ui.actions import action
from flashcards.ui.keymap import written
from flashcards.ui.review.grade_column import GradeColumn
from flashcards.ui.shortcuts import name_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button, restyle
from flashcards.ui.widgets.trail import Trail

if TYPE_CHECKING:
    from flashcards.services.views import GradeButton

_OFFERS = {
    "answer": (later("Show answer"), later("Show the answer")),
    "step": (later("Show step"), later("Show the next step")),
    "section": (later("Show section"), later("Show the next section")),
}
"""What the button and its tip say of each part that it shows."""

REPEATED = later("↻ is asked again today, until it is graded Good or Easy")

_ROOMY = 4
"""With more grades than this, none says that Space gives it; it is marked, and its tip does."""


class GradeBar(QWidget):
    """All buttons are made once; a view says which are shown, and what they promise.

    ``wanted`` carries the name of an action from the table.
    """

    flip_wanted = Signal()
    marked = Signal(bool)
    grade_wanted = Signal(int)
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._hint = self._quiet("hint", tr("Hint"))
        self._flip = _wide(
            "primary", tr("Show answer"), "flip", tr("Show the answer"), self.flip_wanted.emit
        )
        self._whole = self._quiet("whole", tr("Show all"))
        self._hit = _wide(
            "grade", tr("Knew it"), "flip", tr("I knew this step"), lambda: self.marked.emit(True)
        )
        self._missed = _wide(
            *("grade", tr("Missed it"), "missed", action("missed").label),
            lambda: self.marked.emit(False),
        )
        self._hit.setProperty("suggested", True)
        self._hit.setProperty("grade", "good")
        self._missed.setProperty("grade", "again")
        self._grades = {grade: GradeColumn(grade) for grade in SIX_GRADES}
        self._note = Trail()
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._keep_height()

    def _quiet(self, name: str, text: str) -> QPushButton:
        made = button("quiet", text)
        name_key(made, name, words=action(name).label, text=text)
        made.setAccessibleName(action(name).label)
        made.clicked.connect(lambda: self.wanted.emit(name))
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        for made in (self._hint, self._missed, self._hit, self._flip, self._whole):
            row.addWidget(made)
        for grade, column in self._grades.items():
            row.addWidget(column)
            column.button.clicked.connect(lambda _=False, g=grade: self.grade_wanted.emit(int(g)))
        row.addStretch(1)
        self._rows = layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._note)
        layout.addStretch(1)
        layout.addLayout(row)

    def _keep_height(self) -> None:
        """Be as tall for the question as for the grades, so that the card does not move."""
        column = next(iter(self._grades.values()))
        for made in (self._flip, self._hit, self._missed):
            made.setMinimumHeight(column.button.sizeHint().height())
        margins = self._rows.contentsMargins()
        self._note.ensurePolished()
        line = self._note.fontMetrics().size(0, "↻").height()  # an empty label asks for less
        inside = line + GRID + line + GRID // 2 + column.button.sizeHint().height()
        self.setFixedHeight(inside + margins.top() + margins.bottom())

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._keep_height()

    def show_note(self, words: str, *, late: bool = False) -> None:
        """Say something above the buttons; words that come too late are coloured too."""
        self._note.show_text(words)
        restyle(self._note, "role", "late" if late else "quiet")

    def show_question(
        self, noun: str = "answer", *, typed: bool = False, hint: bool = False, more: bool = False
    ) -> None:
        """Offer the answer, or its next part by name; ``more`` offers all the others too.

        Where an answer is ``typed``, Enter is the field's key, whatever else shows answers.
        """
        text, words = map(tr, _OFFERS[noun])
        name_key(self._flip, "flip", words=words, text=text)
        if typed:
            self._flip.setText(f"{text}  {written('Return')}")
            self._flip.setToolTip(f"{words} ({written('Return')})")
        self._flip.setAccessibleName(text)
        self._offer(self._flip, *[self._hint] * hint, *[self._whole] * more)

    def show_marks(self, *, more: bool) -> None:
        """Ask whether the newest step was known."""
        self._offer(self._hit, self._missed, *[self._whole] * more)

    def show_grades(self, buttons: "Sequence[GradeButton]", suggested: Grade | None = None) -> None:
        """Offer the grades; one of them may be what Space gives."""
        offered = {button.grade: button for button in buttons}
        self._offer(*(self._grades[grade] for grade in offered))
        for grade, view in offered.items():
            crowded = len(offered) > _ROOMY
            self._grades[grade].show_button(view, suggested=grade is suggested, crowded=crowded)

    def _offer(self, *shown: QWidget) -> None:
        """Show some of the row, and hide the rest."""
        quiet = (self._hint, self._flip, self._hit, self._missed, self._whole)
        for made in (*quiet, *self._grades.values()):
            made.setVisible(made in shown)


def _wide(role: str, words: str, name: str, tip: str, pressed: Callable[[], object]) -> QPushButton:
    """Make a button that is wide enough to be hit without looking."""
    made = button(role, words)
    name_key(made, name, words=tip, text=words)
    made.setAccessibleName(words)
    made.setMinimumWidth(30 * GRID if role == "primary" else 18 * GRID)
    made.clicked.connect(lambda _=False: pressed())
    return made
