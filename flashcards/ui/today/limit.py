"""Choose what to review: a search, a number of minutes, or both."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from flashcards.domain.tongue import later, tr
from flashcards.ui.shortcuts import bind, bind_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label
from flashcards.ui.widgets.stepped import spaced

PAUSE_MS = 120
"""So long nothing is typed before the search is tried."""

EXAMPLES = later("topic:ml   deck:papers   tag:core   is:due   any words")


class LimitBar(QFrame):
    """``asked`` and ``start_wanted`` carry the search and the minutes (0: no limit)."""

    asked = Signal(str, int)
    start_wanted = Signal(str, int)
    left = Signal()
    save_wanted = Signal(str)
    saved_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Choose what to review"))
        self._is_made = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.asked.emit(*self.chosen))
        self.saved = button("quiet", tr("Saved…"), tr("Searches under a name"))
        self.saved.setParent(self)  # keeps the place of all in the order of Tab
        self._save_keys = bind(self, "save-choice", self.save)
        self.hide()

    def setVisible(self, visible: bool) -> None:
        """Make what stands within when it is first shown: no start waits 8 ms for the fields."""
        if visible and not self._is_made:
            self._is_made = True
            self._make()
        super().setVisible(visible)

    def _make(self) -> None:
        self._query, self._minutes = QLineEdit(), spaced(QSpinBox())
        self._query.setPlaceholderText(tr(EXAMPLES))
        self._query.setAccessibleName(tr("Review only what this search finds"))
        self._minutes.setRange(0, 240)
        self._minutes.setSingleStep(5)
        self._minutes.setSpecialValueText(tr("no limit"))
        self._minutes.setSuffix(tr(" minutes"))
        self._minutes.setAccessibleName(tr("Minutes at most"))
        self._start = button("plain", tr("Start these"), tr("Review only these cards (Enter)"))
        self._found = label("quiet", wraps=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._minutes)
        row.addWidget(self._start)
        row.addWidget(self.saved)
        row.addStretch(1)
        layout.addWidget(self._query)
        layout.addLayout(row)
        layout.addWidget(self._found)
        in_turn = (self.saved, self._query, self._minutes, self._start, self.saved)
        for before, after in pairwise(in_turn):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self._query.textChanged.connect(lambda _: self._pause.start())
        self._minutes.valueChanged.connect(lambda _: self._pause.start())
        self._start.clicked.connect(self.go)
        self.saved.clicked.connect(self.saved_wanted)
        self._query.returnPressed.connect(self.go)
        self._keys = [bind_key(self._minutes, key, self.go) for key in ("Return", "Enter")]

    @property
    def chosen(self) -> tuple[str, int]:
        """The search as it is typed, and the minutes."""
        if not self._is_made:
            return "", 0
        return self._query.text().strip(), self._minutes.value()

    def save(self) -> None:
        """Have the search saved under a name."""
        self.save_wanted.emit(self.chosen[0])

    def seek(self, query: str) -> None:
        """Have a search as if it had been typed."""
        self._query.setText(query)
        self._query.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, sentence: str, *, startable: bool) -> None:
        """Say what the choice comes to, or what is wrong with it."""
        self._found.setText(sentence)
        self._start.setEnabled(startable)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys, and tell what the choice comes to now."""
        super().showEvent(event)
        self.take_focus()
        self.asked.emit(*self.chosen)

    def take_focus(self) -> None:
        """Take the keys, for another search."""
        self._query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._query.selectAll()

    def has_focus(self) -> bool:
        """Whether the keys go to it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def go(self) -> None:
        """Start; what was typed a moment ago is tried first."""
        if self._pause.isActive():
            self._pause.stop()
            self.asked.emit(*self.chosen)
        if self._start.isEnabled():
            self.start_wanted.emit(*self.chosen)

    def leave(self) -> None:
        """Close, and give the keys back."""
        self.hide()
        self.left.emit()
