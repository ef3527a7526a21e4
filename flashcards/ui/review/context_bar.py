"""The head of a review: where the card is from, how much is left, and what else can be done."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from flashcards.domain.tongue import later, number, tr, trc, trn
from flashcards.ui.actions import action
from flashcards.ui.shortcuts import name_key
from flashcards.ui.theme.icons import icon
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.chip import Chip
from flashcards.ui.widgets.label import label, tip
from flashcards.ui.widgets.trail import Trail

if TYPE_CHECKING:
    from flashcards.services.views import CardView, SessionView

_NO_STEP = {"undo": later("Nothing to undo"), "redo": later("Nothing to redo")}
_MENU = ("edit", "edit-elsewhere", "details", "flag", "bury", "suspend", "due-day", "reset")


class ContextBar(QWidget):
    """``wanted`` carries the name of an action from the table."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._back = self._button("leave", tr("Today"))
        self._undo, self._redo = self._button("undo", tr("Undo")), self._button("redo", tr("Redo"))
        self._more = button("quiet", tr("More"), tr("What else can be done with this card"))
        for made, name in ((self._back, "back"), (self._undo, "undo"), (self._redo, "redo")):
            made.setIcon(icon(name))
        self._where = Trail()
        self._left = label("quiet")
        self._flag = Chip(trc("mark", "flagged"), "flag")
        self._unverified = label("chip", trc("mark", "unverified"))
        self._why = label("chip", trc("mark", "drill"))
        self._lay_out()
        self._menu = QMenu(self)
        self._actions = {name: self._entry(name) for name in _MENU}
        self._more.setMenu(self._menu)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._back)
        layout.addWidget(self._where, 1)
        for widget in (self._why, self._flag, self._unverified, self._left):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(GRID)
        for made in (self._undo, self._redo, self._more):
            layout.addWidget(made)

    def _make_room(self) -> None:
        """Leave out the words of undo and redo where the line is too short; their icons stay."""
        layout, steps = self.layout(), (self._undo, self._redo)
        assert layout is not None, "it was laid out"
        for made in steps:
            made.setText(made.accessibleName())
        if layout.minimumSize().width() > self.width():
            for made in steps:
                made.setText("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See anew what there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """The same, when the text has another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._make_room)  # once the buttons have it, too

    def _button(self, name: str, text: str) -> QPushButton:
        made = button("quiet", text)
        name_key(made, name, words=action(name).label)
        made.setAccessibleName(text)
        made.clicked.connect(self._emitter(name))
        return made

    def _entry(self, name: str) -> QAction:
        entry = self._menu.addAction("")
        name_key(entry, name, text=action(name).label)
        entry.triggered.connect(self._emitter(name))
        return entry

    def _emitter(self, name: str) -> Callable[..., None]:
        return lambda *_: self.wanted.emit(name)

    def show_view(self, view: "SessionView") -> None:
        """Show the context of the current card."""
        if view.card:
            self._show_card(view.card)
        self._why.setVisible(bool(view.why))
        self._why.setToolTip(tip(view.why))
        self._why.setAccessibleName(tr("Drill. {why}", why=view.why))
        self._left.setText(_left(view.left, view.minutes_left))
        self._make_room()
        self.show_undo(view.undo)
        _show_step(self._redo, "redo", view.redo)

    def show_undo(self, text: str) -> None:
        """Say what can be taken back; empty where there is nothing."""
        _show_step(self._undo, "undo", text)

    def told(self, name: str) -> str:
        """Say what undo or redo would do; nothing where there is nothing."""
        made = {"undo": self._undo, "redo": self._redo}[name]
        return made.accessibleDescription() if made.isEnabled() else ""

    def _show_card(self, card: "CardView") -> None:
        trail = [card.deck, card.section] if card.section else [card.deck]
        self._where.show_text(" › ".join(trail))
        self._flag.setVisible(card.flagged)
        self._unverified.setVisible(not card.verified)
        words = tr("Take the flag away") if card.flagged else action("flag").label
        name_key(self._actions["flag"], "flag", text=words)


def _left(cards: int, minutes: int) -> str:
    """Say how many cards are left, and for how long, where that is known."""
    if not minutes:
        return trn("{count} card left", "{count} cards left", cards)
    return trn(
        "{count} card left · {minutes} min",
        "{count} cards left · {minutes} min",
        cards,
        minutes=number(minutes),
    )


def _show_step(made: QPushButton, name: str, text: str) -> None:
    """Let a button name what it will do."""
    words = text or tr(_NO_STEP[name])
    made.setEnabled(bool(text))
    name_key(made, name, words=words)
    made.setAccessibleDescription(words)
