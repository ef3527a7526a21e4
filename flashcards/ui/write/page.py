"""The Write page: outline, text and preview side by side. It shows a deck and emits intents."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from flashcards.domain.kinds.templates import TEMPLATES
from flashcards.domain.tongue import tr
from flashcards.ui.actions import action
from flashcards.ui.shortcuts import bind, name_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button, restyle
from flashcards.ui.widgets.label import hairline
from flashcards.ui.widgets.trail import Trail
from flashcards.ui.write.editor import DeckEditor
from flashcards.ui.write.find_bar import FindBar
from flashcards.ui.write.found_list import FoundList
from flashcards.ui.write.outline import OutlineView
from flashcards.ui.write.preview import Preview
from flashcards.ui.write.strip import ProblemStrip

if TYPE_CHECKING:
    from flashcards.render.formula import FormulaSource
    from flashcards.ui.theme.look import Look

_INTENTS = (
    "save",
    "new-deck",
    "fix",
    "open-elsewhere",
    "duplicate-note",
    "split-note",
    "merge-note",
)
OUTLINE_FROM = 100
"""So many letters wide is the page at least when it has room for the outline."""

SHARES = (22, 44, 34)
"""How outline, text and preview share the page at first."""


class WritePage(QWidget):
    """``wanted`` carries an action's name, ``deck_wanted`` a file, ``kind_wanted`` a kind."""

    wanted = Signal(str)
    deck_wanted = Signal(str)
    kind_wanted = Signal(str)
    left = Signal()
    hidden = Signal()

    def __init__(self, formulas: "FormulaSource", look: "Look") -> None:
        super().__init__()
        self.setObjectName("Write")
        self.setAccessibleName(tr("Write"))
        self.editor, self.outline = DeckEditor(look.theme), OutlineView()
        self.preview = Preview(formulas, look.theme)
        self.strip, self.search = ProblemStrip(), FindBar(self.editor)
        self.found = FoundList()
        self._decks, self._state = QComboBox(), Trail()
        self._decks.setAccessibleName(tr("Deck"))
        self._decks.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._lay_out()
        self._connect()
        self._keys = self._bind()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head())
        layout.addWidget(hairline())
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        for part, share in zip(self._parts(), SHARES, strict=True):
            self._split.addWidget(part)
            self._split.setStretchFactor(self._split.count() - 1, share)
        layout.addWidget(self._split, 3)
        layout.addWidget(hairline())
        layout.addWidget(self.found, 2)
        layout.addWidget(self.search)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        foot.addWidget(self._state)
        layout.addLayout(foot)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self._decks, 1)
        self._kinds = QMenu(self)
        for kind in TEMPLATES:
            self._kinds.addAction(kind).triggered.connect(partial(self._want_kind, kind))
        self._more = self._button("quiet", tr("New note"), "new-note")
        self._more.setMenu(self._kinds)
        row.addWidget(self._button("quiet", tr("New deck"), "new-deck"))
        row.addWidget(self._more)
        find = self._button("quiet", tr("Find"), "find")
        find.clicked.connect(self.search.open)
        row.addWidget(find)
        self._save = self._button("plain", tr("Save"), "save")
        row.addWidget(self._save)
        leave = self._button("quiet", tr("Today"), "leave-write")
        leave.clicked.connect(self.left)
        row.addWidget(leave)
        return row

    def _button(self, role: str, text: str, name: str) -> QPushButton:
        made = button(role, text)
        name_key(made, name, words=action(name).label)
        if name in _INTENTS:
            made.clicked.connect(partial(self._want, name))
        return made

    def _parts(self) -> tuple[QWidget, ...]:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.editor, 1)
        column.addWidget(self.strip)
        return self.outline, middle, self.preview

    def _connect(self) -> None:
        self._decks.activated.connect(self._choose)
        self.outline.wanted.connect(self._go_to)
        self.search.left.connect(self.editor.setFocus)
        self.editor.cursorPositionChanged.connect(self.show_problem)
        self.strip.fix_wanted.connect(partial(self._want, "fix"))

    def _bind(self) -> list[object]:
        keys: list[object] = [bind(self, name, partial(self._want, name)) for name in _INTENTS]
        keys.append(bind(self, "find", self.search.open))
        keys.append(bind(self, "find-all", self.search.open_everywhere))
        keys.append(bind(self, "new-note", self._open_kinds))
        keys.append(bind(self, "choose-deck", self._decks.showPopup))
        keys.append(bind(self, "next-problem", self.editor.next_problem))
        keys.append(bind(self, "problem-before", partial(self.editor.next_problem, -1)))
        keys.append(bind(self, "complete", self.editor.completing.ask))
        keys.append(bind(self, "card-before", partial(self.preview.turn, -1)))
        keys.append(bind(self, "card-after", partial(self.preview.turn, 1)))
        keys.append(bind(self, "leave-write", self._leave))
        return keys

    def set_look(self, look: "Look") -> None:
        """Draw with other colours or sizes."""
        self.editor.set_look(look.theme)
        self.preview.set_look(look.theme, look.zoom)
        self._make_room()

    def show_decks(self, decks: Sequence[tuple[str, str]], current: str) -> None:
        """List the decks by file and name; ``current`` is the file that is open."""
        self._decks.clear()
        for file, name in decks:
            self._decks.addItem(name, file)
        if current and current not in [file for file, _ in decks]:
            self._decks.addItem(Path(current).stem, current)
        self._decks.setCurrentIndex(self._decks.findData(current))

    def show_state(self, words: str, *, dirty: bool = False) -> None:
        """Say at the foot how things are; what is not saved lights the button that saves."""
        self._state.show_text(words)
        restyle(self._save, "role", "primary" if dirty else "plain")

    def show_problem(self) -> None:
        """Show what is wrong in the line of the cursor."""
        self.strip.show_problems(self.editor.problems_at(self.editor.line()))

    @property
    def state(self) -> str:
        """What is said at the foot."""
        return self._state.text()

    def _choose(self, place: int) -> None:
        self.deck_wanted.emit(self._decks.itemData(place))

    def _go_to(self, line: int) -> None:
        self.editor.go_to(line)
        self.editor.setFocus()

    def _open_kinds(self) -> None:
        """Show the kinds below their button."""
        self._more.showMenu()

    def _want(self, name: str, *_: object) -> None:
        self.wanted.emit(name)

    def _want_kind(self, kind: str, *_: object) -> None:
        self.kind_wanted.emit(kind)

    def _leave(self) -> None:
        """Close the search, or leave the page."""
        if self.search.isVisible():
            self.search.close_bar()
        else:
            self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the text."""
        super().focusInEvent(event)
        self.editor.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that the person is elsewhere."""
        super().hideEvent(event)
        self.hidden.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the outline where there is room for it."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        self.outline.setVisible(letters >= OUTLINE_FROM)
