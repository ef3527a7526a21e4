"""Which deck takes the notes: one that is there, or a new one by its title."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from flashcards.domain.tongue import tr
from flashcards.services.shelving import file_titled
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.choice import narrow
from flashcards.ui.widgets.label import label


class TargetPart(QWidget):
    """``asked`` says that another deck is meant."""

    asked = Signal()

    def __init__(self, folder: Path | None, decks: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._folder = folder
        self._decks, self._title = QComboBox(), QLineEdit()
        self._told = label("quiet", wraps=True)
        self._named = label("quiet", tr("Its title"))
        narrow(self._decks)
        self._decks.setAccessibleName(tr("Into the deck"))
        self._title.setAccessibleName(tr("Title of the new deck"))
        if folder:
            self._decks.addItem(tr("A new deck"), "")
        for file, name in decks:
            self._decks.addItem(name, file)
        self._lay_out()
        self._decks.activated.connect(self._choose)
        self._title.textEdited.connect(lambda _: self._choose())
        self._choose()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.addWidget(label("quiet", tr("Into the deck")), 0, 0)
        grid.addWidget(self._named, 1, 0)
        grid.addWidget(self._decks, 0, 1)
        grid.addWidget(self._title, 1, 1)
        grid.addWidget(self._told, 2, 1)
        grid.setColumnStretch(1, 1)

    def begin(self, title: str) -> None:
        """Offer a title for a new deck, to be typed over."""
        (self._title if self._folder else self._decks).setFocus()
        self._title.setText(title)
        self._title.selectAll()
        self._choose()

    @property
    def deck(self) -> Path | None:
        """The deck's file; None where there is no folder, or no title, for a new one."""
        chosen = str(self._decks.currentData() or "")
        if chosen:
            return Path(chosen)
        named = self._folder is not None and self.title
        return file_titled(self._folder, self.title) if named and self._folder else None

    @property
    def title(self) -> str:
        """A new deck's title; nothing where the deck is there."""
        return "" if self._decks.currentData() else " ".join(self._title.text().split())

    @property
    def fault(self) -> str:
        """Say why this deck cannot take anything; nothing where it can."""
        if self._decks.count() == 0:
            return tr("There is no folder for a new deck. Name one with --decks.")
        if self._decks.currentData():
            return ""
        if not self.title:
            return tr("Give the new deck a title: its file is named after it.")
        if self.deck and self.deck.exists():
            return tr("{file} is there already: choose another title.", file=self.deck)
        return ""

    def _choose(self, *_: object) -> None:
        new = not self._decks.currentData()
        for widget in (self._named, self._title):
            widget.setVisible(new)
        where = tr("{file} is made.", file=self.deck) if new else tr("They go to its end.")
        self._told.setText("" if self.fault else where)
        self.asked.emit()
