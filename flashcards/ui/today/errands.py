"""What Today's buttons ask for, done with the open desk."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.tongue import later, number, tr
from flashcards.services.changes import Changes

if TYPE_CHECKING:
    from flashcards.domain.queue.scope import Scope
    from flashcards.services.day_view import TodayView
    from flashcards.services.desk import Desk
    from flashcards.ui.searching import Searching
    from flashcards.ui.today.page import TodayPage
    from flashcards.ui.widgets.notice import Notice

CAUGHT_UP = later(
    "You have caught up: nothing waits any more, and your usual daily limit holds again."
)


class Errands(QObject):
    """``changed`` carries the Changes of what was done."""

    changed = Signal(object)
    setting_wanted = Signal(str)

    def __init__(self, today: "TodayPage", notice: "Notice", desk: "Desk") -> None:
        super().__init__(today)
        self._today, self._notice, self._desk = today, notice, desk
        today.catch_up_wanted.connect(self.catch_up)
        today.limit.save_wanted.connect(self._save_search)
        today.limit.saved_wanted.connect(self._offer_saved)
        if desk.together.told:
            notice.tell(desk.together.told)

    def foresee(self, scope: "Scope") -> None:
        """Tell what a choice comes to."""
        from flashcards.services.scope import scope_view  # not before the first paint

        try:
            self._today.show_scope(scope_view(self._desk.library, scope))
        except FlashcardsError as error:
            self._notice.warn(str(error))

    def catch_up(self, per_day: int) -> None:
        """Work a backlog off at so many cards a day; 0 takes the plan away."""
        told = tr(
            "At most {count} due cards a day until you have caught up.", count=number(per_day)
        )
        if self._keep(per_day):
            self._notice.tell(told if per_day else tr("Your usual daily limit holds again."))
            self.changed.emit(Changes(settings=True))

    def end_catching_up(self, view: "TodayView") -> None:
        """Take a plan away that has done its work.

        Decks that are away for now still wait: those that another start did not name, too.
        """
        planned = self._desk.library.settings.catch_up_per_day
        if not planned or not view.cards or view.backlog is not None:
            return
        from flashcards.services.backlog import waits_elsewhere  # while a plan lasts

        is_part = not self._desk.home.asks and waits_elsewhere(self._desk.library)
        if not is_part and self._keep(0):
            self._notice.tell(tr(CAUGHT_UP))
            self.changed.emit(Changes(settings=True))

    @property
    def _searching(self) -> "Searching":
        from flashcards.ui.searching import Searching  # when a search is saved, or chosen

        return Searching(self._desk, self._notice, self.changed.emit)

    def _save_search(self, query: str) -> None:
        self._searching.save(query, self._today.window())

    def _offer_saved(self) -> None:
        """Show the saved searches below their button."""
        from flashcards.ui.searching import EDIT  # as above

        bar = self._today.limit
        edit = partial(self.setting_wanted.emit, EDIT)
        menu = self._searching.menu(bar, bar.seek, ("save-choice", bar.save), edit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(bar.saved.mapToGlobal(QPoint(0, bar.saved.height())))

    def _keep(self, per_day: int) -> bool:
        """Write the choice into the settings, and take it at once; a fault is told."""
        try:
            self._desk.preferences.change(catch_up_per_day=per_day)
        except FlashcardsError as error:
            self._notice.warn(str(error))
            return False
        self._desk.library.use(self._desk.preferences.settings)
        return True
