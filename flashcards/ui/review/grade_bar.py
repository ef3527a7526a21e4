"""The foot of a review: one button that shows the answer, then the grades."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from flashcards.domain.grade import SIX_GRADES, Grade
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label
from flashcards.ui.widgets.trail import Trail

if TYPE_CHECKING:
    from flashcards.services.views import GradeButton

REPEATED = "↻ is asked again today, until it is graded Good or Easy"

_HUES = {0: "again", 1: "again", 2: "again", 3: "hard", 4: "good", 5: "easy"}


class GradeBar(QWidget):
    """All six buttons are made once; a view says which are shown, and what they promise."""

    flip_wanted = Signal()
    grade_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._flip = button("primary", "Show answer  Space", "Show the answer (Space)")
        self._flip.setAccessibleName("Show answer")
        self._flip.setMinimumWidth(30 * GRID)
        self._flip.clicked.connect(self.flip_wanted)
        self._grades = {grade: _GradeColumn(grade) for grade in SIX_GRADES}
        self._note = Trail()
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(self._flip)
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
        self._keep_height()

    def _keep_height(self) -> None:
        """Be as tall for the question as for the grades, so that the card does not move."""
        column = next(iter(self._grades.values()))
        self._flip.setMinimumHeight(column.button.sizeHint().height())
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

    def show_question(self, note: str) -> None:
        """Offer the answer."""
        self._note.show_text(note)
        self._flip.show()
        for column in self._grades.values():
            column.hide()

    def show_grades(self, buttons: "Sequence[GradeButton]") -> None:
        """Offer the grades."""
        self._note.show_text(REPEATED)
        self._flip.hide()
        offered = {button.grade: button for button in buttons}
        for grade, column in self._grades.items():
            column.setVisible(grade in offered)
            if grade in offered:
                column.show_button(offered[grade])


class _GradeColumn(QWidget):
    """A grade's button, with the interval it gives and its key."""

    def __init__(self, grade: Grade) -> None:
        super().__init__()
        self.button: QPushButton = button("grade", grade.label)
        self.button.setProperty("grade", _HUES[int(grade)])
        self._interval = label("quiet")
        self._interval.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._interval)
        layout.addWidget(self.button)

    def show_button(self, view: "GradeButton") -> None:
        """Set the words."""
        again = " ↻" if view.repeated else ""
        self._interval.setText(f"{view.interval}{again}")
        self.button.setText(f"{view.label}  {view.key}")
        self.button.setAccessibleName(f"{view.label}, {view.interval}")
        tip = f"{view.label}: {view.interval} (key {view.key})"
        if view.repeated:
            tip += ". The card is asked again today, until it is graded 4 or 5."
        self.button.setToolTip(tip)
