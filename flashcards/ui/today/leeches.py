"""Leeches: cards forgotten again and again, each offered for rewriting."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from flashcards.domain.tongue import later, number, tr, trn
from flashcards.services.leeches import SHOWN
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.services.leeches import LeechesView, LeechView

WHY = later(
    "They cost more time than all others. Most hold too much, or look like another card: "
    "split the note, or add what tells it apart."
)


class LeechList(QFrame):
    """``write_wanted`` carries a file and a line, ``suspend_wanted`` a card."""

    write_wanted = Signal(str, int)
    suspend_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Leeches"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        self._title = label("strong")
        layout.addWidget(self._title)
        layout.addWidget(label("quiet", tr(WHY), wraps=True))
        self._rows = [_Row(self) for _ in range(SHOWN)]
        for row in self._rows:
            layout.addWidget(row)
        self._rest = label("quiet")
        layout.addWidget(self._rest)

    def show_leeches(self, leeches: "LeechesView") -> None:
        """Show the worst; none hides the list."""
        self.setVisible(leeches.count > 0)
        self._title.setText(
            trn(
                "{count} card keeps being forgotten",
                "{count} cards keep being forgotten",
                leeches.count,
            )
        )
        for place, row in enumerate(self._rows):
            row.show_leech(leeches.worst[place] if place < len(leeches.worst) else None)
        more = leeches.count - len(leeches.worst)
        self._rest.setVisible(more > 0)
        self._rest.setText(tr("and {count} more: search for is:leech", count=number(more)))


class _Row(QWidget):
    """One card: its prompt, how often it was forgotten, and what can be done."""

    def __init__(self, owner: LeechList) -> None:
        super().__init__()
        self._place, self._card = ("", 1), ""
        self._prompt, self._lapses = label("body", wraps=True), label("quiet")
        self._rewrite = button("quiet", tr("Rewrite"))
        self._suspend = button("quiet", tr("Suspend"))
        self._rewrite.clicked.connect(lambda: owner.write_wanted.emit(*self._place))
        self._suspend.clicked.connect(lambda: owner.suspend_wanted.emit(self._card))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._prompt, 1)
        for widget in (self._lapses, self._rewrite, self._suspend):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_leech(self, leech: "LeechView | None") -> None:
        """Fill the row, or hide it."""
        self.setVisible(leech is not None)
        if leech is None:
            return
        self._place, self._card = (leech.file, leech.line), leech.card
        self._prompt.setText(leech.prompt)
        self._lapses.setText(trn("forgotten {count} time", "forgotten {count} times", leech.lapses))
        self._rewrite.setAccessibleName(tr("Rewrite “{prompt}”", prompt=leech.prompt))
        self._rewrite.setToolTip(tr("Open its note on the Write page"))
        self._suspend.setAccessibleName(tr("Suspend “{prompt}”", prompt=leech.prompt))
        self._suspend.setToolTip(tr("Ask it no more, until it is resumed"))
