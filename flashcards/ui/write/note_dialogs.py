"""Edit a note where one is, and add one from anywhere."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from flashcards.domain.deck.endings import plain
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.kinds.templates import PROMPT, TEMPLATES, note_of_kind
from flashcards.domain.tongue import later, tr
from flashcards.services.noting import head_of
from flashcards.ui.dialogs.frame import Choice, column, decision
from flashcards.ui.shortcuts import bind_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label
from flashcards.ui.widgets.pause import pause
from flashcards.ui.write.note_form import NoteForm

if TYPE_CHECKING:
    from flashcards.services.desk import Desk
    from flashcards.services.form_text import FormText
    from flashcards.services.writing import Left
    from flashcards.ui.theme.look import Look

KEEP_MS = 1_500
"""So long after a key the text is kept safe from a crash; in steady typing, too."""

PATIENCE_MS = 150
"""So long it is written before that is said: a deck of 2 MB takes a second."""

TAKE_KEYS = ("Ctrl+S", "Ctrl+Return")
GIVE_UP = later("What you wrote here is not saved. Escape, once more, gives it up.")
LEFT = later(
    "This text was not saved: it is what you wrote until {when}. Undo shows what was before."
)


Done = Callable[[str | None], object]
"""Is told how writing ended: None where it is written, else why not, as far as that is to be said.
"""


class NoteDialog(QDialog):
    """Stays open, with its text, until that is written; what keeps it from that stands below it.

    ``_write`` begins to write it, and calls what it is given once that has ended.
    """

    def __init__(
        self, title: str, safe: "FormText", desk: "Desk", look: "Look", parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._safe, self._keeps = safe, pause(self, KEEP_MS, self._keep)
        self.setWindowTitle(title)
        self.form, self.fault = NoteForm(desk, look), Fault()
        self._begun, self._warned = "", False
        self.is_writing = False
        """Whether the text is being written: it stays as it is meanwhile."""
        self._patience = pause(self, PATIENCE_MS, self._say_saving)
        self.form.editor.edited.connect(self._edited)
        for key in TAKE_KEYS:
            bind_key(self, key, self.accept)

    def _foot(self, layout: QVBoxLayout, take: Choice, leave: Choice) -> None:
        layout.addWidget(self.form, 1)
        layout.addWidget(self.fault)
        layout.addLayout(decision(self, take, leave))
        self.form.editor.setFocus()

    @property
    def text(self) -> str:
        """The note as the person wants it."""
        return self.form.text

    def begin(self, file: Path, head: str, text: str) -> None:
        """Show a note of a deck."""
        self.file = file
        self.form.begin(file, head, text)
        self._begun = self.form.text

    def offer_back(self, left: "Left") -> None:
        """Show what an earlier window did not write; what was before is one undo away."""
        self.form.editor.replace_text(left.text)
        self.fault.show_sentence(tr(LEFT, when=left.when))

    def accept(self) -> None:
        """Write the text, and close; where that is impossible, say why and stay."""
        if self.is_writing:
            return
        self.fault.show_sentence("")
        self._let_write(yes=False)
        self._patience.start()
        self._write(self._ended)

    def _say_saving(self) -> None:
        self.fault.show_sentence(tr("Saving…"))

    def _ended(self, fault: str | None) -> None:
        self._patience.stop()
        self._let_write(yes=True)
        if fault is None:
            super().accept()
        else:
            self.fault.show_sentence(fault)

    def _let_write(self, *, yes: bool) -> None:
        self.is_writing = not yes
        self.form.editor.setReadOnly(not yes)

    def reject(self) -> None:
        """Close; a text that was changed is given up only when the person says so twice."""
        if self.is_writing:
            return
        if self.form.text == self._begun or self._warned:
            super().reject()
        else:
            self.fault.show_sentence(tr(GIVE_UP))
            self._warned = True

    def done(self, result: int) -> None:
        """Close; the text is written now, or given up."""
        self._keeps.stop()
        self._safe.forget()
        super().done(result)

    def _keep(self) -> None:
        """Keep the text safe from a crash."""
        try:
            if self.text != self._begun:
                self._safe.keep(self.file, self._begun, self.text)
            else:
                self._safe.forget()
        except FlashcardsError as error:
            self.fault.show_sentence(str(error))

    def _edited(self) -> None:
        if not self._keeps.isActive():
            self._keeps.start()
        if self._warned:
            self._warned = False
            self.fault.show_sentence("")

    def _write(self, done: Done) -> None:
        raise NotImplementedError


class Fault(QWidget):
    """A sentence below a form; without one it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self.setAccessibleName(tr("Not saved"))
        self._sentence = label("body", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.addWidget(self._sentence)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Say something; nothing hides it."""
        self._sentence.setText(sentence)
        self.setAccessibleDescription(sentence)
        self.setVisible(bool(sentence))


class EditDialog(NoteDialog):
    """``write`` takes the note as the person wants it, and what is called once that has ended."""

    def __init__(
        self,
        write: Callable[[str, Done], object],
        safe: "FormText",
        desk: "Desk",
        look: "Look",
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Edit the note"), safe, desk, look, parent)
        self._writer = write
        tip = tr("Save it, and go on with the card: {key},", key=TAKE_KEYS[0])
        leave = Choice(tr("Cancel"), tr("Leave the note as it was"))
        self._foot(column(self, 2 * GRID), Choice(tr("Save"), tip), leave)

    def _write(self, done: Done) -> None:
        if self.text == self._begun:
            done(None)
        else:
            self._writer(self.text, done)


class AddDialog(NoteDialog):
    """``write`` takes the deck's file, the note, and what is called once that has ended."""

    def __init__(
        self,
        decks: Sequence[tuple[str, str]],
        write: Callable[[Path, str, Done], object],
        safe: "FormText",
        desk: "Desk",
        look: "Look",
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Add a note"), safe, desk, look, parent)
        self._desk, self._writer = desk, write
        self._decks, self._kinds = QComboBox(), QComboBox()
        self._decks.setAccessibleName(tr("Deck"))
        self._kinds.setAccessibleName(tr("Kind of note"))
        self._decks.setMinimumContentsLength(16)
        for file, name in decks:
            self._decks.addItem(name, file)
        self._kinds.addItems(list(TEMPLATES))
        self._lay_out()
        self._decks.currentIndexChanged.connect(lambda _: self._take_deck())
        self._kinds.currentTextChanged.connect(self._take_kind)
        self._take_deck()
        self._take_kind(self._kinds.currentText())

    def _lay_out(self) -> None:
        layout = column(self, 2 * GRID)
        layout.addWidget(label("heading", tr("Add a note")))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._decks, 3)
        row.addWidget(self._kinds, 1)
        layout.addLayout(row)
        take = Choice(tr("Add"), tr("Add it at the deck's end: {key},", key=TAKE_KEYS[1]))
        self._foot(layout, take, Choice(tr("Cancel"), tr("Add nothing")))

    def _write(self, done: Done) -> None:
        self._writer(self.file, self.text, done)

    def choose(self, file: str) -> None:
        """Begin with a deck."""
        self._decks.setCurrentIndex(max(0, self._decks.findData(file)))

    def _take_deck(self) -> None:
        self.file = Path(self._decks.currentData())
        self.form.begin(self.file, self._head())

    def _head(self) -> str:
        try:
            return head_of(plain(self._desk.paper.texts.read(self.file).text))
        except FlashcardsError:
            return ""  # writing to it will say why

    def _take_kind(self, kind: str) -> None:
        """Offer another kind's template, unless something is written already."""
        if self.form.text != self._begun:
            return
        text = note_of_kind(kind)
        self.begin(self.file, self._head(), text)
        cursor, at = self.form.editor.textCursor(), text.index(PROMPT)
        cursor.setPosition(at)
        cursor.setPosition(at + len(PROMPT), QTextCursor.MoveMode.KeepAnchor)
        self.form.editor.setTextCursor(cursor)
