"""Keeps the Cards page true while it is seen; all of it is imported when it is first opened."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSettings
from PySide6.QtWidgets import QMenu

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.ids import CardId
from flashcards.domain.queue.scope import Scope
from flashcards.domain.tongue import later, tr
from flashcards.render.formula_cache import FormulaCache
from flashcards.services.browsing import Browsing
from flashcards.services.cards import card_details
from flashcards.ui.browse.deeds import Deeds
from flashcards.ui.browse.menus import deeds_menu, view_menu
from flashcards.ui.browse.page import BrowsePage
from flashcards.ui.dialogs.details import DetailsDialog
from flashcards.ui.searching import EDIT, Searching

if TYPE_CHECKING:
    from flashcards.ui.pages import Means

_COLUMNS, _SPLIT = "cards/columns", "cards/split"
GONE = later("This card is in no deck any more. Its history is kept.")


class Showing(QObject):
    """Brings the table up to date, searches it, and shows what is found."""

    def __init__(self, means: "Means") -> None:
        super().__init__(means.shell)
        self._means, self._library = means, means.desk.library
        self._browsing = Browsing(self._library)
        formulas = FormulaCache(means.desk.cache / "formulas")
        self.page = BrowsePage(self._browsing, formulas, means.look.theme)
        self.page.preview.set_look(means.look.theme, means.look.zoom)
        self._searching = Searching(
            means.desk,
            means.shell.notice,
            lambda changes: means.bus.changed.emit(changes, self),
        )
        self._deeds = Deeds(means, self.page, self._browsing)
        self._settings = QSettings(str(means.window_file), QSettings.Format.IniFormat)
        self._shown: tuple[int, ...] = ()
        self._wanted: CardId | None = None
        """The card to go to, once all is read."""
        means.shell.add_page(self.page)
        self._restore()
        self._connect()

    def _connect(self) -> None:
        page, means = self.page, self._means
        page.shown.connect(self.refresh)
        page.searched.connect(self._search)
        page.looked_at.connect(self._look)
        page.wanted.connect(self._do)
        means.reading.advanced.connect(self._tell_reading)
        means.reading.done.connect(self._search)
        means.reading.failed.connect(self._tell_fault)
        means.bus.changed.connect(self._changed)
        means.look.changed.connect(page.preview.set_look)
        means.shell.closing.connect(self._keep)

    def open(self, at: str = "") -> None:
        """Bring the page forward; ``at`` is the card to go to."""
        self._wanted = CardId(at) if at else None
        was_seen = self.page.isVisible()
        self._means.shell.show_page(self.page)
        if was_seen:
            self.refresh()

    # --- what is found ---------------------------------------------------------------------

    def _changed(self) -> None:
        if self.page.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Bring the table up to date, then search it again."""
        self._means.reading.begin()

    def _tell_reading(self, share: float) -> None:
        if self.page.isVisible():
            self.page.show_reading(share)

    def _tell_fault(self, words: str) -> None:
        self._means.shell.notice.warn(words)

    def _search(self) -> None:
        """Show what the search finds, once all is read; the card in front stays where it can."""
        page = self.page
        if not self._means.reading.is_done or not page.isVisible():
            return
        column, down = page.cards.sort
        found = self._browsing.found(page.field.text(), column, down=down)
        before = self._current() if page.cards.current is not None else None
        page.show_found(found, len(self._library.catalogue))
        if found.fault and not self._wanted:
            return
        slot = self._browsing.slot_of(before) if before else None
        if found.slots and found.slots != self._shown:
            page.cards.go_to(found.slots.index(slot) if slot in found.slots else 0)
        self._shown = found.slots
        if self._wanted:
            self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        """Go to a card that was asked for; a search that does not find it gives way."""
        slot = self._browsing.slot_of(self._wanted) if self._wanted else None
        if slot in self._shown:
            self._wanted = None
            self.page.cards.go_to(self._shown.index(slot))
            self.page.cards.setFocus()
        elif self.page.field.text():
            self.page.field.clear()  # which searches again

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
            self.page.preview.show_words(tr(GONE))

    # --- what is wanted --------------------------------------------------------------------

    def _do(self, name: str) -> None:
        """Do what a key, a button or a menu asked for."""
        page = self.page
        if name == "back-from-cards":
            self._back()
        elif name == "study":
            self._means.start(Scope(page.field.text().strip()))
        elif name == "save-search":
            self._searching.save(page.field.text(), page.window())
        elif name == "saved-searches":
            page.popup(self._searches_menu(), name)
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

    def _searches_menu(self) -> QMenu:
        page = self.page
        save = "save-search", partial(self._do, "save-search")
        edit = partial(self._means.open_page, "settings", EDIT)
        return self._searching.menu(page, page.field.setText, save, edit)

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
            self._means.shell.notice.tell(tr(GONE))

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
