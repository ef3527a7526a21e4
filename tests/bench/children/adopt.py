"""Save a long deck in the real window, and report how long its thread was busy at a time.

The first save names all notes that have no id yet; those after it are as any day's.

Arguments: data folder, deck folder, how many saves.
"""

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, sleep

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flashcards.app import open_desk
from flashcards.domain.grade import Grade
from flashcards.domain.log.events import Reviewed
from flashcards.services.desk import Options
from flashcards.ui.application import Program
from flashcards.ui.write.editor import DeckEditor
from tests.bench.children.program import die, run_watched

LEARNED = 2_000
SETTLING_S, LONGEST_S = 3.0, 30.0
BEAT_S = 0.0005


class Saver(QObject):
    """Types a letter and saves, again and again, once the window is ready."""

    def __init__(self, program: Program, saves: int) -> None:
        super().__init__(program)
        self._program, self._saves = program, saves
        self._is_adopted = False
        program.conductor.ready.connect(lambda: QTimer.singleShot(0, self._write))

    def _write(self) -> None:
        """Open the page, save, report, and end without a trace."""
        self._busy(lambda: False, SETTLING_S)
        self._program.shell.activateWindow()
        self._program.conductor.open_page("write")
        (editor,) = self._program.shell.findChildren(DeckEditor)
        self._busy(lambda: editor.colouring.is_done, LONGEST_S)
        self._program.conductor._bus.changed.connect(self._heard)
        editor.go_to(editor.lines() // 2)
        self._busy(lambda: False, SETTLING_S)
        report: dict[str, list[float]] = {"key": [], "saved": [], "adopted": [], "whole": []}
        for _ in range(1 + self._saves):
            for name, figure in self._saved(editor).items():
                report[name].append(figure)
        print(json.dumps(report), flush=True)  # noqa: T201  # to the parent
        die()

    def _heard(self, changes: object, _by: object) -> None:
        self._is_adopted = self._is_adopted or bool(getattr(changes, "decks", False))

    def _saved(self, editor: DeckEditor) -> dict[str, float]:
        """Save a letter more; give, in ms, the longest halt of each part, and the whole."""
        window = self._program.shell.windowHandle()
        QTest.keyClick(window, "x")  # type: ignore[call-overload]  # a letter, in its stub of QWidget only
        self._busy(lambda: False, SETTLING_S)
        self._is_adopted = False
        pressed = perf_counter()
        QTest.keySequence(window, "Ctrl+S")
        let_go = perf_counter() - pressed
        saved = self._busy(lambda: not editor.document().isModified(), LONGEST_S)
        adopted = self._busy(lambda: self._is_adopted, LONGEST_S)
        after = self._busy(lambda: False, SETTLING_S)
        return {
            "key": 1000 * let_go,
            "saved": 1000 * max(let_go, saved),
            "adopted": 1000 * max(adopted, after),
            "whole": 1000 * (perf_counter() - pressed - SETTLING_S),
        }

    @staticmethod
    def _busy(is_done: Callable[[], bool], longest_s: float) -> float:
        """Let the window live until something is so; give the longest it was busy, in s."""
        began, longest = perf_counter(), 0.0
        while not is_done() and perf_counter() - began < longest_s:
            sleep(BEAT_S)
            woke = perf_counter()
            QApplication.processEvents()
            longest = max(longest, perf_counter() - woke)
        return longest


def learn(data: str, decks: str) -> None:
    """Answer many of the deck's cards, so that the log knows its notes."""
    desk = open_desk(Options(decks=(Path(decks),), data=data))
    desk.library.load()
    cards = random.Random(6).sample(list(desk.library.catalogue), LEARNED)
    at = desk.library.now()
    desk.library.add([(at, Reviewed(card, Grade.GOOD)) for card in cards])
    desk.close()


def main() -> None:
    """Open the window on one long deck, and save it."""
    data, decks, saves = sys.argv[1], sys.argv[2], int(sys.argv[3])
    learn(data, decks)
    run_watched(data, decks, lambda program: Saver(program, saves))


if __name__ == "__main__":
    main()
