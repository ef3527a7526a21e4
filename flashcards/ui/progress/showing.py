"""Keeps the Progress page true while it is seen; all of it is imported when it is first opened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flashcards.domain.errors import FlashcardsError
from flashcards.services.progress import stats_view
from flashcards.ui.progress.page import ProgressPage

if TYPE_CHECKING:
    from flashcards.services.library import Library
    from flashcards.services.progress import Lens
    from flashcards.ui.learning import Learning
    from flashcards.ui.shell import Shell


class Showing(QObject):
    """``left`` is announced when the person goes back."""

    left = Signal()

    def __init__(self, shell: "Shell", library: "Library", learning: "Learning") -> None:
        super().__init__(shell)
        self._shell, self._library, self._learning = shell, library, learning
        self.page = ProgressPage()
        shell.add_page(self.page)
        self.page.asked.connect(self._show)
        self.page.left.connect(self.left)
        self.page.told.connect(shell.notice.tell)
        learning.ready.connect(self.refresh)

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
