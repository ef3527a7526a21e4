"""Texts that were written and never saved: each can be gone on with, or given up."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from flashcards.domain.tongue import later, number, tr, trn
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flashcards.services.writing import Left

MOST = 3
WHY = later("What you wrote is kept safe; it is in your decks once you save it.")


class UnsavedList(QFrame):
    """``write_wanted`` carries a file and a line; the others, the text that was left.

    ``form_wanted`` is about one that stood in a form.
    """

    write_wanted = Signal(str, int)
    form_wanted = Signal(object)
    discard_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Texts that are not saved"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        self._title, self._rest = label("strong"), label("quiet", wraps=True)
        layout.addWidget(self._title)
        layout.addWidget(label("quiet", tr(WHY), wraps=True))
        self._rows = [_Row(self) for _ in range(MOST)]
        for row in self._rows:
            layout.addWidget(row)
        layout.addWidget(self._rest)
        self.hide()

    def show_left(self, left: "Sequence[Left]") -> None:
        """Show the latest; none hides the list."""
        self.setVisible(bool(left))
        self._title.setText(
            trn("{count} text is not saved yet", "{count} texts are not saved yet", len(left))
        )
        latest = sorted(left, key=lambda each: each.at, reverse=True)
        for place, row in enumerate(self._rows):
            row.show_left(latest[place] if place < len(latest) else None)
        self._rest.setVisible(len(left) > MOST)
        names = ", ".join(Path(each.file).name for each in latest[MOST:])
        self._rest.setText(
            tr("and {count} more: {names}", count=number(len(left) - MOST), names=names)
        )


class _Row(QWidget):
    """One text: its deck, when it was written, and what can be done."""

    def __init__(self, owner: UnsavedList) -> None:
        super().__init__()
        self._owner = owner
        self._left: Left | None = None
        self._told = label("body", wraps=True)
        self._go_on = button("plain", tr("Go on writing"), tr("Open it, to be saved"))
        self._discard = button("quiet", tr("Discard…"), tr("Give it up; the file stays as it is"))
        self._go_on.clicked.connect(self._want)
        self._discard.clicked.connect(lambda: owner.discard_wanted.emit(self._left))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._told, 1)
        for widget in (self._go_on, self._discard):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _want(self) -> None:
        if self._left and self._left.form:
            self._owner.form_wanted.emit(self._left)
        elif self._left:
            self._owner.write_wanted.emit(self._left.file, self._left.line)

    def show_left(self, left: "Left | None") -> None:
        """Fill the row, or hide it."""
        self.setVisible(left is not None)
        if left is None:
            return
        self._left, name = left, Path(left.file).name
        self._told.setText(_told(left))
        self._go_on.setAccessibleName(tr("Go on writing {name}", name=name))
        self._discard.setAccessibleName(tr("Discard what you wrote in {name}", name=name))


def _told(left: "Left") -> str:
    name, when = Path(left.file).name, left.when
    if left.note:
        return tr("{name}: a note that you edited until {when}", name=name, when=when)
    if left.form:
        return tr("{name}: a new note that you wrote until {when}", name=name, when=when)
    return tr("{name}: what you wrote until {when}", name=name, when=when)
