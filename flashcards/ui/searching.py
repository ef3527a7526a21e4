"""Saved searches where one searches: a menu of them, and a dialog that saves another."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QWidget

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.search.completion import reference
from flashcards.domain.tongue import tr
from flashcards.services.changes import Changes
from flashcards.services.searches import NothingSoughtError, save_search
from flashcards.ui.dialogs.frame import Choice, column, decision
from flashcards.ui.shortcuts import shown_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.services.desk import Desk
    from flashcards.ui.widgets.notice import Notice

EDIT = "searches"
"""The setting that holds them: renamed and deleted there."""


class SaveSearchDialog(QDialog):
    """Asks for a name; ``name`` is what was typed when it is accepted."""

    def __init__(self, query: str, taken: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Save this search"))
        self._taken = {each.casefold(): each for each in taken}
        self._field, self._words = QLineEdit(), label("quiet", wraps=True)
        self._field.setAccessibleName(tr("The name of the search"))
        self._field.setPlaceholderText(tr("A name"))
        self._field.textChanged.connect(lambda _: self._tell())
        layout = column(self, 2 * GRID)
        layout.addWidget(label("heading", tr("Save this search as"), wraps=True))
        layout.addWidget(label("body", query, wraps=True))
        layout.addWidget(self._field)
        layout.addWidget(self._words)
        take = Choice(tr("Save"), tr("Keep the search under this name"))
        layout.addLayout(decision(self, take, Choice(tr("Cancel"), tr("Save nothing"))))
        self.setMinimumWidth(48 * GRID)
        self._tell()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def name(self) -> str:
        """The name, as one of that name is written already."""
        typed = self._field.text().strip()
        return self._taken.get(typed.casefold(), typed)

    def _tell(self) -> None:
        """Say what saving under this name does."""
        if self.name.casefold() in self._taken:
            told = tr("“{name}” is there already; this search takes its place.", name=self.name)
        else:
            told = tr("“@name” stands for it wherever you search, and in the command line.")
        self._words.setText(told)


class Searching:
    """Saves searches, and offers those that were."""

    def __init__(
        self, desk: "Desk", notice: "Notice", announce: Callable[[Changes], object]
    ) -> None:
        self._desk, self._notice, self._announce = desk, notice, announce

    def menu(
        self,
        parent: QWidget,
        pick: Callable[[str], object],
        save: tuple[str, Callable[[], object]],
        edit: Callable[[], object],
    ) -> QMenu:
        """Offer the saved searches, to save another (an action's name goes along), to edit them."""
        menu = QMenu(tr("Saved searches"), parent)
        for name, query in self._desk.preferences.settings.searches.items():
            made = menu.addAction(f"{name.replace('&', '&&')}\t{query[:40].replace('&', '&&')}")
            made.triggered.connect(partial(_picked, pick, reference(name)))
        menu.addSeparator()
        name, saved = save
        words = tr("Save this search…")
        for offered, deed in (
            (f"{words}\t{shown_key(name)}", saved),
            (tr("Rename or delete them…"), edit),
        ):
            menu.addAction(offered).triggered.connect(partial(_done, deed))
        return menu

    def save(self, query: str, parent: QWidget) -> None:
        """Ask for a name, and keep the search; what cannot be is told."""
        settings = self._desk.preferences.settings
        try:
            if not query.strip():
                raise NothingSoughtError
            dialog = SaveSearchDialog(query, settings.searches, parent)
            if not dialog.exec():
                return
            told = save_search(self._desk.library, self._desk.preferences, dialog.name, query)
        except FlashcardsError as error:
            self._notice.warn(str(error))
            return
        self._notice.tell(told)
        self._announce(Changes(settings=True))


def _done(deed: Callable[[], object], _checked: bool = False) -> None:
    deed()


def _picked(pick: Callable[[str], object], text: str, _checked: bool = False) -> None:
    pick(text)
