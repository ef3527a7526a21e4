"""A backlog after a break: how it can be spread over days, with each choice's consequence."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from flashcards.domain.tongue import number, tr
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.services.backlog import BacklogChoice, BacklogView

MOST = 4


class BacklogCard(QFrame):
    """``chosen`` carries how many cards a day; 0 takes the plan away."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Backlog"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        self._sentence = label("body", wraps=True)
        layout.addWidget(self._sentence)
        rows = QGridLayout()
        rows.setHorizontalSpacing(2 * GRID)
        rows.setVerticalSpacing(GRID)
        rows.setColumnStretch(1, 1)
        layout.addLayout(rows)
        self._choices = [_Choice(self, rows, number) for number in range(MOST)]

    def show_backlog(self, view: "BacklogView | None") -> None:
        """Show the choices; without a backlog there is nothing to show."""
        self.setVisible(view is not None)
        if view is None:
            return
        self._sentence.setText(view.sentence)
        for place, row in enumerate(self._choices):
            choice = view.choices[place] if place < len(view.choices) else None
            row.show_choice(choice, view.chosen)


class _Choice:
    """One line: the button, and what it comes to."""

    def __init__(self, owner: BacklogCard, rows: QGridLayout, number: int) -> None:
        self._per_day = 0
        self._button = button("plain", "")
        self._button.clicked.connect(lambda: owner.chosen.emit(self._per_day))
        self._words = label("quiet", wraps=True)
        rows.addWidget(self._button, number, 0)
        rows.addWidget(self._words, number, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_choice(self, choice: "BacklogChoice | None", chosen: int) -> None:
        """Fill the line, or hide it; the choice in force is said, and cannot be pressed."""
        for widget in (self._button, self._words):
            widget.setVisible(choice is not None)
        if choice is None:
            return
        self._per_day = choice.per_day
        in_force = bool(chosen) and choice.per_day == chosen
        words = (
            tr("{count} a day", count=number(choice.per_day))
            if choice.per_day
            else tr("All at once")
        )
        self._button.setText(f"✓ {words}" if in_force else words)
        self._button.setEnabled(not in_force)
        self._button.setAccessibleDescription(choice.consequence)
        self._words.setText(choice.consequence)
