"""What the Settings page tells and does beside the choices: where the data is, and its backups."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from flashcards.domain.tongue import later, tr
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to know, below the choices of its section; ``deeds`` are names and button texts."""

    name: str
    section: str
    label: str
    help: str
    deeds: tuple[tuple[str, str], ...]


FACTS = (
    Fact(
        "backups",
        later("Backups"),
        later("Where your backups are"),
        later("They protect from damage and mistakes. For a lost disk, copy one to another."),
        (("back-up", later("Back up now")), ("open-backups", later("Open the folder"))),
    ),
    Fact(
        "data",
        later("Backups"),
        later("Where your data is"),
        later(
            "Your log is open in it, so it cannot be moved meanwhile: close the window, move the "
            "folder, and start with --data FOLDER, or set FLASHCARDS_DATA to it."
        ),
        (("open-data", later("Open the folder")),),
    ),
)


class FactRow(QWidget):
    """``wanted`` carries the name of a deed."""

    wanted = Signal(str)

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self.fact = fact
        self._words = " ".join(map(tr, (fact.label, fact.help, fact.section))).casefold()
        self._told = label("body", wraps=True)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, GRID)
        layout.setSpacing(GRID // 2)
        layout.addWidget(label("strong", tr(self.fact.label), wraps=True))
        layout.addWidget(self._told)
        layout.addWidget(label("quiet", tr(self.fact.help), wraps=True))
        deeds = QHBoxLayout()
        deeds.setSpacing(GRID)
        for name, words in self.fact.deeds:
            made = button("plain", tr(words), tr(self.fact.label))
            made.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
            deeds.addWidget(made)
        deeds.addStretch(1)
        layout.addLayout(deeds)

    def show_fact(self, told: str) -> None:
        """Show how it is now."""
        self._told.setText(told)

    def says(self, words: list[str]) -> bool:
        """Whether it is about all of some words."""
        return all(word in self._words for word in words)
