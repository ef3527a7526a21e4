"""The Decks page: the tree of decks, and what can be done to the one that is chosen."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from flashcards.domain.tongue import later, tr
from flashcards.ui.actions import action
from flashcards.ui.shelves.tree import DeckTree
from flashcards.ui.shortcuts import bind, explain, name_key, shown_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label
from flashcards.ui.widgets.trail import Trail

DEEDS = (
    ("open-deck", "study-deck"),
    ("rename-deck", "move-deck", "delete-deck"),
    ("create-deck", "add-decks", "import", "renew-decks", "home-decks"),
    ("undo-decks",),
)
"""Actions of the table, in groups."""

_BUTTONS = (
    ("open-deck", later("Open")),
    ("study-deck", later("Study")),
    ("create-deck", later("New deck…")),
    ("add-decks", later("Add a folder…")),
    ("deck-deeds", later("Actions…")),
)
_ON_TREE = ("open-deck", "rename-deck", "move-deck", "delete-deck", "create-deck", "add-decks")
_ON_PAGE = ("study-deck", "undo-decks", "renew-decks", "home-decks", "back-from-decks")
_OF_ONE = ("open-deck", "study-deck", "rename-deck", "move-deck", "delete-deck")
NONE = later("There is no deck yet. Make one, add a folder of decks, or import notes.")


class ShelvesPage(QWidget):
    """``wanted`` carries an action's name; ``tree`` says which deck it is about."""

    wanted = Signal(str)
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Decks"))
        self.tree, self._where, self._none = DeckTree(), Trail(), label("lead", tr(NONE))
        self._buttons = {name: self._made(name, tr(words)) for name, words in _BUTTONS}
        self._back = self._made("back-from-decks", tr("Today"))
        self._can_undo = False
        self._lay_out()
        self.tree.chosen.connect(self._tell)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.tree.itemDoubleClicked.connect(lambda *_: self.wanted.emit("open-deck"))
        here = Qt.ShortcutContext.WidgetShortcut
        self._keys = [bind(self.tree, name, partial(self._want, name), here) for name in _ON_TREE]
        self._keys += [bind(self, name, partial(self._want, name)) for name in _ON_PAGE]
        self._keys.append(bind(self, "deck-deeds", self._open_menu))
        undo = action("undo-decks").label
        explain(self, "undo-decks", lambda: undo if self._can_undo else "")

    def _made(self, name: str, text: str) -> QPushButton:
        made = button("quiet", text)
        name_key(made, name)
        made.clicked.connect(partial(self._press, name))
        return made

    def _press(self, name: str, _: bool = False) -> None:
        if name == "deck-deeds":
            self._open_menu()
        else:
            self.wanted.emit(name)

    def _want(self, name: str) -> None:
        self.wanted.emit(name)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        top, row = QHBoxLayout(), QHBoxLayout()
        top.addWidget(label("title", tr("Decks")))
        top.addStretch(1)
        top.addWidget(self._back)
        for made in self._buttons.values():
            row.addWidget(made)
        row.addStretch(1)
        layout.addLayout(top)
        layout.addLayout(row)
        layout.addWidget(self._none)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._where)

    def show_decks(
        self, roots: Sequence[Path], decks: Sequence[tuple[str, int]], *, undoable: bool
    ) -> None:
        """Show deck files with their cards."""
        self._can_undo = undoable
        self._none.setVisible(not decks)
        self.tree.show_decks(roots, decks)

    def _tell(self) -> None:
        """Say where the chosen one is, and what can be done to it."""
        path = self.tree.current
        self._where.show_text(str(path) if path else "")
        for name in ("open-deck", "study-deck"):
            self._buttons[name].setEnabled(path is not None)

    def menu(self) -> QMenu:
        """Offer all that can be done, each with its key."""
        menu = QMenu(tr("What to do with this deck"), self)
        for group in DEEDS:
            for name in group:
                made = menu.addAction(f"{action(name).label}\t{shown_key(name)}")
                able = self._can_undo if name == "undo-decks" else True
                made.setEnabled(able and (name not in _OF_ONE or self.tree.current is not None))
                made.triggered.connect(partial(self._press, name))
            menu.addSeparator()
        return menu

    def _open_menu(self, at: QPoint | None = None) -> None:
        under = at or self.tree.visualRect(self.tree.currentIndex()).bottomLeft()
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.tree.viewport().mapToGlobal(under))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the tree."""
        super().focusInEvent(event)
        self.tree.setFocus()
