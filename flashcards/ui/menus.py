"""The menus: what the page in front can do, by the table of actions, with the keys in force.

They come by Alt or F10 and go when something was chosen: a bar that is always there would be one
more line over every card. Where the system has a place of its own for menus, they are there always.
"""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QMenuBar, QPlainTextEdit, QWidget

from flashcards.domain.tongue import later, tr
from flashcards.ui.actions import action
from flashcards.ui.keymap import written
from flashcards.ui.shortcuts import at_hand, name_key, press, told_by

if TYPE_CHECKING:
    from PySide6.QtGui import QShortcut

    from flashcards.ui.shell import Shell

TEXT = "text"
"""Stands for what can be done in a field of text."""

MENUS: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    (
        later("&File"),
        (
            ("add", "new-note", "new-deck", "choose-deck", "save"),
            ("import", "paste", "edit-elsewhere", "open-elsewhere", "reload"),
            ("open-deck", "study-deck", "create-deck", "add-decks", "renew-decks", "home-decks"),
            ("rename-deck", "move-deck", "delete-deck"),
            ("quit",),
        ),
    ),
    (
        later("&Edit"),
        (
            ("undo-here", "undo", "undo-last", "undo-cards", "undo-decks", "redo", "redo-cards"),
            (TEXT,),
            ("find", "find-all", "find-cards", "complete", "fix", "next-problem", "problem-before"),
            ("saved-searches", "save-search", "save-choice"),
            ("edit", "edit-card", "tag-cards", "move-cards"),
            ("duplicate-note", "split-note", "merge-note"),
            ("settings",),
        ),
    ),
    (
        later("&View"),
        (
            ("cards", "progress", "write", "decks", "palette"),
            ("back", "back-from-cards", "back-from-decks", "leave-write", "done"),
            ("columns", "card-before", "card-after"),
            ("zoom-in", "zoom-out", "zoom-reset", "theme"),
        ),
    ),
    (
        later("&Review"),
        (
            ("start", "choose", "drill", "study"),
            ("flip", "missed", "whole", "hint", "clock"),
            ("bury", "suspend", "flag", "due-day", "reset", "details"),
            ("bury-cards", "suspend-cards", "flag-cards", "due-cards", "reset-cards"),
            ("card-history",),
            ("leave",),
        ),
    ),
    (later("&Help"), (("keys",), ("about",))),
)
"""Each menu in groups; what the page in front cannot do is left out."""

ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}
"""What some systems show in a menu of the program's own."""

_TEXT_DEEDS = (
    (later("Undo typing"), QKeySequence.StandardKey.Undo, "undo"),
    (later("Redo typing"), QKeySequence.StandardKey.Redo, "redo"),
    (later("Cut"), QKeySequence.StandardKey.Cut, "cut"),
    (later("Copy"), QKeySequence.StandardKey.Copy, "copy"),
    (later("Paste"), QKeySequence.StandardKey.Paste, "paste"),
    (later("Select all"), QKeySequence.StandardKey.SelectAll, "selectAll"),
)
_LETTERS = 60
"""An entry is no longer than so many: it may name a question."""

Field = QLineEdit | QPlainTextEdit


