"""Work off the UI thread: the only place that starts threads."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot


class _Outcome(QObject):
    """Carries a result from the worker's thread to the UI's, through Qt's event queue."""

    succeeded = Signal(object)
    failed = Signal(object)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], outcome: _Outcome) -> None:
        super().__init__()
        self._work, self._outcome = work, outcome

    @Slot()
    def run(self) -> None:
        """Do the work in the worker's thread."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001  # whatever it is, the UI's thread must hear of it
            self._outcome.failed.emit(error)
        else:
            self._outcome.succeeded.emit(result)


class Tasks(QObject):
    """Runs one piece of work after another in a thread of its own; answers come back here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._outcomes: set[_Outcome] = set()

    def run(
        self,
        work: Callable[[], Any],
        succeeded: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do ``work`` in the background, then call one of the two in this thread."""
        outcome = _Outcome(self)
        self._outcomes.add(outcome)
        outcome.succeeded.connect(lambda result: self._finish(outcome, succeeded, result))
        outcome.failed.connect(lambda error: self._finish(outcome, failed, error))
        self._pool.start(_Work(work, outcome))

    def wait(self) -> None:
        """Let the running work come to its end (before the program's)."""
        self._pool.clear()
        self._pool.waitForDone()

    def finish(self) -> None:
        """Let all work come to its end, what has not begun yet included."""
        self._pool.waitForDone()

    def _finish(self, outcome: _Outcome, then: Callable[[Any], None], value: object) -> None:
        self._outcomes.discard(outcome)
        outcome.deleteLater()
        then(value)
