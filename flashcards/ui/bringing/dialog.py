"""The import dialog: what is read, how, into which deck, and how it will stand there."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from flashcards.domain.imports.report import report
from flashcards.domain.tongue import later, tr, trn
from flashcards.ui.bringing.reading_part import ReadingPart
from flashcards.ui.bringing.target_part import TargetPart
from flashcards.ui.dialogs.frame import Choice, column, decision
from flashcards.ui.shortcuts import bind_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label
from flashcards.ui.widgets.trail import Trail

if TYPE_CHECKING:
    from flashcards.services.importing import Plan

NO_QUESTION = later("No column asks: choose the one with the question.")
START = later(
    "A table (CSV, TSV), Anki's notes in plain text, or the Markdown of hashcards, Obsidian or"
    " mdanki. You see what becomes of it before anything is written."
)
_Step = QAbstractSlider.SliderAction
MOST_LINES = 200
FIRST = 5
"""So many notes are shown as they will be written."""

_LETTERS, _TALL, _NARROW = 130, 90, 105
"""How wide it is in letters, how tall in steps of the grid; narrower, its halves are stacked."""


class ImportDialog(QDialog):
    """Shows a Plan and emits intents; ``asked`` says that it is to be made anew.

    ``is_waiting`` tells whether it will be shown.
    """

    asked = Signal()
    files_wanted = Signal()
    copied_wanted = Signal()
    write_wanted = Signal()

    def __init__(
        self, folder: Path | None, decks: Sequence[tuple[str, str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import notes"))
        self._source, self._start = Trail(), label("lead", tr(START), wraps=True)
        self._files = button("plain", tr("Choose files…"), tr("Choose what to import"))
        self._copied = button("plain", tr("Take what was copied"), tr("Read the clipboard"))
        self.how, self.target = ReadingPart(), TargetPart(folder, decks)
        self._count, self._told = label("strong", wraps=True), label("late", wraps=True)
        self._text, self._report = label("code", wraps=True), label("quiet", wraps=True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(tr("How much of it is read"))
        self._halves = QHBoxLayout()
        self._body = self._scrolling()
        self._lay_out()
        self._connect()
        self.show_source("")

    def _lay_out(self) -> None:
        layout = column(self, 2 * GRID)
        layout.addWidget(label("heading", tr("Import notes")))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for widget in (self._files, self._copied):
            row.addWidget(widget)
        row.addWidget(self._source, 1)
        layout.addLayout(row)
        layout.addWidget(self._start, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._body, 1)
        layout.addWidget(self._told)
        layout.addWidget(self._bar)
        take = Choice(tr("Import"), tr("Write all of these notes"))
        layout.addLayout(decision(self, take, Choice(tr("Cancel"), tr("Import nothing"))))
        self._accept = self.findChildren(QPushButton)[-2]
        self.ensurePolished()
        wide = _LETTERS * self.fontMetrics().averageCharWidth()
        self.resize(QSize(wide, _TALL * GRID).boundedTo(self.screen().availableSize()))

    def _scrolling(self) -> QScrollArea:
        """Put how it is read beside what comes of it; the keys stay with what is inside."""
        inside = QWidget()
        inside.setProperty("role", "page")
        self._halves.setSpacing(3 * GRID)
        self._halves.addLayout(_stack(self.how, self.target), 4)
        self._halves.addLayout(_stack(self._count, self._text, self._report), 5)
        filled = QVBoxLayout(inside)
        filled.setContentsMargins(0, 0, GRID, 0)
        filled.addLayout(self._halves)
        filled.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _connect(self) -> None:
        self._files.clicked.connect(self.files_wanted)
        self._copied.clicked.connect(self.copied_wanted)
        self.how.asked.connect(self.asked)
        self.target.asked.connect(self.asked)
        bar = self._body.verticalScrollBar()
        for key, step in (("PgUp", _Step.SliderPageStepSub), ("PgDown", _Step.SliderPageStepAdd)):
            bind_key(self, key, partial(bar.triggerAction, step)).setAutoRepeat(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what comes of it below, where there is no room beside."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(way)

    def show_source(self, name: str, title: str = "") -> None:
        """Say what is imported; without a name there is nothing yet."""
        self._copied.setEnabled(bool(QApplication.clipboard().text().strip()))
        self._source.show_text(name)
        self._start.setVisible(not name)
        self._body.setVisible(bool(name))
        self.how.begin()
        if name:
            self.target.begin(title)
        self.show_fault("")

    def show_waiting(self) -> None:
        """Say at once what is wrong with the deck; all else that is shown is no longer sure."""
        self.show_fault(self.target.fault)
        self.is_waiting = True

    def show_step(self, done: int, count: int) -> None:
        """Show how far the reading is."""
        self._bar.setRange(0, count)
        self._bar.setValue(done)
        self._bar.show()

    def show_plan(self, plan: "Plan") -> None:
        """Show what would be written, and what would not."""
        self.how.show_import(plan.imports[0])
        shown = min(FIRST, plan.count)
        words = trn("{count} note will be written.", "{count} notes will be written.", plan.count)
        first = tr("{all} These are the first {shown}:", all=words, shown=shown)
        self._count.setText(first if plan.count > FIRST else words)
        self._text.setText(plan.beginning(FIRST).strip("\n"))
        self._text.setVisible(plan.count > 0)
        named = [replace(each, file=Path(each.file).name) for each in plan.accounts]
        lines = [line for account in named for line in report(account)]
        self._report.setText("\n".join(_cut(lines)))
        fault = tr(NO_QUESTION) if self.how.asks_nothing else self.target.fault
        self.show_fault(fault)
        self._accept.setEnabled(bool(plan.count) and not fault)
        named_button = trn("Import {count} note", "Import {count} notes", plan.count)
        self._accept.setText(named_button if plan.count else tr("Import"))

    def show_fault(self, sentence: str) -> None:
        """Say why nothing can be imported so; nothing takes that away."""
        self.is_waiting = False
        self._bar.hide()
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        self._accept.setEnabled(False)

    def accept(self) -> None:
        """Let it be written; the dialog stays until it is."""
        if self._accept.isEnabled():
            self._accept.setEnabled(False)
            self._count.setText(tr("The notes are being written."))
            self.write_wanted.emit()


def _stack(*parts: QWidget) -> QVBoxLayout:
    stack = QVBoxLayout()
    stack.setSpacing(2 * GRID)
    for part in parts:
        stack.addWidget(part)
    stack.addStretch(1)
    return stack


def _cut(lines: list[str]) -> list[str]:
    """Keep a report to a length that is read; the file itself says the rest."""
    more = len(lines) - MOST_LINES
    if more <= 0:
        return lines
    return [*lines[:MOST_LINES], trn("  and {count} line more", "  and {count} lines more", more)]
