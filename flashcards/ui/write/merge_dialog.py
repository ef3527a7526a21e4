"""Where two programs changed the same lines: mine, theirs, and the result that a person settles."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from flashcards.domain.merge3 import Merged, Side
from flashcards.domain.tongue import later, tr, trn
from flashcards.ui.dialogs.frame import Choice, column, decision
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label
from flashcards.ui.widgets.scrolled import fit_to_screen
from flashcards.ui.write.units import units

if TYPE_CHECKING:
    from flashcards.ui.theme.look import Look

WORDS = later(
    "Another program changed this deck while you wrote. What only one of you changed is merged; "
    "at {places} both did. Until you choose, both versions stand in the result, yours first."
)
_STEPS = (
    (later("Previous"), later("The previous place"), -1),
    (later("Next"), later("The next place"), 1),
)
_KEPT = (
    (Side.MINE, later("Keep mine"), later("Keep mine in the result")),
    (Side.THEIRS, later("Keep theirs"), later("Keep theirs in the result")),
    (Side.BOTH, later("Keep both"), later("Keep both in the result")),
)
LINES = 5
"""So many lines of each version are in sight, at least."""


class MergeDialog(QDialog):
    """``result_text`` is what the person settled on, when it is accepted."""

    def __init__(self, merged: Merged, look: "Look", parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Both changed the same lines"))
        self._tint = QColor(look.theme.colours.accent_soft)
        self._disputes = [stretch for stretch in merged.stretches if stretch.disputed]
        self._place = 0
        self.result_text = ""
        self._mine, self._theirs = _field(tr("Mine")), _field(tr("Theirs"))
        self._result = _field(tr("The result"), editable=True)
        self._which = label("strong")
        self._stretches = self._write(merged)
        self._lay_out(merged)
        self._go(0)
        fit_to_screen(self)

    def _lay_out(self, merged: Merged) -> None:
        layout = column(self, 2 * GRID)
        layout.addWidget(label("heading", tr("Both changed the same lines")))
        places = trn("{count} place", "{count} places", merged.disputes)
        layout.addWidget(label("body", tr(WORDS, places=places), wraps=True))
        layout.addLayout(self._choices())
        sides = QGridLayout()
        sides.setSpacing(GRID)
        for place, (name, field) in enumerate(
            ((tr("Mine"), self._mine), (tr("Theirs"), self._theirs))
        ):
            sides.addWidget(label("quiet", name), 0, place)
            sides.addWidget(field, 1, place)
        layout.addLayout(sides, 1)
        below = QVBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(label("quiet", tr("The result, which you may edit")))
        below.addWidget(self._result)
        layout.addLayout(below, 2)
        take = Choice(tr("Save the result"), tr("Write the result into the deck"))
        layout.addLayout(
            decision(self, take, Choice(tr("Cancel"), tr("Save nothing, and go on writing")))
        )

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._which, 1)
        for side, words, tip in _KEPT:
            made = button("plain", tr(words), tr(tip))
            made.clicked.connect(partial(self._choose, side))
            row.addWidget(made)
        if len(self._disputes) > 1:
            for words, tip, step in _STEPS:
                made = button("quiet", tr(words), tr(tip))
                made.clicked.connect(partial(self._step, step))
                row.addWidget(made)
        return row

    def _write(self, merged: Merged) -> list[QTextCursor]:
        """Write the result with both versions of what is disputed; give where those stand."""
        places: list[tuple[int, int]] = []
        parts, at = list[str](), 0
        for stretch in merged.stretches:
            parts.append(_lines(stretch.chosen(Side.BOTH)))
            end = at + units(parts[-1])
            if stretch.disputed:
                places.append((at, end))
            at = end
        self._result.setPlainText("".join(parts))
        cursors = []
        for start, end in places:
            cursor = QTextCursor(self._result.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursors.append(cursor)
        return cursors

    def _choose(self, side: Side, *_: object) -> None:
        """Let a version hold at this place, and go to the next."""
        cursor = self._stretches[self._place]
        start = cursor.selectionStart()
        lines = _lines(self._disputes[self._place].chosen(side))
        cursor.insertText(lines)
        cursor.setPosition(start)
        cursor.setPosition(start + units(lines), QTextCursor.MoveMode.KeepAnchor)
        self._go(min(self._place + 1, len(self._disputes) - 1))

    def _step(self, step: int, *_: object) -> None:
        self._go((self._place + step) % len(self._disputes))

    def _go(self, place: int) -> None:
        self._place = place
        self._which.setText(
            tr("Place {place} of {count}", place=place + 1, count=len(self._disputes))
        )
        stretch = self._disputes[place]
        self._mine.setPlainText(_lines(stretch.mine).rstrip("\n"))
        self._theirs.setPlainText(_lines(stretch.theirs).rstrip("\n"))
        here = QTextCursor(self._stretches[place])
        drawn = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setBackground(self._tint)
        form.setProperty(int(QTextFormat.Property.FullWidthSelection), True)  # Qt's
        drawn.format, drawn.cursor = form, here
        self._result.setExtraSelections([drawn])
        here.setPosition(self._stretches[place].selectionStart())
        self._result.setTextCursor(here)
        self._result.centerCursor()

    def accept(self) -> None:
        """Keep the result, without the line ending that its last line was given here."""
        text = self._result.document().toRawText().replace("\u2029", "\n")
        self.result_text = text.removesuffix("\n")
        super().accept()


def _lines(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _field(name: str, *, editable: bool = False) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setAccessibleName(name)
    made.setProperty("role", "code")
    made.setReadOnly(not editable)
    made.setTabChangesFocus(True)
    made.ensurePolished()
    made.setMinimumHeight(LINES * made.fontMetrics().lineSpacing() + 3 * GRID)
    return made
