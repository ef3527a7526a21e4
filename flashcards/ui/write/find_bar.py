"""Find and replace, at the foot of the page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from flashcards.domain.deck.seek import Sought, Stretch, next_place
from flashcards.domain.tongue import tr, trn
from flashcards.ui.shortcuts import bind_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label
from flashcards.ui.write.units import characters, units

if TYPE_CHECKING:
    from flashcards.ui.write.editor import DeckEditor


class FindBar(QWidget):
    """Works on one editor; ``left`` is announced when it is closed."""

    left = Signal()

    def __init__(self, editor: "DeckEditor") -> None:
        super().__init__()
        self.setAccessibleName(tr("Find and replace"))
        self._editor = editor
        self._words, self._new = QLineEdit(), QLineEdit()
        self._words.setAccessibleName(tr("Find"))
        self._words.setPlaceholderText(tr("Find"))
        self._new.setAccessibleName(tr("Replace by"))
        self._new.setPlaceholderText(tr("Replace by"))
        self._case, self._pattern = QCheckBox(tr("Match case")), QCheckBox(tr("Regular expression"))
        self._told = label("quiet")
        self._next = button("plain", tr("Next"), tr("The next place (Enter)"))
        self._before = button("plain", tr("Previous"), tr("The place before (Shift+Enter)"))
        self._one = button("plain", tr("Replace"), tr("Replace this place, and go to the next"))
        self._all = button("plain", tr("Replace all"), tr("Replace every place in this deck"))
        self._close = button("quiet", tr("Close"), tr("Close (Escape)"))
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        grid.setSpacing(GRID)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._words, 0, 0)
        for column, made in enumerate((self._next, self._before, self._close), start=1):
            grid.addWidget(made, 0, column)
        grid.addWidget(self._new, 1, 0)
        grid.addWidget(self._one, 1, 1)
        grid.addWidget(self._all, 1, 2)
        options = QHBoxLayout()
        options.setSpacing(2 * GRID)
        options.addWidget(self._case)
        options.addWidget(self._pattern)
        options.addWidget(self._told, 1)
        grid.addLayout(options, 2, 0, 1, 4)

    def _connect(self) -> None:
        self._words.textChanged.connect(lambda _: self._show())
        self._case.toggled.connect(lambda _: self._show())
        self._pattern.toggled.connect(lambda _: self._show())
        self._words.returnPressed.connect(self.go)
        self._new.returnPressed.connect(self.replace_one)
        bind_key(self, "Shift+Return", lambda: self.go(-1))
        self._next.clicked.connect(lambda _: self.go())
        self._before.clicked.connect(lambda: self.go(-1))
        self._one.clicked.connect(self.replace_one)
        self._all.clicked.connect(self.replace_all)
        self._close.clicked.connect(self.close_bar)

    @property
    def sought(self) -> Sought:
        """What is looked for."""
        return Sought(self._words.text(), self._pattern.isChecked(), self._case.isChecked())

    def open(self) -> None:
        """Show it; what is selected is looked for."""
        chosen = self._editor.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self._words.setText(chosen)
        self.show()
        self._words.setFocus()
        self._words.selectAll()
        self._show()

    def close_bar(self) -> None:
        """Hide it, and go on writing."""
        self.hide()
        self.left.emit()

    def go(self, step: int = 1) -> None:
        """Select the next place, or with -1 the one before."""
        text, cursor = self._editor.text, self._editor.textCursor()
        at = cursor.selectionEnd() if step > 0 else cursor.selectionStart()
        found = next_place(self.sought.found(text), characters(text, at), step)
        if found:
            self._select(text, found)
        self._show()

    def replace_one(self) -> None:
        """Replace the place that is selected, and go to the next."""
        text, cursor = self._editor.text, self._editor.textCursor()
        start = characters(text, cursor.selectionStart())
        here = (start, characters(text, cursor.selectionEnd()))
        if here in self.sought.found(text):
            cursor.insertText(self.sought.replaced(text, here, self._new.text()))
        self.go()

    def replace_all(self) -> None:
        """Replace every place; one undo takes all of it back."""
        text, count = self.sought.all_replaced(self._editor.text, self._new.text())
        self._editor.replace_text(text)
        self._told.setText(trn("{count} place replaced.", "{count} places replaced.", count))

    def _select(self, text: str, place: Stretch) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(units(text[: place[0]]))
        cursor.setPosition(units(text[: place[1]]), QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.centerCursor()

    def _show(self) -> None:
        """Say how many places there are, or what is wrong with the expression."""
        sought = self.sought
        count = len(sought.found(self._editor.text)) if sought.words else 0
        places = trn("{count} place", "{count} places", count) if sought.words else ""
        self._told.setText(sought.fault if sought.words else "")
        if not self._told.text():
            self._told.setText(places)
        for made in (self._next, self._before, self._one, self._all):
            made.setEnabled(count > 0)
