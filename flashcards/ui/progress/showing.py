"""Keeps the Progress page true while it is seen; all of it is imported when it is first opened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flashcards.domain.errors import FlashcardsError
from flashcards.services.progress import stats_view
from flashcards.ui.progress.page import ProgressPage

if TYPE_CHECKING:
    from flashcards.services.progress import Lens
    from flashcards.ui.pages import Means


class Showing(QObject):
    """Asks for the numbers, and shows them."""

    def __init__(self, means: "Means") -> None:
        super().__init__(means.shell)
        self._shell, self._library, self._learning = means.shell, means.desk.library, means.learning
        self.page = ProgressPage()
        means.shell.add_page(self.page)
        self.page.asked.connect(self._show)
        self.page.left.connect(means.leave)
        self.page.told.connect(means.shell.notice.tell)
        means.bus.changed.connect(self.refresh)
        means.learning.ready.connect(self.refresh)

    def open(self) -> None:
        """Bring the page forward."""
        self._shell.show_page(self.page)

    def refresh(self) -> None:
        """Show the numbers anew, if anybody sees them."""
        if self.page.isVisible():
            self.page.ask()

    def _show(self, lens: "Lens") -> None:
        try:
            known = self._learning.is_known()
            view = stats_view(self._library, self._learning.insight, lens) if known else None
        except FlashcardsError as error:
            self.page.show_fault(str(error))
            return
        if view is None:
            self.page.show_waiting()
        else:
            self.page.show_view(view)
