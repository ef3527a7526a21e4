"""Change notes in the real window, and report how long its thread was busy at a time.

A note is edited during the review, that is taken back, one is added; then all cards that a search
finds are suspended and their notes tagged, on the Cards page.

Arguments: data folder, deck folder, a search.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter, process_time, sleep, thread_time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from flashcards.ui.application import Program
from flashcards.ui.browse.page import BrowsePage
from flashcards.ui.write.note_dialogs import NoteDialog
from tests.bench.children.program import die, run_watched

SETTLING_S, LONGEST_S = 2.0, 120.0
LOOK_MS = 60


class Beat(QObject):
    """Feels how long the window's thread is busy: from one turn of its loop to the next."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._turn)
        self._timer.start()
        self.begin()

    def begin(self) -> None:
        """Forget what was felt."""
        self._last, self._busy = perf_counter(), thread_time()
        self.longest = self.busiest = 0.0

    def _turn(self) -> None:
        now, busy = perf_counter(), thread_time()
        self.longest = max(self.longest, now - self._last)
        self.busiest = max(self.busiest, busy - self._busy)
        self._last, self._busy = now, busy


class Changer(QObject):
    """Changes notes once the window is ready."""

    def __init__(self, program: Program, query: str) -> None:
        super().__init__(program)
        self._program, self._query = program, query
        self._report: dict[str, list[float]] = {}
        program.conductor.ready.connect(lambda: QTimer.singleShot(1_000, self._change))

    def _change(self) -> None:
        """Do it all, report, and end without a trace."""
        self._beat, self._shell = Beat(), self._program.shell
        self._shell.activateWindow()
        _wait(self._shell.isActiveWindow)
        self._press("Return")
        _wait(lambda: False, SETTLING_S)
        for name in ("edited first", "edited"):
            with self._felt(name, "Saved in"):
                self._in_dialog(f"{name}: form", _reword)
                self._press("E")
            self._back()
        with self._felt("taken back", "is again as it was"):
            self._press("U")
        with self._felt("added", "Added to"):
            self._in_dialog("added: form", _add)
            self._press("Ctrl+N")
        self._back()
        self._on_cards()
        print(json.dumps(self._report), flush=True)  # noqa: T201  # to the parent
        die()

    def _on_cards(self) -> None:
        """Suspend what the search finds, resume it, and tag its notes."""
        self._program.conductor.open_page("cards")
        page = self._shell.page
        assert isinstance(page, BrowsePage)
        _wait(lambda: page.cards.model().rowCount() > 0)
        page.field.setText(self._query)
        _wait(lambda: False, SETTLING_S)
        page.cards.setFocus()
        page.cards.selectAll()
        for name in ("suspended", "resumed"):
            with self._felt(name, name.capitalize()):
                self._press("S")
            self._back()
            page.cards.setFocus()
        with self._felt("tagged", "Tagged"):
            self._in_dialog("tagged: form", _tag)
            self._press("T")

    @contextmanager
    def _felt(self, name: str, told: str) -> Iterator[None]:
        """Note how long the window halted at the most until it told something, and settled."""
        notice = self._shell.notice
        notice.clear()
        self._beat.begin()
        began, busy = perf_counter(), process_time()
        yield
        _wait(lambda: told in notice.sentence)
        whole = perf_counter() - began
        _wait(lambda: False, SETTLING_S)
        taken = (self._beat.longest, self._beat.busiest, whole, process_time() - busy)
        self._report[name] = [1000 * figure for figure in taken]

    def _in_dialog(self, name: str, deed: Callable[[QDialog], object]) -> None:
        """Do something with a dialog once it is open; what comes after that is felt anew."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog):
                self._report[name] = [1000 * self._beat.longest, 1000 * self._beat.busiest]
                deed(dialog)
                _wait(lambda: False, SETTLING_S / 4)
                self._beat.begin()
                dialog.accept()
            else:
                QTimer.singleShot(LOOK_MS, look)

        QTimer.singleShot(LOOK_MS, look)

    def _press(self, key: str) -> None:
        QTest.keySequence(self._shell.windowHandle(), key)

    def _back(self) -> None:
        """Give the window its keys again, as a window manager does after a dialog."""
        self._shell.activateWindow()
        QApplication.sendPostedEvents(None, QEvent.Type.None_.value)
        _wait(self._shell.isActiveWindow, SETTLING_S)


def _reword(dialog: QDialog) -> None:
    assert isinstance(dialog, NoteDialog)
    dialog.form.editor.appendPlainText("And more.")


def _add(dialog: QDialog) -> None:
    assert isinstance(dialog, NoteDialog)
    dialog.form.editor.insertPlainText("A new one")


def _tag(dialog: QDialog) -> None:
    (field,) = dialog.findChildren(QLineEdit)
    field.setText("exam")


def _wait(is_so: Callable[[], bool], longest_s: float = LONGEST_S) -> None:
    """Let the window live until something is so."""
    began = perf_counter()
    while not is_so() and perf_counter() - began < longest_s:
        QApplication.processEvents()
        sleep(0.0005)


def main() -> None:
    """Open the window, and change notes."""
    run_watched(sys.argv[1], sys.argv[2], lambda program: Changer(program, sys.argv[3]))


if __name__ == "__main__":
    main()
