"""The Cards page: a search above, the list below, and the selected card beside it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from flashcards.domain.spoken import percent
from flashcards.domain.tongue import later, number, tr, trn
from flashcards.ui.browse.card_list import CardList
from flashcards.ui.browse.model import CardsModel
from flashcards.ui.browse.preview import Preview
from flashcards.ui.browse.search_field import SearchField
from flashcards.ui.shortcuts import bind, name_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button, restyle
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.render.formula import FormulaSource
    from flashcards.services.browsing import Browsing, Found
    from flashcards.ui.theme.tokens import Theme

SETTLING_MS = 80
"""So long the keys must rest on a card before it is shown: nobody waits for those passed over."""

READING = later("Your cards are being read: {share}.")
NO_CARDS = later("There are no cards yet. Write a deck, and they show here.")
NOTHING = later("No card is found.")
_ON_LIST = (
    "suspend-cards", "bury-cards", "flag-cards", "due-cards", "reset-cards", "tag-cards",
    "move-cards", "edit-card",
    "card-history", "undo-cards", "redo-cards",
)  # fmt: skip
_ON_PAGE = ("study", "save-search", "saved-searches", "deeds", "columns", "back-from-cards")


class BrowsePage(QWidget):
    """``searched`` asks for other cards, ``looked_at`` for the current one, ``wanted`` a deed."""

    searched = Signal()
    looked_at = Signal()
    wanted = Signal(str)
    shown = Signal()

    def __init__(self, browsing: "Browsing", formulas: "FormulaSource", theme: "Theme") -> None:
        super().__init__()
        self.setObjectName("Cards")
        self.setAccessibleName(tr("Cards"))
        self.browsing, self._model = browsing, CardsModel(browsing.rows)
        self.field, self.cards = SearchField(browsing.offers), CardList(self._model)
        self.preview = Preview(formulas, theme)
        self._state = label("quiet", wraps=True)
        self._found = self._all = 0
        self._remark = ""
        self._buttons = {
            "study": self._made("study", tr("Study these")),
            "saved-searches": self._made("saved-searches", tr("Saved…")),
            "deeds": self._made("deeds", tr("Actions…")),
            "columns": self._made("columns", tr("View…")),
            "back-from-cards": self._made("back-from-cards", tr("Today")),
        }
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)
        self._lay_out()
        self._connect()

    def _made(self, name: str, text: str) -> QPushButton:
        made = button("quiet", text)
        name_key(made, name, words=tr(_TIPS[name]))
        made.clicked.connect(partial(self.wanted.emit, name))
        return made

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        top = QHBoxLayout()
        top.addWidget(label("title", tr("Cards")))
        top.addStretch(1)
        top.addWidget(self._buttons["back-from-cards"])
        layout.addLayout(top)
        layout.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for name in ("study", "saved-searches", "deeds", "columns"):
            row.addWidget(self._buttons[name])
        row.addWidget(self._state, 1)
        layout.addLayout(row)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.cards)
        self.split.addWidget(self.preview)
        self.split.setHandleWidth(GRID // 2)
        self.split.setSizes([6_500, 3_500])  # shares of whatever width there will be
        self.split.setStretchFactor(0, 13)
        self.split.setStretchFactor(1, 7)
        layout.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _: self.searched.emit())
        self.field.go_wanted.connect(self._go_to_list)
        self.field.wanted.connect(self.wanted)
        self.cards.sorted_anew.connect(self.searched)
        self.cards.chosen.connect(self._choice_changed)
        self._settling.timeout.connect(self.looked_at)
        here = Qt.ShortcutContext.WidgetShortcut
        self._keys = [
            key
            for name in _ON_LIST
            for key in bind(self.cards, name, partial(self.wanted.emit, name), here)
        ]
        for name in _ON_PAGE:
            self._keys += bind(self, name, partial(self.wanted.emit, name))
        self._keys += bind(self.cards, "find-cards", self.seek, here)

    # --- showing ---------------------------------------------------------------------------

    def show_reading(self, share: float) -> None:
        """Say how far the cards have been read; what was shown before stays."""
        self._say(tr(READING, share=percent(share)))

    def show_found(self, found: "Found", everything: int) -> None:
        """Show the cards that a search found, or what is wrong with it: the list stays then."""
        self.field.mark(found.fault)
        if found.fault:
            self._say(found.fault.sentence, is_fault=True)
            return
        self._found, self._all = len(found.slots), everything
        if found.slots == self._model.slots_shown:
            self._model.refresh()
        else:
            self._model.show_slots(found.slots)
        self._remark = found.remark or (tr(NOTHING) if everything else tr(NO_CARDS))
        self._tell_count()
        self._settling.start()

    def _say(self, words: str, *, is_fault: bool = False) -> None:
        restyle(self._state, "role", "late" if is_fault else "quiet")
        self._state.setText(words)

    def _tell_count(self) -> None:
        """Say how many cards are found, and selected."""
        if not self._found:
            self._say(self._remark)
            return
        words = trn("{count} card", "{count} cards", self._all)
        if self._found != self._all:
            found = number(self._found)
            words = trn(
                "{found} of {count} card", "{found} of {count} cards", self._all, found=found
            )
        selected = self.cards.count_selected
        if selected > 1:
            words = tr("{cards}, {count} selected", cards=words, count=number(selected))
        self._say(words)

    @property
    def remark(self) -> str:
        """What to say where there is no card to show."""
        return "" if self._found else self._remark

    def _choice_changed(self) -> None:
        self._tell_count()
        self._settling.start()

    def popup(self, menu: QMenu, name: str) -> None:
        """Open a menu below its button."""
        below = self._buttons[name]
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def seek(self) -> None:
        """Give the keys to the search."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _go_to_list(self) -> None:
        """Give the keys to the list."""
        self.cards.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys, and announce that the page is seen."""
        super().showEvent(event)
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.seek()
        self.shown.emit()


_TIPS = {
    "study": later("Review what the search finds"),
    "saved-searches": later("Searches under a name"),
    "deeds": later("What to do with the selected cards"),
    "columns": later("Sort, and choose columns"),
    "back-from-cards": later("Back to Today"),
}
