"""Something that may take long: done in the background, with progress and Cancel beyond 100 ms."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QWidget

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.tongue import tr
from flashcards.services.bulk import Step, StoppedError
from flashcards.ui.dialogs.frame import column
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label

_T = TypeVar("_T")
_PATIENCE_MS = 100
_LOOK_MS = 50


Way = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]], None]
"""Does something in the background, and tells here how it ended (``Tasks.run``, Adopting's)."""


class WorkingDialog(QDialog):
    """Shows how far something is, until it is done; Escape stops it."""

    def __init__(self, words: str, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("One moment"))
        self._bar = QProgressBar()
        self._bar.setRange(0, count)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        layout = column(self, 2 * GRID)
        layout.addWidget(label("heading", words))
        layout.addWidget(self._bar)
        stop = button("plain", tr("Cancel"), tr("Stop; nothing is changed then (Escape)"))
        stop.clicked.connect(self.reject)
        layout.addWidget(stop, 0, Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(50 * GRID)

    def show_done(self, count: int) -> None:
        """Move the bar."""
        self._bar.setValue(count)


class Working(QObject):
    """Does one thing at a time; ``page`` hears no keys meanwhile."""

    def __init__(self, page: QWidget, fault: Callable[[str], object]) -> None:
        super().__init__(page)
        self._page, self._fault = page, fault
        self._dialog: WorkingDialog | None = None
        self._done = 0
        self._is_stopped = self._runs = False
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_done)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._words, self._count = "", 0
        self._patience.timeout.connect(self._show)

    def run(
        self,
        by: Way,
        words: str,
        count: int,
        work: Callable[[Step], _T],
        then: Callable[[_T], object],
    ) -> None:
        """Do ``work``, which calls its step so many times, then hand on what comes of it."""
        if self._runs:
            return
        self._runs, self._is_stopped, self._done = True, False, 0
        focused = QApplication.focusWidget()
        self._page.setEnabled(False)

        def finish(end: Callable[[Any], object], told: object) -> None:
            self._end(focused)
            end(told)

        self._words, self._count = words, count
        self._patience.start(_PATIENCE_MS)
        by(lambda: work(self._step), partial(finish, then), partial(finish, self._tell))

    def at_once(self, work: Callable[[Step], _T], then: Callable[[_T], object]) -> None:
        """Do what takes no longer than a key press."""
        if self._runs:
            return
        try:
            told = work(lambda: None)
        except FlashcardsError as error:
            self._fault(str(error))
        else:
            then(told)

    def _step(self) -> None:
        """Count, in the other thread. Raises StoppedError."""
        self._done += 1
        if self._is_stopped:
            raise StoppedError

    def _show(self) -> None:
        self._dialog = WorkingDialog(self._words, self._count, self._page.window())
        self._dialog.rejected.connect(self._stop)
        self._dialog.open()
        self._look.start()

    def _show_done(self) -> None:
        if self._dialog:
            self._dialog.show_done(self._done)

    def _stop(self) -> None:
        self._is_stopped, self._dialog = True, None

    def _end(self, focused: QWidget | None) -> None:
        """Give the page back."""
        self._runs = False
        self._patience.stop()
        self._look.stop()
        dialog, self._dialog = self._dialog, None
        if dialog:
            dialog.accept()
        self._page.setEnabled(True)
        if focused:
            focused.setFocus()

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, FlashcardsError):
            raise error
        self._fault(str(error))
