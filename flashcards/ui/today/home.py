"""A quiet row on Today that asks once where the person's decks should live."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from flashcards.domain.tongue import later, tr
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

QUESTION = later(
    "These are the decks that came with Flashcards. To edit them and to add your own, keep a copy"
    " in a folder of yours. What you change or take away there stays so; the rest follows a later"
    " version when you say so on the Decks page."
)


class HomeRow(QFrame):
    """``chosen`` carries the folder; nothing where the person wants none."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Where your decks live"))
        self._folder = ""
        self._here = button("plain", "", tr("Copy the decks there, and read them from there"))
        self._other = button("quiet", tr("Another folder…"), tr("Choose a folder for your decks"))
        self._none = button("quiet", tr("Not now"), tr("Go on with these, and do not ask again"))
        self._here.clicked.connect(lambda: self.chosen.emit(self._folder))
        self._other.clicked.connect(self._choose)
        self._none.clicked.connect(lambda: self.chosen.emit(""))
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        layout, row = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(label("body", tr(QUESTION), wraps=True))
        for each in (self._here, self._other, self._none):
            row.addWidget(each)
        row.addStretch(1)
        layout.addLayout(row)

    def show_offer(self, folder: str) -> None:
        """Ask about a folder; without one there is nothing to ask."""
        self._folder = folder
        self._here.setText(tr("Keep them in {folder}", folder=folder))
        self._here.setAccessibleName(tr("Keep the decks in {folder}", folder=folder))
        self.setVisible(bool(folder))

    def _choose(self) -> None:
        """Let the person point at a folder; the one beside the usual is shown first."""
        from PySide6.QtWidgets import QFileDialog  # with its six enumerations, when it is asked

        above = str(Path(self._folder).expanduser().parent)
        found = QFileDialog.getExistingDirectory(self, tr("Where should your decks live?"), above)
        if found:
            self.chosen.emit(found)
