"""Keeps the Cards page true while it is seen; all of it is imported when it is first opened."""

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.ids import CardId
from flashcards.domain.queue.scope import Scope
from flashcards.render.formula_cache import FormulaCache
from flashcards.services.browsing import Browsing
from flashcards.services.cards import card_details
from flashcards.ui.browse.deeds import Deeds
from flashcards.ui.browse.menus import deeds_menu, view_menu
from flashcards.ui.browse.page import BrowsePage
from flashcards.ui.dialogs.details import DetailsDialog

if TYPE_CHECKING:
    from flashcards.ui.pages import Means

_SLICE_S, _FIRST_S = 0.008, 0.03
"""So long cards are read at once, and when the page is opened: small collections are ready then."""

_COLUMNS, _SPLIT = "cards/columns", "cards/split"
GONE = "This card is in no deck any more. Its history is kept."


class Showing(QObject):
    """Brings the table up to date, searches it, and shows what is found."""

    def __init__(self, means: "Means") -> None:
        super().__init__(means.shell)
        self._means, self._library = means, means.desk.library
        self._browsing = Browsing(self._library)
        formulas = FormulaCache(means.desk.cache / "formulas")
        self.page = BrowsePage(self._browsing, formulas, means.look.theme)
        self.page.preview.set_look(means.look.theme, means.look.zoom)
        self._deeds = Deeds(means, self.page, self._browsing)
        self._settings = QSettings(str(means.window_file), QSettings.Format.IniFormat)
        self._steps: Iterator[float] | None = None
        self._slice = QTimer(self)
        self._slice.setSingleShot(True)
        self._slice.timeout.connect(self._read_on)
        self._shown: tuple[int, ...] = ()
        means.shell.add_page(self.page)
        self._restore()
        self._connect()

    def _connect(self) -> None:
        page, means = self.page, self._means
        page.shown.connect(self.refresh)
        page.searched.connect(self._search)
        page.looked_at.connect(self._look)
        page.wanted.connect(self._do)
        means.bus.changed.connect(self._changed)
        means.look.changed.connect(page.preview.set_look)
        means.shell.closing.connect(self._keep)

    def open(self) -> None:
        """Bring the page forward."""
        self._means.shell.show_page(self.page)

    # --- what is found ---------------------------------------------------------------------

    def _changed(self) -> None:
        if self.page.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Bring the table up to date, then search it again."""
        try:
            if self._library.changed_elsewhere():
                self._library.catch_up()
        except FlashcardsError as error:
            self._means.shell.notice.warn(str(error))
            return
        self._steps = iter(self._browsing.catching_up())
        self._read_on(_FIRST_S)

    def _read_on(self, patience: float = _SLICE_S) -> None:
        """Read for a moment; a key that was pressed meanwhile comes first."""
        if self._steps is None:
            return
        end = perf_counter() + patience
        try:
            for share in self._steps:
                if perf_counter() > end:
                    self.page.show_reading(share)
                    self._slice.start()
                    return
        except FlashcardsError as error:
            self._means.shell.notice.warn(str(error))
        self._steps = None
        self._search()

    def _search(self) -> None:
        """Show what the search finds, once all is read; the card in front stays where it can."""
        if self._steps is not None:
            return
        column, down = self.page.cards.sort
        found = self._browsing.found(self.page.field.text(), column, down=down)
        before = self._current() if self.page.cards.current is not None else None
        self.page.show_found(found, len(self._library.catalogue))
        if found.fault:
            return
        slot = self._browsing.slot_of(before) if before else None
        if found.slots and found.slots != self._shown:
            self.page.cards.go_to(found.slots.index(slot) if slot in found.slots else 0)
        self._shown = found.slots

    def _current(self) -> CardId | None:
        """Name the card that the keys are on."""
        place = self.page.cards.current
        return self._browsing.cards([self._shown[place]])[0] if place is not None else None

    def _look(self) -> None:
        """Show the card that the keys are on."""
        card = self._current()
        if card is None:
            self.page.preview.show_words(self.page.remark)
            return
        try:
            view = self._browsing.card(card)
        except FlashcardsError as error:
            self.page.preview.show_words(str(error))
            return
        if view:
            self.page.preview.show_card(view)
        else:
            self.page.preview.show_words(GONE)

    # --- what is wanted --------------------------------------------------------------------

    def _do(self, name: str) -> None:
        """Do what a key, a button or a menu asked for."""
        page = self.page
        if name == "back-from-cards":
            self._back()
        elif name == "study":
            self._means.start(Scope(page.field.text().strip()))
        elif name == "deeds":
            page.popup(deeds_menu(page, self._do, self._deeds.able), name)
        elif name == "columns":
            page.popup(view_menu(page, page.cards), name)
        elif name == "card-history" and (card := self._current()):
            self._tell_history(card)
        elif name == "edit-card" and (card := self._current()):
            self._edit(card)
        else:
            self._deeds.do(name)

    def _back(self) -> None:
        """Close a notice that waits, then leave the search, then the page."""
        notice = self._means.shell.notice
        if notice.waits:
            notice.clear()
        else:
            self._means.leave()

    def _tell_history(self, card: CardId) -> None:
        try:
            details = card_details(self._library, card)
        except FlashcardsError as error:
            self._means.shell.notice.warn(str(error))
        else:
            DetailsDialog(details, self.page.window()).exec()

    def _edit(self, card: CardId) -> None:
        view = self._browsing.card(card)
        if view:
            self._means.edit(str(view.file), view.line)
        else:
            self._means.shell.notice.tell(GONE)

    # --- how it is laid out ----------------------------------------------------------------

    def _restore(self) -> None:
        """Lay the page out as it was left."""
        for key, restore in (
            (_COLUMNS, self.page.cards.restore),
            (_SPLIT, self.page.split.restoreState),
        ):
            state = self._settings.value(key)
            if isinstance(state, QByteArray):
                restore(state)

    def _keep(self) -> None:
        self._settings.setValue(_COLUMNS, self.page.cards.layout_kept())
        self._settings.setValue(_SPLIT, self.page.split.saveState())
        self._settings.sync()
