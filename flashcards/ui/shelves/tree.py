"""Decks in their folders, each with its cards counted; one is chosen at a time."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from flashcards.domain.tongue import number, tr, trn

_PATH = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DeckTree(QTreeWidget):
    """``chosen`` says that another one is."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Your decks"))
        self.setColumnCount(2)
        self.setHeaderLabels([tr("Deck"), tr("Cards")])
        self.headerItem().setTextAlignment(1, _RIGHT)
        self.setUniformRowHeights(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, self.header().ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, self.header().ResizeMode.ResizeToContents)
        self._rows: dict[Path, QTreeWidgetItem] = {}
        self.currentItemChanged.connect(lambda *_: self.chosen.emit())

    def show_decks(self, roots: Sequence[Path], decks: Sequence[tuple[str, int]]) -> None:
        """Show deck files with their cards; what was chosen and folded stays so."""
        current, folded = self.current, {p for p, row in self._rows.items() if not row.isExpanded()}
        self.blockSignals(True)
        self.clear()
        self._rows = {}
        for root in roots:
            if root.is_dir():
                self._folder(root, root)
        for file, cards in decks:
            self._add(roots, Path(file), cards)
        for at in range(self.topLevelItemCount()):
            row = self.topLevelItem(at)
            assert row is not None, "it was counted a moment ago"
            self._count(row)
        self.expandAll()
        for path in folded & self._rows.keys():
            self._rows[path].setExpanded(False)
        self.blockSignals(False)
        self.choose(current)

    def choose(self, path: Path | None) -> None:
        """Choose a deck or a folder; where it is not there, the first one."""
        first = next(iter(self._rows.values()), None)
        row = self._rows.get(path, first) if path else first
        if row:
            self.setCurrentItem(row)
        self.chosen.emit()

    def toggle(self) -> None:
        """Fold a folder, or unfold it."""
        row = self.currentItem()
        if row:
            row.setExpanded(not row.isExpanded())

    @property
    def current(self) -> Path | None:
        """The deck or the folder that is chosen."""
        row = self.currentItem()
        return Path(row.data(0, _PATH)) if row else None

    def _add(self, roots: Sequence[Path], file: Path, cards: int) -> None:
        """Put a deck into its folder, which is made below the root that it is in."""
        root = next((each for each in roots if file.is_relative_to(each)), file.parent)
        above = self._folder(file.parent, root) if root.is_dir() else self.invisibleRootItem()
        row = self._row(above, file, file.stem)
        row.setData(1, _PATH, cards)

    def _folder(self, folder: Path, root: Path) -> QTreeWidgetItem:
        if folder in self._rows:
            return self._rows[folder]
        at_top = folder == root
        above = self.invisibleRootItem() if at_top else self._folder(folder.parent, root)
        return self._row(above, folder, str(folder) if at_top else folder.name)

    def _row(self, above: QTreeWidgetItem, path: Path, words: str) -> QTreeWidgetItem:
        row = QTreeWidgetItem(above, [words, ""])
        row.setData(0, _PATH, str(path))
        row.setTextAlignment(1, _RIGHT)
        self._rows[path] = row
        return row

    def _count(self, row: QTreeWidgetItem) -> int:
        """Count a row's cards, and of a folder those below it; and say them."""
        cards = int(row.data(1, _PATH) or 0)
        for at in range(row.childCount()):
            below = row.child(at)
            assert below is not None, "it was counted a moment ago"
            cards += self._count(below)
        row.setText(1, number(cards) if cards else "–")
        name = row.text(0)
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{name}, {_cards(cards)}")
        return cards


def _cards(count: int) -> str:
    return trn("{count} card", "{count} cards", count)
