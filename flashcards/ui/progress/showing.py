"""Keeps the Progress page true while it is seen; all of it is imported when it is first opened."""

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.tongue import later, tr
from flashcards.services.progress import stats_view
from flashcards.ui.progress.page import ProgressPage

if TYPE_CHECKING:
    from flashcards.services.progress import Lens
    from flashcards.ui.pages import Means


FINDING = later("Looking through your cards …")
_AT_ONCE_S = 0.012


class Showing(QObject):
    """Asks for the numbers, and shows them."""

    def __init__(self, means: "Means") -> None:
        super().__init__(means.shell)
        self._shell, self._library, self._learning = means.shell, means.desk.library, means.learning
        self._steps: Iterator[float] = iter(())
        self._finding = QTimer(self)
        self._finding.timeout.connect(self._find_on)
        self.page = ProgressPage()
        means.shell.add_page(self.page)
        self.page.asked.connect(self._show)
        self.page.left.connect(means.leave)
        self.page.told.connect(means.shell.notice.tell)
        means.bus.changed.connect(self.refresh)
        means.learning.ready.connect(self.refresh)

    def open(self, _at: str = "") -> None:
        """Bring the page forward."""
        self._shell.show_page(self.page)

    def refresh(self) -> None:
        """Show the numbers anew, if anybody sees them."""
        if self.page.isVisible():
            self.page.ask()

    def _show(self, lens: "Lens") -> None:
        """Show the numbers; before a search, bring the table of cards up to date."""
        self._finding.stop()
        if lens.query and not self._library.finder.is_current:
            self._steps = self._library.finder.catching_up()
            self._finding.start(0)
            return
        try:
            known = self._learning.is_known()
            view = stats_view(self._library, self._learning.insight, lens) if known else None
        except FlashcardsError as error:
            self.page.tell(str(error))
            return
        if view is None:
            self.page.show_waiting()
        else:
            self.page.show_view(view)

    def _find_on(self) -> None:
        """Read some more cards, while the window goes on living."""
        end = perf_counter() + _AT_ONCE_S
        try:
            while self.page.isVisible() and perf_counter() < end:
                next(self._steps)
        except (StopIteration, FlashcardsError) as end_or_fault:
            self._finding.stop()
            told = "" if isinstance(end_or_fault, StopIteration) else str(end_or_fault)
            self.page.tell(told) if told else self.page.ask()
            return
        self.page.tell(tr(FINDING))
        if not self.page.isVisible():
            self._finding.stop()
