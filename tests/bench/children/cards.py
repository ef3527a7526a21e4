"""Search, sort and scroll a hundred thousand cards in the real window, and report how long it took.

Arguments: data folder, deck folder.
"""

import json
import sys
from random import Random
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from flashcards.services.browsing import COLUMNS
from flashcards.ui.application import Program
from flashcards.ui.browse.page import BrowsePage
from tests.bench.children.program import die, run_watched

SEARCHES = (
    "gradient",
    "is:due weights",
    "topic:ml/topic-03 matrix",
    "-is:new interval>30d layers",
    "(vanish or explode) kind:cloze",
    "d77-n3",
)
ASKED = ("gradient", "next theme", "setting interval", "d77-n3", "vanish matrix")
PAGES, STEPS = 200, 600
LONGEST_S = 120


class Browser(QObject):
    """Opens the Cards page once the window is ready, and uses it."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        program.conductor.ready.connect(lambda: QTimer.singleShot(600, self._browse))

    def _browse(self) -> None:
        """Use the page, report, and end without a trace."""
        shell = self._program.shell
        shell.activateWindow()
        while not shell.isActiveWindow():
            QApplication.processEvents()
        begun = perf_counter()
        QTest.keyClick(shell.windowHandle(), Qt.Key.Key_B)
        page, slices = self._filled(begun)
        report = {"open": [1000 * (perf_counter() - begun)], "slices": slices}
        report |= _searched(page) | _sorted(page) | _scrolled(page) | _asked(shell)
        print(json.dumps(report), flush=True)  # noqa: T201  # to the parent
        die()

    def _filled(self, begun: float) -> tuple[BrowsePage, list[float]]:
        """Wait until all cards are there; each turn of the window meanwhile is noted."""
        turns: list[float] = []
        while perf_counter() - begun < LONGEST_S:
            turn = perf_counter()
            QApplication.processEvents()
            turns.append(1000 * (perf_counter() - turn))
            page = self._program.shell.page
            if isinstance(page, BrowsePage) and page.cards.model().rowCount():
                return page, turns[1:]
        raise TimeoutError("the cards did not come")


def _searched(page: BrowsePage) -> dict[str, list[float]]:
    """Type letter by letter: the search alone, and all of it until the list is painted."""
    keys, alone = list[float](), list[float]()
    for words in SEARCHES:
        page.field.setText("")
        QApplication.processEvents()
        for letter in words:
            begun = perf_counter()
            QTest.keyClicks(page.field, letter)
            QApplication.processEvents()
            keys.append(1000 * (perf_counter() - begun))
    for words in SEARCHES:
        page.browsing.library.finder.search.forget()
        for end in range(1, len(words) + 1):
            begun = perf_counter()
            page.browsing.found(words[:end])
            alone.append(1000 * (perf_counter() - begun))
    return {"keys": keys, "search": alone}


def _sorted(page: BrowsePage) -> dict[str, list[float]]:
    """Sort by each column, and put pages of the list into words."""
    sorts, pages, chance = list[float](), list[float](), Random(3)
    page.field.setText("")
    for column in COLUMNS:
        begun = perf_counter()
        page.cards.sort_by(column.name, down=False)
        QApplication.processEvents()
        sorts.append(1000 * (perf_counter() - begun))
        model = page.cards.model()
        for _ in range(20):
            place = chance.randrange(model.rowCount())
            begun = perf_counter()
            model.index(place, 0).data()
            pages.append(1000 * (perf_counter() - begun))
    return {"sorts": sorts, "pages": pages}


def _scrolled(page: BrowsePage) -> dict[str, list[float]]:
    """Scroll by pages and by the wheel's steps; each turn of the window is a frame."""
    frames = list[float]()
    page.cards.setFocus()
    QTest.qWait(500)
    bar = page.cards.verticalScrollBar()
    for place in range(PAGES + STEPS):
        begun = perf_counter()
        if place < PAGES:
            QTest.keyClick(page.cards, Qt.Key.Key_PageDown)
        else:
            bar.setValue(bar.value() + 3)
        QApplication.processEvents()
        frames.append(1000 * (perf_counter() - begun))
    return {"frames": frames}


def _asked(shell: QWidget) -> dict[str, list[float]]:
    """Type letter by letter into the palette, until its list is painted."""
    keys = list[float]()

    def ask() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        (field,) = dialog.findChildren(QLineEdit)
        for words in ASKED:
            field.setText("")
            QApplication.processEvents()
            for letter in words:
                begun = perf_counter()
                QTest.keyClicks(field, letter)
                QApplication.processEvents()
                keys.append(1000 * (perf_counter() - begun))
        dialog.close()

    QTimer.singleShot(500, ask)
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    return {"palette": keys}


def main() -> None:
    """Open the window, and use the page."""
    run_watched(sys.argv[1], sys.argv[2], Browser)


if __name__ == "__main__":
    main()
