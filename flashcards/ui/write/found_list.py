"""What a search through all decks found: by deck, each place with its line, to be chosen."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from flashcards.domain.tongue import both, tr, trn
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.ring import Ring

if TYPE_CHECKING:
    from flashcards.domain.deck.seek import Spot
    from flashcards.services.replacing import Found, Search

_SPOT = Qt.ItemDataRole.UserRole
_OPEN_AT_FIRST = 20
"""So many decks are shown with their places; of more, the names alone."""


class FoundList(QTreeWidget):
    """``wanted`` carries a file and a line; ``chosen_changed`` how many places are ticked."""

    wanted = Signal(str, int)
    chosen_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._search: Search | None = None
        self._ticked = False
        self._ring = Ring(self)
        self.setAccessibleName(tr("Places found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Row(self))
        self.itemChanged.connect(self._tick)
        self.itemActivated.connect(lambda row, _: self._choose(row))
        self.itemClicked.connect(lambda row, _: self._click(row))
        self.hide()

    def show_search(self, search: "Search", name_of: Callable[[str], str]) -> None:
        """List what was found, all of it chosen."""
        self._search = search
        with QSignalBlocker(self):
            self.clear()
            decks = [_deck_row(found, name_of(found.file)) for found in search.found]
            self.addTopLevelItems(decks)
            for deck in decks[:_OPEN_AT_FIRST]:
                deck.setExpanded(True)
        self.setVisible(bool(search.found))
        self.chosen_changed.emit(self.count)

    def forget(self) -> None:
        """Show nothing."""
        self._search = None
        self.clear()
        self.hide()
        self.chosen_changed.emit(0)

    @property
    def search(self) -> "Search | None":
        """What is shown."""
        return self._search

    @property
    def count(self) -> int:
        """How many places are chosen."""
        return sum(len(found.hits) for found in self.chosen())

    def chosen(self) -> "list[Found]":
        """Give the decks with the places that are ticked."""
        every = self._search.found if self._search else ()
        kept = [
            replace(found, hits=tuple(hit for place, hit in enumerate(found.hits) if ticks[place]))
            for found, ticks in zip(every, map(self._ticks, range(len(every))), strict=True)
        ]
        return [found for found in kept if found.hits]

    def _ticks(self, place: int) -> list[bool]:
        deck = self.topLevelItem(place)
        assert deck is not None, "each deck has a row"
        rows = (deck.child(row) for row in range(deck.childCount()))
        return [row is not None and row.checkState(0) == Qt.CheckState.Checked for row in rows]

    def _tick(self, *_: object) -> None:
        self._ticked = True
        self.chosen_changed.emit(self.count)

    def _click(self, row: QTreeWidgetItem) -> None:
        """Go to a place, unless the click was for its tick."""
        ticked, self._ticked = self._ticked, False
        if not ticked:
            self._choose(row)

    def _choose(self, row: QTreeWidgetItem) -> None:
        deck = row.parent()
        if deck is not None and self._search:
            found = self._search.found[self.indexOfTopLevelItem(deck)]
            self.wanted.emit(found.file, row.data(0, _SPOT).line)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that Tab has come."""
        super().focusInEvent(event)
        self._ring.follow(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has gone."""
        super().focusOutEvent(event)
        self._ring.follow(event)


def _deck_row(found: "Found", name: str) -> QTreeWidgetItem:
    one, many = both("{deck}: {count} place", "{deck}: {count} places")
    told = trn(one, many, len(found.hits), deck=name)
    deck = QTreeWidgetItem([tr("{told}, not saved yet", told=told) if found.open else told])
    deck.setToolTip(0, found.file)
    ticked = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate
    deck.setFlags(deck.flags() | ticked)
    deck.addChildren([_spot_row(spot) for spot in found.spots])
    deck.setCheckState(0, Qt.CheckState.Checked)
    return deck


def _spot_row(spot: "Spot") -> QTreeWidgetItem:
    row = QTreeWidgetItem([f"{spot.line}: {spot.before}{spot.words}{spot.after}"])
    row.setData(0, _SPOT, spot)
    row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    row.setCheckState(0, Qt.CheckState.Checked)
    return row


class _Row(QStyledItemDelegate):
    """A line with the place marked in it, and the line's number before it."""

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for a line with air."""
        return QSize(10 * GRID, option.fontMetrics.height() + GRID)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row; that of a deck as the style does."""
        spot = index.data(_SPOT)
        if spot is None:
            super().paint(painter, option, index)
            return
        made = QStyleOptionViewItem(option)
        self.initStyleOption(made, index)
        made.text = ""
        style, palette = made.widget.style(), made.widget.palette()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, made, painter, made.widget)
        text = QStyle.SubElement.SE_ItemViewItemText
        room = style.subElementRect(text, made, made.widget).adjusted(GRID // 2, 0, 0, 0)
        room.setTop(made.rect.top())
        room.setBottom(made.rect.bottom())
        painter.save()
        painter.setClipRect(room)
        quiet, plain = QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Text
        number = f"{spot.line}  "
        parts = (
            (number, quiet),
            (spot.before.lstrip(), plain),
            (spot.words, plain),
            (spot.after, plain),
        )
        for place, (words, role) in enumerate(parts):
            wide = made.fontMetrics.horizontalAdvance(words)
            if place == _MARKED:
                marked = room.adjusted(0, 2, 0, -2)
                marked.setWidth(wide)
                painter.fillRect(marked, palette.color(QPalette.ColorRole.Highlight))
            painter.setPen(palette.color(role))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            room.setLeft(room.left() + wide)
        painter.restore()


_MARKED = 2
"""Which of a row's parts is the place itself."""
