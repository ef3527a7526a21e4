"""Answer thousands of cards in one window, and report what that left in memory.

Arguments: data folder, deck folder, how many answers, and after how many of them to begin counting.
"""

import gc
import json
import sys
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar

from flashcards.ui.application import Program
from flashcards.ui.review.page import ReviewPage
from tests.bench.children.memory import anonymous_mb
from tests.bench.children.program import die, run_watched


class Soaker(QObject):
    """Shows an answer and grades it, again and again; every tenth card is forgotten."""

    def __init__(self, program: Program, answers: int, warm: int) -> None:
        super().__init__(program)
        self._window = program.shell
        self._answers, self._warm = answers, warm
        program.conductor.ready.connect(lambda: QTimer.singleShot(400, self._soak))

    def _soak(self) -> None:
        """Answer, and compare the end with the time when all was warm."""
        self._window.activateWindow()
        while not self._window.isActiveWindow():
            QApplication.processEvents()
        self._press(Qt.Key.Key_Return)
        before, began = _counts(), monotonic()
        for number in range(1, self._answers + 1):
            self._press(Qt.Key.Key_Return)  # in a field for a typed answer, too
            self._press(Qt.Key.Key_A)  # the other steps or sections, where there are any
            self._press(Qt.Key.Key_1 if number % 10 == 0 else Qt.Key.Key_3)
            if number == self._warm:
                before, began = _counts(), monotonic()
        took = 1000 * (monotonic() - began) / (self._answers - self._warm)
        report = {name: count - before[name] for name, count in _counts().items()}
        (page,) = self._window.findChildren(ReviewPage)
        report["answers"] = page.findChildren(QProgressBar)[0].value()
        print(json.dumps(report | {"took": took}), flush=True)  # noqa: T201  # to the parent
        die()

    def _press(self, key: Qt.Key) -> None:
        QTest.keyClick(self._window.windowHandle(), key)
        QApplication.processEvents()


def _counts() -> dict[str, float]:
    """Count what may grow; immortal from Python 3.12 on, None cannot be lost there."""
    gc.collect()
    widgets = len(QApplication.allWidgets())
    return {"memory": anonymous_mb(), "widgets": widgets, "none": -sys.getrefcount(None)}


def main() -> None:
    """Open the window, and soak."""
    data, decks, answers, warm = sys.argv[1:]
    run_watched(data, decks, lambda program: Soaker(program, int(answers), int(warm)))


if __name__ == "__main__":
    main()
