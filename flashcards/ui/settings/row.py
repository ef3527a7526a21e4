"""One setting on the page: its name, its sentence, its control, and the way back."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from flashcards.domain.choices import Choice
from flashcards.domain.tongue import tr, trc
from flashcards.ui.settings.controls import Tick, control_for, told
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

WIDE = 26 * GRID
"""Fields that stand below one another are at least so wide, so that their edges meet."""


class Row(QWidget):
    """``control`` announces what is chosen."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.choice, self.control = choice, control_for(choice)
        told_of = (choice.name, *map(tr, (choice.label, choice.help, choice.section)))
        self._words = " ".join(told_of).casefold()
        self._reset = button(
            "quiet",
            trc("button", "Reset"),
            tr("Back to: {value}", value=told(choice, choice.default)),
        )
        self._reset.setAccessibleName(tr("Reset {setting}", setting=tr(choice.label)))
        self._reset.clicked.connect(lambda: self.control.chosen.emit(choice.default))
        kept = self._reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(kept)
        self._doubt = label("late", wraps=True)
        self._doubt.hide()
        self.control.doubted.connect(self._tell)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, GRID)
        layout.setSpacing(GRID // 2)
        first = QHBoxLayout()
        first.setSpacing(GRID)
        words = QVBoxLayout()
        words.setSpacing(GRID // 4)
        words.addWidget(_buddy(tr(self.choice.label), self.control.widget))
        words.addWidget(label("quiet", tr(self.choice.help), wraps=True))
        first.addLayout(words, 1)
        layout.addLayout(first)
        if self.control.wide:
            layout.addWidget(self.control.widget)
        else:
            first.addWidget(self.control.widget)
            if not isinstance(self.control, Tick):
                self.control.widget.setMinimumWidth(WIDE)
        first.addWidget(self._reset)
        layout.addWidget(self._doubt)

    def show_value(self, value: Any) -> None:  # noqa: ANN401  # each setting has its own type
        """Show what is in force."""
        self.control.show(value)
        self._reset.setVisible(value != self.choice.default)
        self._tell("")

    def says(self, words: list[str]) -> bool:
        """Whether it is about all of some words."""
        return all(word in self._words for word in words)

    def _tell(self, doubt: str) -> None:
        self._doubt.setText(doubt)
        self._doubt.setVisible(bool(doubt))


def _buddy(text: str, control: QWidget) -> QLabel:
    made = label("strong", text, wraps=True)
    made.setBuddy(control)
    return made
