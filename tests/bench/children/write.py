"""Type into a long deck in the real window, and report how long each key took to be painted.

Arguments: data folder, deck folder, how many keys, the pause between keys in ms.
"""

import json
import sys
from time import perf_counter

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flashcards.ui.application import Program
from flashcards.ui.write.editor import DeckEditor
from tests.bench.children.program import die, run_watched

SETTLING_MS = 800
LONGEST_S = 10
WORDS = "## What does {{c1::bf16}} keep of $x_i$? It is `wide`: **range**, not more. "


class Writer(QObject):
    """Types once the window is ready, and notes the milliseconds to each key's paint."""

    def __init__(self, program: Program, keys: int, pause_ms: int) -> None:
        super().__init__(program)
        self._program, self._keys, self._pause_ms = program, keys, pause_ms
        self._painted = 0.0
        paint = DeckEditor.paintEvent

        def watched(editor: DeckEditor, event: QPaintEvent) -> None:
            paint(editor, event)
            self._painted = self._painted or perf_counter()

        DeckEditor.paintEvent = watched  # type: ignore[assignment,method-assign]  # seen from outside
        program.conductor.ready.connect(lambda: QTimer.singleShot(0, self._write))

    def _write(self) -> None:
        """Open the page, type in the middle of the deck, report, and end without a trace."""
        _wait(SETTLING_MS)
        self._program.shell.activateWindow()
        _wait(SETTLING_MS)
        began = perf_counter()
        self._program.conductor.open_page("write")
        (editor,) = self._program.shell.findChildren(DeckEditor)
        QApplication.processEvents()
        opened = 1000 * (perf_counter() - began)
        while not editor.colouring.is_done:
            QApplication.processEvents()
        coloured = 1000 * (perf_counter() - began)
        editor.go_to(editor.lines() // 2)
        _wait(SETTLING_MS)
        times = [self._typed(WORDS[place % len(WORDS)]) for place in range(self._keys)]
        size = len(editor.text.encode())
        report = {"key": times, "opened": [opened], "coloured": [coloured], "size": [size]}
        print(json.dumps(report), flush=True)  # noqa: T201  # to the parent
        die()

    def _typed(self, letter: str) -> float:
        """Press a key as the window system would; give the milliseconds until it is painted."""
        if self._pause_ms:
            _wait(self._pause_ms)
        self._painted = 0.0
        pressed = perf_counter()
        window = self._program.shell.windowHandle()
        QTest.keyClick(window, letter)  # type: ignore[call-overload]  # a letter, in its stub of QWidget only
        while not self._painted:
            QApplication.processEvents()
            if perf_counter() - pressed > LONGEST_S:
                sys.stderr.write("no letter was painted\n")
                die()
        return 1000 * (self._painted - pressed)


def _wait(milliseconds: int) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    """Open the window on one long deck, and write in it."""
    data, decks, keys, pause_ms = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    run_watched(data, decks, lambda program: Writer(program, keys, pause_ms))


if __name__ == "__main__":
    main()
