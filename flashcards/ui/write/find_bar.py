"""Find and replace, at the foot of the page: in this deck, or in all decks."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QWidget,
)

from flashcards.domain.deck.seek import Hit, Sought, next_hit, replaced
from flashcards.domain.tongue import tr, trn
from flashcards.ui.shortcuts import bind_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label
from flashcards.ui.write.units import characters, units

if TYPE_CHECKING:
    from flashcards.ui.write.editor import DeckEditor

PAUSE_MS = 200
"""So long after the last letter the places are counted."""

Then = Callable[[list[Hit]], object]
Ask = Callable[[Sought, str, str, Then], object]
"""Finds what is sought in a text, with its replacement, and calls back, at once or later."""


def ask_here(sought: Sought, text: str, new: str, then: Then) -> None:
    """Find it at once."""
    then(sought.hits(text, new))


class FindBar(QWidget):
    """Works on one editor; what concerns all decks it asks for.

    ``everywhere`` is announced when another thing is sought in all decks, ``replace_wanted`` with
    what is to stand there.
    """

    left = Signal()
    everywhere = Signal()
    replace_wanted = Signal(str)
    undo_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, editor: "DeckEditor") -> None:
        super().__init__()
        self.setAccessibleName(tr("Find and replace"))
        self._editor, self._can_undo = editor, False
        self.ask: Ask = ask_here
        self._words, self._new = QLineEdit(), QLineEdit()
        self._words.setAccessibleName(tr("Find"))
        self._words.setPlaceholderText(tr("Find"))
        self._new.setAccessibleName(tr("Replace by"))
        self._new.setPlaceholderText(tr("Replace by"))
        self._scope = QComboBox()
        self._scope.setAccessibleName(tr("Where to look"))
        self._scope.addItems([tr("In this deck"), tr("In all decks")])
        self._case, self._pattern = QCheckBox(tr("Match case")), QCheckBox(tr("Regular expression"))
        self._told, self._bar = label("quiet", wraps=True), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("How far the search is"))
        self._make_buttons()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._connect()
        self.show_done()
        self.hide()

    def _make_buttons(self) -> None:
        self._next = button("plain", tr("Next"), tr("The next place (Enter)"))
        self._before = button("plain", tr("Previous"), tr("The place before (Shift+Enter)"))
        self._one = button("plain", tr("Replace"), tr("Replace this place, and go to the next"))
        self._all = button("plain", tr("Replace all"), tr("Replace every place in this deck"))
        self._chosen = button(
            "plain", tr("Replace chosen"), tr("Replace every place that is ticked")
        )
        self._undo = button("plain", tr("Undo"), tr("Take the replacement in all decks back"))
        self._stop = button("plain", tr("Cancel"), tr("Look no further"))
        self._close = button("quiet", tr("Close"), tr("Close (Escape)"))

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
        grid.addWidget(self._chosen, 1, 1)
        grid.addWidget(self._undo, 1, 2)
        options = QHBoxLayout()
        options.setSpacing(2 * GRID)
        for part in (self._scope, self._case, self._pattern):
            options.addWidget(part)
        options.addStretch(1)
        grid.addLayout(options, 2, 0, 1, 4)
        found = QHBoxLayout()
        found.setSpacing(2 * GRID)
        found.addWidget(self._told, 2)
        found.addWidget(self._bar, 1)
        found.addWidget(self._stop)
        grid.addLayout(found, 3, 0, 1, 4)
        self._told.hide()
        QWidget.setTabOrder(self._words, self._new)

    def _connect(self) -> None:
        self._words.textChanged.connect(lambda _: self._change())
        for box in (self._case, self._pattern):
            box.toggled.connect(lambda _: self._change())
        self._scope.currentIndexChanged.connect(lambda _: self._change_scope())
        self._pause.timeout.connect(self.look)
        self._words.returnPressed.connect(self.go)
        self._new.returnPressed.connect(self._replace)
        bind_key(self, "Shift+Return", lambda: self.go(-1))
        self._next.clicked.connect(lambda _: self.go())
        self._before.clicked.connect(lambda: self.go(-1))
        self._one.clicked.connect(self.replace_one)
        self._all.clicked.connect(self.replace_all)
        self._chosen.clicked.connect(self._replace)
        self._undo.clicked.connect(self.undo_wanted)
        self._stop.clicked.connect(self.stop_wanted)
        self._close.clicked.connect(self.close_bar)

    # --- what is sought ------------------------------------------------------------------------

    @property
    def sought(self) -> Sought:
        """What is looked for."""
        return Sought(self._words.text(), self._pattern.isChecked(), self._case.isChecked())

    @property
    def is_everywhere(self) -> bool:
        """Whether all decks are looked through."""
        return self._scope.currentIndex() == 1

    def open(self) -> None:
        """Look in this deck; what is selected is looked for."""
        self._open(scope=0)

    def open_everywhere(self) -> None:
        """Look in all decks."""
        self._open(scope=1)

    def _open(self, scope: int) -> None:
        chosen = self._editor.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self._words.setText(chosen)
        self.show()
        self._scope.setCurrentIndex(scope)
        self._words.setFocus()
        self._words.selectAll()
        self._change_scope()

    def close_bar(self) -> None:
        """Hide it, and go on writing."""
        self.stop_wanted.emit()
        self.hide()
        self.left.emit()

    def _change_scope(self) -> None:
        for made in (self._next, self._before, self._one, self._all):
            made.setVisible(not self.is_everywhere)
        self._chosen.setVisible(self.is_everywhere)
        self._undo.setVisible(self._can_undo and self.is_everywhere)
        self.show_chosen(0)
        self.look()

    def _change(self) -> None:
        """Count plain words at once; an expression, and all decks, in a moment."""
        takes_time = self.is_everywhere or self._pattern.isChecked()
        if takes_time and not self.sought.fault:
            self._pause.start()
        else:
            self.look()

    def look(self) -> None:
        """Say how many places there are, or what is wrong with the expression."""
        self._pause.stop()
        sought = self.sought
        if fault := sought.fault if sought.words else "":
            self._show_count([], fault)
        elif self.is_everywhere:
            self.everywhere.emit()
        elif sought.words:
            self.ask(sought, self._editor.text, "", self._show_count)
        else:
            self._show_count([])

    # --- this deck -----------------------------------------------------------------------------

    def go(self, step: int = 1) -> None:
        """Select the next place, or with -1 the one before."""
        if self.is_everywhere:
            self.look()
            return
        text, cursor = self._editor.text, self._editor.textCursor()
        at = characters(text, cursor.selectionEnd() if step > 0 else cursor.selectionStart())

        def select(hits: list[Hit]) -> None:
            found = next_hit(hits, at, step)
            if found and self._editor.text == text:
                self._select(text, found)
            self._show_count(hits)

        self.ask(self.sought, text, "", select)

    def _replace(self) -> None:
        """Replace the place that is selected, or all that are chosen."""
        if not self.is_everywhere:
            self.replace_one()
        elif fault := self.sought.fault_with(self._new.text()):
            self.tell(fault)
        else:
            self.replace_wanted.emit(self._new.text())

    def replace_one(self) -> None:
        """Replace the place that is selected, and go to the next."""
        if fault := self.sought.fault_with(self._new.text()):
            self.tell(fault)
            return
        text, cursor = self._editor.text, self._editor.textCursor()
        start = characters(text, cursor.selectionStart())
        end = characters(text, cursor.selectionEnd())

        def put(hits: list[Hit]) -> None:
            here = next((each for each in hits if (each.start, each.end) == (start, end)), None)
            if here and self._editor.text == text:
                self._editor.textCursor().insertText(here.new)
            self.go()

        self.ask(self.sought, text, self._new.text(), put)

    def replace_all(self) -> None:
        """Replace every place; one undo takes all of it back."""
        if fault := self.sought.fault_with(self._new.text()):
            self.tell(fault)
            return
        text = self._editor.text

        def put(hits: list[Hit]) -> None:
            if self._editor.text == text:
                self._editor.replace_text(replaced(text, hits))
                self.tell(trn("{count} place replaced.", "{count} places replaced.", len(hits)))

        self.ask(self.sought, text, self._new.text(), put)

    def _select(self, text: str, hit: Hit) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(units(text[: hit.start]))
        cursor.setPosition(units(text[: hit.end]), cursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.centerCursor()

    def _show_count(self, hits: list[Hit], told: str = "") -> None:
        places = trn("{count} place", "{count} places", len(hits)) if self._words.text() else ""
        self.tell(told or places)
        for made in (self._next, self._before, self._one, self._all):
            made.setEnabled(bool(hits))

    # --- all decks -----------------------------------------------------------------------------

    def tell(self, sentence: str) -> None:
        """Say what was found, or why nothing was."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    def show_chosen(self, count: int) -> None:
        """Say how many places are chosen."""
        self._chosen.setText(
            trn("Replace {count}", "Replace {count}", count) if count else tr("Replace chosen")
        )
        self._chosen.setEnabled(count > 0)

    def show_undo(self, *, can: bool) -> None:
        """Offer to take a replacement back."""
        self._can_undo = can
        self._undo.setVisible(can and self.is_everywhere)

    def show_progress(self, done: int, count: int) -> None:
        """Show how far a search is that takes its time; 0 of 0 where that is unknown."""
        self._bar.setRange(0, count)
        self._bar.setValue(done)
        self._bar.show()
        self._stop.show()

    def show_done(self) -> None:
        """Show no progress any more."""
        self._bar.hide()
        self._stop.hide()
