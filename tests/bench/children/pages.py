"""Open the Settings page in the real window, twice, and report how long until it was painted.

Arguments: data folder.
"""

import json
import sys
from time import perf_counter, thread_time

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from flashcards.ui.application import Program
from tests.bench.children.program import run_watched

SETTLING_MS = 2_500
"""Until then the window has imported its pages ahead."""


class Opener(QObject):
    """Waits until the window is quiet, and presses what opens the page."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        program.conductor.ready.connect(lambda: QTimer.singleShot(SETTLING_MS, self._measure))

    def _measure(self) -> None:
        busy = thread_time()
        first = self._opened()
        busy = 1000 * (thread_time() - busy)
        self._program.conductor.show_today()
        QApplication.processEvents()
        print(json.dumps({"first": first, "busy": busy, "again": self._opened()}), flush=True)  # noqa: T201  # to the parent
        self._program.shell.close()

    def _opened(self) -> float:
        """Open the page, and let Qt lay it out and paint it."""
        begun = perf_counter()
        self._program.shell.wanted.emit("settings")
        self._program.shell.repaint()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return 1000 * (perf_counter() - begun)


if __name__ == "__main__":
    run_watched(sys.argv[1], "", Opener)
