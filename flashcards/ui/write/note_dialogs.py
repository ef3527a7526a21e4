"""Edit a note where one is, and add one from anywhere."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QWidget

from flashcards.domain.kinds.templates import PROMPT, TEMPLATES, note_of_kind
from flashcards.ui.dialogs.frame import Choice, column, decision
from flashcards.ui.shortcuts import bind_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label
from flashcards.ui.write.note_form import NoteForm

if TYPE_CHECKING:
    from flashcards.services.desk import Desk
    from flashcards.ui.theme.look import Look

TAKE_KEYS = ("Ctrl+S", "Ctrl+Return")


class EditDialog(QDialog):
    """``text`` is the note as the person wants it, when it is accepted."""

    def __init__(self, desk: "Desk", look: "Look", parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Edit the note")
        self.form, self.text = NoteForm(desk, look), ""
        layout = column(self, 2 * GRID)
        layout.addWidget(self.form, 1)
        take = Choice("Save", f"Save it, and go on with the card: {TAKE_KEYS[0]},")
        layout.addLayout(decision(self, take, Choice("Cancel", "Leave the note as it was")))
        for key in TAKE_KEYS:
            bind_key(self, key, self.accept)
        self.form.editor.setFocus()

    def accept(self) -> None:
        """Keep the text."""
        self.text = self.form.text
        super().accept()


class AddDialog(QDialog):
    """``file`` is the deck, and ``text`` the note, when it is accepted."""

    def __init__(
        self,
        decks: Sequence[tuple[str, str]],
        head_of: Callable[[Path], str],
        desk: "Desk",
        look: "Look",
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Add a note")
        self._head_of = head_of
        self.form, self.text = NoteForm(desk, look), ""
        self._decks, self._kinds = QComboBox(), QComboBox()
        self._decks.setAccessibleName("Deck")
        self._kinds.setAccessibleName("Kind of note")
        self._decks.setMinimumContentsLength(16)
        for file, name in decks:
            self._decks.addItem(name, file)
        self._kinds.addItems(list(TEMPLATES))
        self._untouched = ""
        self._lay_out()
        self._decks.currentIndexChanged.connect(lambda _: self._take_deck())
        self._kinds.currentTextChanged.connect(self._take_kind)
        self._take_deck()
        self._take_kind(self._kinds.currentText())
        self.form.editor.setFocus()

    def _lay_out(self) -> None:
        layout = column(self, 2 * GRID)
        layout.addWidget(label("heading", "Add a note"))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._decks, 3)
        row.addWidget(self._kinds, 1)
        layout.addLayout(row)
        layout.addWidget(self.form, 1)
        take = Choice("Add", f"Add it at the deck's end: {TAKE_KEYS[1]},")
        layout.addLayout(decision(self, take, Choice("Cancel", "Add nothing")))
        for key in TAKE_KEYS:
            bind_key(self, key, self.accept)

    def accept(self) -> None:
        """Keep the text."""
        self.text = self.form.text
        super().accept()

    def choose(self, file: str) -> None:
        """Begin with a deck."""
        self._decks.setCurrentIndex(max(0, self._decks.findData(file)))

    def _take_deck(self) -> None:
        self.file = Path(self._decks.currentData())
        self.form.begin(self.file, self._head_of(self.file))

    def _take_kind(self, kind: str) -> None:
        """Offer another kind's template, unless something is written already."""
        if self.form.editor.text != self._untouched:
            return
        self._untouched = note_of_kind(kind)
        self.form.editor.begin(self._untouched)
        cursor = self.form.editor.textCursor()
        at = self._untouched.index(PROMPT)
        cursor.setPosition(at)
        cursor.setPosition(at + len(PROMPT), QTextCursor.MoveMode.KeepAnchor)
        self.form.editor.setTextCursor(cursor)
