"""Another scheduler: first what it would change, then the change, both beside the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QProgressBar, QPushButton, QWidget

from flashcards.domain.tongue import later, number, tr, trc
from flashcards.services.rescheduling import Change, Foreseen, foresee, scheduler_text, write
from flashcards.ui.dialogs.frame import Choice, column, decision
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.services.desk import Desk
    from flashcards.ui.tasks import Tasks

_PARTS = 1000
REPLAYING = later("Your log is being replayed, to see what that moves.")
BACK = later("You can go back at any time; nothing is lost.")


class StoppedError(Exception):
    """The person does not want it any more."""


class RescheduleDialog(QDialog):
    """Shows how far the replay is, then what it came to, and waits for a yes."""

    agreed = Signal()

    def __init__(self, change: Change, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Change the scheduler"))
        self._heading = label("heading", f"{scheduler_text(change.new)}?", wraps=True)
        self._lines = label("body", tr(REPLAYING), wraps=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, _PARTS)
        self._bar.setAccessibleName(tr("How much of the log is replayed"))
        self._table, self._grid = QWidget(), QGridLayout()
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._table.setLayout(self._grid)
        self._table.hide()
        layout = self._layout = column(self, 2 * GRID)
        for part in (self._heading, self._lines, self._bar, self._table):
            layout.addWidget(part)
        layout.addWidget(label("quiet", tr(BACK), wraps=True))
        take = Choice(tr("Change it"), tr("Go by it"))
        leave = Choice(tr("Cancel"), tr("Leave all as it is"))
        layout.addLayout(decision(self, take, leave))
        self._accept, self._cancel = self.findChildren(QPushButton)
        self._accept.setEnabled(False)
        self.setMinimumWidth(60 * GRID)

    def show_share(self, share: float) -> None:
        """Show how far one is."""
        self._bar.setValue(round(share * _PARTS))

    def show_foreseen(self, foreseen: Foreseen) -> None:
        """Show what the change comes to."""
        self._bar.hide()
        self._lines.setText("\n".join(foreseen.lines))
        if foreseen.outcome.moved:
            self._fill(foreseen)
        self._accept.setEnabled(True)
        self._accept.setFocus()
        self.resize(self.width(), self._layout.totalHeightForWidth(self.width()))

    def _fill(self, foreseen: Foreseen) -> None:
        rows = [(tr("Cards due"), trc("column", "now"), trc("column", "then"))]
        rows += [
            (tr(one.name), number(one.before), number(one.after)) for one in foreseen.outcome.spans
        ]
        for place, row in enumerate(rows):
            for across, text in enumerate(row):
                role = "quiet" if not place else "body" if not across else "strong"
                self._grid.addWidget(label(role, text), place, across)
        self._grid.setColumnStretch(2, 1)
        self._table.show()

    def accept(self) -> None:
        """Let the change be made; the dialog stays until it is."""
        for made in (self._accept, self._cancel):
            made.setEnabled(False)
        self._lines.setText(tr("The schedules are being written."))
        self._table.hide()
        self._bar.setValue(_PARTS)
        self._bar.show()
        self.agreed.emit()

    def reject(self) -> None:
        """Leave all as it is, unless that is too late."""
        if self._cancel.isEnabled():
            super().reject()


class Rescheduling(QObject):
    """One change at a time; ``done`` carries it, ``left`` that it was not wanted."""

    done = Signal(object)
    left = Signal()
    failed = Signal(object)
    _told = Signal(float)

    def __init__(self, window: QWidget, desk: "Desk", tasks: "Tasks") -> None:
        super().__init__(window)
        self._window, self._desk, self._tasks = window, desk, tasks
        self._dialog: RescheduleDialog | None = None
        self._foreseen: Foreseen | None = None
        self._is_wanted = False
        self._told.connect(self._show_share)

    def begin(self, change: Change) -> None:
        """Foresee a change, and ask."""
        if self._dialog:
            return
        dialog = self._dialog = RescheduleDialog(change, self._window)
        self._foreseen, self._is_wanted = None, True
        dialog.agreed.connect(self._write)
        dialog.rejected.connect(self._leave)
        dialog.open()
        self._tasks.run(lambda: self._foresee(change), self._show, self._fail)

    def _step(self, share: float) -> None:
        """Called in the other thread."""
        if not self._is_wanted:
            raise StoppedError
        self._told.emit(share)

    def _foresee(self, change: Change) -> Foreseen:
        with self._desk.second_log() as log:
            return foresee(log, change, self._step)

    def _show(self, foreseen: Foreseen) -> None:
        self._foreseen = foreseen
        if self._dialog and self._is_wanted:
            self._dialog.show_foreseen(foreseen)

    def _show_share(self, share: float) -> None:
        if self._dialog:
            self._dialog.show_share(share)

    def _write(self) -> None:
        foreseen = self._foreseen
        assert foreseen is not None, "nothing is agreed to before it was shown"
        self._tasks.run(lambda: self._written(foreseen), self._finish, self._fail)

    def _written(self, foreseen: Foreseen) -> Change:
        with self._desk.second_log() as log:
            write(log, foreseen, self._step)
        return foreseen.change

    def _finish(self, change: Change) -> None:
        if self._is_wanted:
            self._close()
            self.done.emit(change)

    def _leave(self) -> None:
        """Stop; what was written already is written back from the log by whoever reads next."""
        if self._dialog:
            self._close()
            self.left.emit()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, StoppedError):
            return
        self._close()
        self.failed.emit(error)

    def _close(self) -> None:
        """Take the dialog away."""
        dialog, self._dialog, self._is_wanted = self._dialog, None, False
        if dialog:
            dialog.done(QDialog.DialogCode.Accepted)
