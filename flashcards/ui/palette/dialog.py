"""The palette: type a few letters, choose with the arrow keys, Enter does it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeView, QWidget

from flashcards.domain.fuzzy import likest
from flashcards.domain.spoken import percent
from flashcards.domain.tongue import later, tr
from flashcards.ui.dialogs.frame import column
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label

MOST = 60
LETTERS = 2
"""So many letters are typed before cards are looked for."""

_LETTERS_WIDE = 90
_BESIDE = 0.4
"""The part of the room that what stands beside the names has at most."""

NOTHING = later("Nothing is called that. Try other letters, or a word of a card.")
_MOVES = frozenset((Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))


class Offer(NamedTuple):
    """One thing to do: its words, its sort or its key beside them, the deed."""

    words: str
    beside: str
    do: Callable[[], object]


class Palette(QDialog):
    """``chosen`` is what was chosen when it is accepted."""

    def __init__(
        self,
        offers: Sequence[Offer],
        cards_saying: Callable[[str], Sequence[Offer]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Find anything"))
        self.chosen: Offer | None = None
        self._offers, self._cards_saying = offers, cards_saying
        self._found: list[Offer] = []
        self._field = QLineEdit()
        self._field.setPlaceholderText(tr("An action, a deck, a setting, or words of a card"))
        self._field.setAccessibleName(tr("Find anything"))
        self._field.installEventFilter(self)
        self._model, self._list = QStandardItemModel(self), QTreeView()
        self._prepare_list()
        self._none = label("quiet", tr(NOTHING), wraps=True)
        self._state = label("quiet", wraps=True)
        self._state.hide()
        layout = column(self)
        layout.addWidget(self._field)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._none)
        layout.addWidget(self._state)
        self._field.ensurePolished()  # in large letters it is wider
        wide = max(80 * GRID, _LETTERS_WIDE * self._field.fontMetrics().averageCharWidth())
        self.resize(min(wide, parent.width() - 4 * GRID), min(56 * GRID, parent.height()))
        self._field.textChanged.connect(lambda _: self._find())
        self._field.returnPressed.connect(self.accept)
        self._list.activated.connect(lambda _: self.accept())
        self._list.clicked.connect(lambda _: self.accept())
        self._find()
        self._field.setFocus()

    def _prepare_list(self) -> None:
        self._model.setColumnCount(2)
        self._list.setModel(self._model)
        self._list.setAccessibleName(tr("Found"))
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self._list.selectionModel().currentChanged.connect(self._describe)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Move in the list while the keys go to the field."""
        keys = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if event.type() in keys and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            if event.type() == QEvent.Type.KeyPress:
                QCoreApplication.sendEvent(self._list, event)
            event.accept()
            return True
        return False

    def _find(self) -> None:
        typed = self._field.text()
        found = likest(typed, self._offers, lambda offer: offer.words, MOST)
        if len(typed.strip()) >= LETTERS:
            found += self._cards_saying(typed)
        self._show(found)

    def show_reading(self, share: float) -> None:
        """Say how far the cards have been read: until all are, none is found."""
        self._state.setText(tr("Your cards are still being read: {share}", share=percent(share)))
        self._state.show()

    def find_again(self) -> None:
        """Find the cards, too, now that they are read; what is marked stays so."""
        self._state.hide()
        row = self._list.currentIndex().row()
        self._find()
        self._go_to(max(0, row))

    def _show(self, offers: list[Offer]) -> None:
        self._found = offers
        self._model.removeRows(0, self._model.rowCount())
        for offer in offers:
            beside = QStandardItem(offer.beside)
            beside.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._model.appendRow([QStandardItem(offer.words), beside])
        self._list.setVisible(bool(offers))
        self._none.setVisible(not offers)
        self._share_out()
        self._go_to(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Give what stands beside the names what it needs, up to a part of the room."""
        most = int(_BESIDE * self.width())
        self._list.header().resizeSection(1, min(self._list.sizeHintForColumn(1), most))

    def _go_to(self, row: int) -> None:
        self._list.setCurrentIndex(self._model.index(row, 0))

    def _describe(self, current: QModelIndex) -> None:
        """Let a screen reader, which is on the field, say what Enter would do."""
        if current.isValid() and current.row() < len(self._found):
            offer = self._found[current.row()]
            place = tr("{place} of {count}", place=current.row() + 1, count=len(self._found))
            self._field.setAccessibleDescription(f"{offer.words}, {offer.beside}, {place}")
        else:
            self._field.setAccessibleDescription(tr(NOTHING))

    def accept(self) -> None:
        """Take what is marked; where nothing is, stay."""
        row = self._list.currentIndex().row()
        if 0 <= row < len(self._found):
            self.chosen = self._found[row]
            super().accept()
