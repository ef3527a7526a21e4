"""All keys on one sheet, from the table of actions."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QWidget

from flashcards.domain.tongue import later, tr
from flashcards.ui.actions import ACTIONS, SCALES, Action
from flashcards.ui.dialogs.frame import column
from flashcards.ui.keymap import all_written, keymap
from flashcards.ui.shortcuts import shown_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label
from flashcards.ui.widgets.scrolled import Scrolled, fit_to_screen

_OWN_SHEETS = (later("Cards"), later("Write"), later("Decks"))
OF_PAGES = {page: ((page,), (later("Everywhere"),)) for page in _OWN_SHEETS}
"""Pages with many keys of their own, which are shown when the sheet is opened there."""

COLUMNS = (
    (later("Review"), later("Summary"), later("Progress and Settings")),
    (later("Today"), later("Everywhere")),
)


class KeysDialog(QDialog):
    """Shows every action and its keys, page by page, until Escape; ``page`` is the one in front."""

    def __init__(self, parent: QWidget, page: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        layout = column(self, 2 * GRID)
        layout.addWidget(label("heading", tr("Keys")))
        self._sheet = _Sheet(OF_PAGES.get(page, COLUMNS))
        self._area = Scrolled(tr("All keys"), self._sheet)
        layout.addWidget(self._area)
        close = button("quiet", tr("Close"), tr("Close (Escape)"))
        close.clicked.connect(self.accept)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        fit_to_screen(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the keys out for the room there is."""
        super().resizeEvent(event)
        self._sheet.fit(self._area.maximumViewportSize().width())


class _Sheet(QWidget):
    """The columns beside one another, or below one another where there is no room for that."""

    def __init__(self, columns: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(4 * GRID)
        for pages in columns:
            self._columns.addLayout(_column(pages))

    def fit(self, room: int) -> None:
        """Take the way that fits so many pixels."""
        self._columns.setDirection(QHBoxLayout.Direction.LeftToRight)
        if self._columns.sizeHint().width() > room:
            self._columns.setDirection(QHBoxLayout.Direction.TopToBottom)


def _column(pages: Sequence[str]) -> QGridLayout:
    """Lay some pages' keys out below one another."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * GRID)
    grid.setVerticalSpacing(GRID // 2)
    row = 0
    for page in pages:
        grid.addWidget(label("quiet", tr(page)), row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
        grid.setRowMinimumHeight(row, 4 * GRID if row else 0)
        for words, keys in _rows(page):
            row += 1
            grid.addWidget(label("body", words), row, 0)
            grid.addWidget(label("strong", keys), row, 1)
        row += 1
    grid.setRowStretch(row, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _rows(page: str) -> Iterator[tuple[str, str]]:
    """Give what a page's keys do, and the keys."""
    for each in ACTIONS:
        if each.where == page and keymap().keys(each.name):
            yield each.label, keys_text(each)
    for words, grades in SCALES:
        if grades[0].where == page:
            yield tr(words), " ".join(shown_key(each.name) for each in grades)


def keys_text(action: Action) -> str:
    """List an action's keys as this system writes them."""
    return all_written(keymap().keys(action.name))
