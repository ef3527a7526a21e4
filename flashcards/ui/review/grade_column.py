"""One grade in the bar: its button, its key, and the interval above it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from flashcards.domain.grade import Grade
from flashcards.domain.tongue import tr
from flashcards.ui.shortcuts import shown_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button, restyle
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.services.views import GradeButton

_HUES = {0: "again", 1: "again", 2: "again", 3: "hard", 4: "good", 5: "easy"}


_NARROWEST = 90
"""Pixels at every size of text: six of them, at twice their size, just fit into the window."""


class GradeColumn(QWidget):
    """A grade's button, with the interval it gives and its key."""

    def __init__(self, grade: Grade) -> None:
        super().__init__()
        self.button: QPushButton = button("grade", grade.label)
        self.button.setProperty("grade", _HUES[int(grade)])
        self.button.setMinimumWidth(_NARROWEST)
        self._interval = label("quiet")
        self._interval.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._interval)
        layout.addWidget(self.button)

    def show_button(self, view: "GradeButton", *, suggested: bool, crowded: bool = False) -> None:
        """Set the words; the grade that is suggested says that Space gives it, if there is room."""
        again = " ↻" if view.repeated else ""
        self._interval.setText(f"{view.interval}{again}")
        also = shown_key("flip") if suggested else ""
        beside = f" · {also}" if also and not crowded else ""
        key = shown_key(f"grade-{view.key}")
        self.button.setText(f"{view.label}  {key}{beside}")
        name = f"{view.label}, {view.interval}"
        self.button.setAccessibleName(tr("{grade}, suggested", grade=name) if suggested else name)
        keys = (
            tr("keys {key} and {also}", key=key, also=also)
            if suggested
            else tr("key {key}", key=key)
        )
        tip = f"{view.label}: {view.interval} ({keys})"
        if view.why:
            tip += f". {view.why}"
        if view.repeated:
            tip = tr(
                "{grade}. The card is asked again today, until it is graded Good or Easy.",
                grade=tip,
            )
        self.button.setToolTip(tip)
        restyle(self.button, "suggested", suggested)
