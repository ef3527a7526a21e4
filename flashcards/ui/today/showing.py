"""Keeps Today true: as the last window foresaw it, then as the desk has it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flashcards.domain.queue.scope import Scope
from flashcards.ui.keymap import keymap
from flashcards.ui.today.page import TodayPage

if TYPE_CHECKING:
    from flashcards.services.desk import Desk
    from flashcards.services.glance import Glance
    from flashcards.services.glimpse import WeakView
    from flashcards.ui.learning import Learning
    from flashcards.ui.shell import Shell
    from flashcards.ui.theme.look import Look
    from flashcards.ui.today.errands import Errands


class Showing(QObject):
    """``changed`` carries the Changes of what Today's buttons did."""

    changed = Signal(object)
    setting_wanted = Signal(str)

    def __init__(self, shell: "Shell", look: "Look", glance: "Glance") -> None:
        super().__init__(shell)
        self._shell, self._look = shell, look
        self._desk: Desk | None = None
        self._errands: Errands | None = None
        self._learning: Learning | None = None
        self.foreseen: WeakView | None = None
        """The weakest topics, as the last window knew them."""
        self.page = TodayPage()
        shell.add_page(self.page)
        self.page.dismiss_wanted.connect(shell.notice.clear)
        self.page.shown.connect(self.refresh)
        view = glance.view()
        if view:  # it still holds, until the decks are read
            self.foreseen = view.weak
            self.page.show_view(view)
        else:
            self.page.show_waiting()

    def take_desk(self, desk: "Desk") -> None:
        """Show the truth, and do what the buttons ask for, from now on."""
        self._desk = desk
        if self._errands is None:
            from flashcards.ui.today.errands import Errands  # not before the first paint

            errands = Errands(self.page, self._shell.notice, desk)
            errands.changed.connect(self.changed)
            errands.setting_wanted.connect(self.setting_wanted)
            self.page.scope_asked.connect(lambda *chosen: errands.foresee(Scope(*chosen)))
            self._errands = errands
        self.refresh()

    def take_learning(self, learning: "Learning") -> None:
        """Show what is weak as the log has it, once that is read."""
        self._learning = learning
        learning.ready.connect(self.refresh)

    def weak(self) -> "WeakView | None":
        """Give the weakest topics, as far as they are known."""
        return self._learning.weak() if self._learning else self.foreseen

    def refresh(self) -> None:
        """Show the plan anew where it changed, or another program wrote to the log."""
        if self._desk is None or not self.page.isVisible():
            return
        from flashcards.services.form_text import everything_left  # not before the first paint
        from flashcards.services.limiting import setting_doubts  # so is this
        from flashcards.services.today import today_view  # not before the first paint

        library, preferences = self._desk.library, self._desk.preferences
        with self._shell.notice.telling():
            if library.changed_elsewhere():
                library.catch_up()
            view = today_view(library, self._desk.decks.roots)
            own = (*preferences.problems, *keymap().problems, *setting_doubts(library, preferences))
            problems = (*own, *self._look.problems, *view.problems)
            self.page.show_view(replace(view, problems=problems, weak=self.weak()))
            self.page.show_home(self._desk.home.offered)
            self.page.show_left(everything_left(self._desk.paper))
            if self._errands:
                self._errands.end_catching_up(view)