class Menus(QMenuBar):
    """Over the window's head while it is wanted; no entry owns a key: the pages' shortcuts do."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(shell)
        self._shell = shell
        self._entries: dict[str, QAction] = {}
        self._text: dict[str, QAction] = {}
        self._focused: QWidget | None = None
        self.setAccessibleName(tr("Menus"))
        for title, groups in MENUS:
            self._fill(self.addMenu(tr(title)), groups)
        if not self.isNativeMenuBar():
            self.hide()

    def _fill(self, menu: QMenu, groups: tuple[tuple[str, ...], ...]) -> None:
        for group in groups:
            for name in group:
                if name == TEXT:
                    self._fill_text(menu)
                else:
                    self._add(menu, name)
            menu.addSeparator()
        menu.aboutToShow.connect(self._refresh)
        menu.aboutToHide.connect(self._leave_soon)

    def _add(self, menu: QMenu, name: str) -> None:
        entry = menu.addAction("")
        name_key(entry, name, text=action(name).label)
        entry.setMenuRole(ROLES.get(name, QAction.MenuRole.NoRole))
        entry.triggered.connect(partial(self._do, name))
        self._entries[name] = entry

    def _fill_text(self, menu: QMenu) -> None:
        for words, key, method in _TEXT_DEEDS:
            keys = QKeySequence.keyBindings(key)
            beside = f"\t{written(keys[0].toString())}" if keys else ""
            entry = menu.addAction(f"{tr(words)}{beside}")
            entry.triggered.connect(partial(self._do_in_text, method))
            self._text[method] = entry

    # --- what is at hand ---------------------------------------------------------------------

    def _refresh(self) -> None:
        """Offer what the page in front can do; undo and redo say what they would take back."""
        here, field = at_hand(self._shell, self._shell.page), self._field()
        for name, entry in self._entries.items():
            entry.setVisible(name in here and not (field and name in _UNDOING))
            self._tell(entry, name, here)
        for method, entry in self._text.items():
            entry.setVisible(field is not None)
            entry.setEnabled(field is not None and _can(field, method))

    def _tell(self, entry: QAction, name: str, here: "Mapping[str, QShortcut]") -> None:
        told = told_by(here[name]) if name in here else None
        words = told or action(name).label
        room = _LETTERS * self.fontMetrics().averageCharWidth()
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        name_key(entry, name, text=short.replace("&", "&&"))
        entry.setEnabled(told != "")

    def _field(self) -> Field | None:
        """Give the field of text that has the keys, if one has."""
        focused = QApplication.focusWidget()
        field = self._focused if focused in (None, self) else focused
        is_text = isinstance(field, (QLineEdit, QPlainTextEdit)) and not field.isReadOnly()
        return field if is_text else None  # type: ignore[return-value]  # is_text says so

    def _do(self, name: str) -> None:
        """Do it as its key would, once the menus are gone."""
        self._leave()
        shortcut = at_hand(self._shell, self._shell.page).get(name)
        if shortcut is not None:
            QTimer.singleShot(0, shortcut, partial(press, shortcut))

    def _do_in_text(self, method: str) -> None:
        field = self._field()
        self._leave()
        if field is not None:
            getattr(field, method)()

    # --- coming and going --------------------------------------------------------------------

    def come(self) -> None:
        """Show the menus over the window's head, the first one open; again: let them go."""
        if self.isNativeMenuBar():
            return
        if self.isVisible():
            self._leave()
            return
        self._focused = QApplication.focusWidget()
        self.setGeometry(0, 0, self._shell.width(), self.sizeHint().height())
        self.show()
        self.raise_()
        first = self.actions()[0]
        self.setActiveAction(first)
        menu = next(made for made in self.findChildren(QMenu) if made.menuAction() is first)
        menu.setActiveAction(next(entry for entry in menu.actions() if entry.isVisible()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go when the keys go elsewhere."""
        super().focusOutEvent(event)
        self._leave_soon()

    def _leave_soon(self) -> None:
        QTimer.singleShot(0, self, self._leave_if_done)

    def _leave_if_done(self) -> None:
        """Go once no menu is open, and the keys are not on the bar."""
        is_open = any(menu.isVisible() for menu in self.findChildren(QMenu))
        if not (is_open or self.hasFocus() or self.isNativeMenuBar()):
            self._leave()

    def _leave(self) -> None:
        """Give the keys back to where they were."""
        if self.isNativeMenuBar() or not self.isVisible():
            return
        self.hide()
        if self._focused is not None:
            self._focused.setFocus(Qt.FocusReason.MenuBarFocusReason)


_UNDOING = ("undo-here", "undo", "undo-last", "undo-cards", "redo", "redo-cards")


def _can(field: Field, method: str) -> bool:
    """Whether a field has something to undo, to redo or to copy."""
    document = field.document() if isinstance(field, QPlainTextEdit) else field
    if method == "undo":
        return document.isUndoAvailable()
    if method == "redo":
        return document.isRedoAvailable()
    if method in ("cut", "copy"):
        return _has_selection(field)
    return True


def _has_selection(field: Field) -> bool:
    if isinstance(field, QPlainTextEdit):
        return field.textCursor().hasSelection()
    return field.hasSelectedText()
