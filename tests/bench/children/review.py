"""Review cards in the real window with key events, and report how long each paint took.

Arguments: data folder, how many answers, the pause between keys in ms, and "alone" for no bare
window beside ours.
"""

import tests.bench.children.as_program  # noqa: F401  # before Qt is imported by others

# isort: split
import json
import sys
from collections import defaultdict
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flashcards.ui.application import Program
from flashcards.ui.cards.card_view import CardView
from flashcards.ui.review.answer_field import AnswerField
from flashcards.ui.review.grade_bar import GradeBar
from flashcards.ui.review.grade_column import GradeColumn
from tests.bench.children.bare_cards import BareCards
from tests.bench.children.memory import proportional_mb
from tests.bench.children.program import die, run_watched
from tests.bench.disk import flushed_ms

SETTLING_MS = 400
LONGEST_S = 10
BARE_KEY = Qt.Key.Key_F20
"""Of no action: ours would take it from the other window."""


class Reviewer(QObject):
    """Presses keys once the window is ready, and notes the milliseconds to the next paint."""

    def __init__(
        self, program: Program, data: Path, answers: int, pause_ms: int, *, alone: bool
    ) -> None:
        super().__init__(program)
        self._shell = program.shell
        self._answers, self._pause_ms = answers, pause_ms
        self._times: defaultdict[str, list[float]] = defaultdict(list)
        self._painted = 0.0
        self._bare = None if alone else BareCards(self._seen)
        self._scratch = data / "flushed"
        self._watch_paint_events()
        program.conductor.ready.connect(lambda: QTimer.singleShot(0, self._review))

    def _watch_paint_events(self) -> None:
        """Note the end of each paint event of the card view (there is none yet)."""
        paint = CardView.paintEvent

        def watched(view: CardView, event: QPaintEvent) -> None:
            paint(view, event)
            self._seen()

        CardView.paintEvent = watched  # type: ignore[assignment,method-assign]  # seen from outside

    def _seen(self) -> None:
        """Keep the end of the first paint event since the key."""
        self._painted = self._painted or perf_counter()

    def _review(self) -> None:
        """Start, answer, report, and end without a trace."""
        _wait(SETTLING_MS)
        self._shell.activateWindow()
        _wait(SETTLING_MS)
        self._press(Qt.Key.Key_Return)
        for _ in range(self._answers):
            self._read()
            typing = isinstance(QApplication.focusWidget(), AnswerField)
            self._timed("flip", Qt.Key.Key_Return if typing else Qt.Key.Key_Space)
            if not self._graded_next():
                self._read()
                self._timed("whole", Qt.Key.Key_A)
            self._read()
            self._timed("answer", Qt.Key.Key_3)
            self._timed_bare()
            self._times["disk"].append(flushed_ms(self._scratch))
        report = dict(self._times) | {"memory": proportional_mb()}
        print(json.dumps(report), flush=True)  # noqa: T201  # to the parent
        die()

    def _graded_next(self) -> bool:
        """Whether the whole answer is shown, so that the next key is a grade."""
        (bar,) = self._shell.findChildren(GradeBar)
        return any(made.isVisible() for made in bar.findChildren(GradeColumn))

    def _read(self) -> None:
        """Look at the card for a while; meanwhile the program prepares the next one."""
        if self._pause_ms:
            _wait(self._pause_ms)

    def _timed(self, name: str, key: Qt.Key, window: QWindow | None = None) -> None:
        """Press a key, and note how long the paint and the whole frame took."""
        pressed = self._press(key, window)
        self._times[name].append(1000 * (self._painted - pressed))
        self._times[f"{name} frame"].append(1000 * (perf_counter() - pressed))

    def _timed_bare(self) -> None:
        """Show the same words in the bare window."""
        if self._bare is not None and self._pause_ms:
            shown = self._shell.findChildren(CardView)[0]
            self._bare.offer(shown.toPlainText())
            self._timed("bare", BARE_KEY, self._bare.windowHandle())

    def _press(self, key: Qt.Key, window: QWindow | None = None) -> float:
        """Press a key as the window system would; give the moment, once its frame is painted."""
        self._painted = 0.0
        pressed = perf_counter()
        QTest.keyClick(window or self._shell.windowHandle(), key)
        while not self._painted:
            QApplication.processEvents()
            if perf_counter() - pressed > LONGEST_S:
                sys.stderr.write(f"no card was painted after {key.name}\n")
                die()  # an exception would only end this event, and leave the window waiting
        return pressed


def _wait(milliseconds: int) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    """Open the window on the shipped decks, and review."""
    data, answers, pause_ms = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    alone = "alone" in sys.argv

    def watch(program: Program) -> Reviewer:
        return Reviewer(program, Path(data), answers, pause_ms, alone=alone)

    run_watched(data, "", watch)


if __name__ == "__main__":
    main()
