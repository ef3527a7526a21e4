"""What is asked before notes are changed in their decks: which tags, or which deck."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from flashcards.domain.deck.retag import TAG
from flashcards.domain.tongue import later, tr, trn
from flashcards.ui.dialogs.frame import Choice, column, decision
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label

_HOW = later("Words with blanks between; a minus takes a tag away: core -draft")
_WRONG = later(
    "“{word}” cannot be a tag: write one word without quotation marks, commas or braces."
)


class TagDialog(QDialog):
    """Asks for tags; ``add`` and ``drop`` are what was typed when it is accepted."""

    def __init__(self, notes: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Tag"))
        self._field, self._told = QLineEdit(), label("quiet", tr(_HOW), wraps=True)
        self._field.setAccessibleName(tr("Tags to add, and with a minus to take away"))
        layout = column(self, 2 * GRID)
        words = trn("Tag {count} note in the decks", "Tag {count} notes in the decks", notes)
        layout.addWidget(label("heading", words, wraps=True))
        layout.addWidget(self._field)
        layout.addWidget(self._told)
        take = Choice(tr("Write"), tr("Write the tags into the notes' headings"))
        layout.addLayout(
            decision(self, take, Choice(tr("Cancel"), tr("Leave the decks as they are")))
        )
        self.setMinimumWidth(56 * GRID)
        self._field.setFocus()

    def accept(self) -> None:
        """Take what was typed, where all of it can be tags."""
        words = self._field.text().split()
        self.drop = [word[1:] for word in words if word.startswith("-")]
        self.add = [word for word in words if not word.startswith("-")]
        wrong = [word for word in (*self.add, *self.drop) if not TAG.fullmatch(word)]
        if wrong:
            self._told.setText(tr(_WRONG, word=wrong[0]))
        elif words:
            super().accept()


class MoveDialog(QDialog):
    """Asks for a deck; ``deck`` is the one chosen when it is accepted."""

    def __init__(self, notes: int, decks: Sequence[tuple[str, Path]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Move"))
        self._decks, self._box = decks, QComboBox()
        self._box.addItems([name for name, _ in decks])
        self._box.setAccessibleName(tr("The deck that they move to"))
        layout = column(self, 2 * GRID)
        words = trn("Move {count} note to", "Move {count} notes to", notes)
        layout.addWidget(label("heading", words, wraps=True))
        layout.addWidget(self._box)
        how = tr(
            "They go to its end with their history and pictures; topic and tags become its own."
        )
        layout.addWidget(label("quiet", how, wraps=True))
        take = Choice(tr("Move"), tr("Write them into that deck, and take them out of theirs"))
        layout.addLayout(
            decision(self, take, Choice(tr("Cancel"), tr("Leave the decks as they are")))
        )
        self.setMinimumWidth(56 * GRID)
        self._box.setFocus()

    @property
    def deck(self) -> Path:
        """The deck that is chosen."""
        return self._decks[self._box.currentIndex()][1]
