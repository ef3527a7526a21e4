"""What is done to the selected cards, and taken back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flashcards.domain.clock import Day, date_of, day_of
from flashcards.domain.spoken import counted
from flashcards.services.bulk import Bulk, Step
from flashcards.services.changes import Changes
from flashcards.ui.browse.working import Working
from flashcards.ui.dialogs.due_day import DueDayDialog
from flashcards.ui.shortcuts import shown_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from flashcards.domain.ids import CardId
    from flashcards.services.browsing import Browsing
    from flashcards.ui.browse.page import BrowsePage
    from flashcards.ui.pages import Means

MANY = 20
"""Before so many cards are changed at once, the log is backed up."""

_TOGGLES = {"suspend-cards": ("suspend", "resume"), "flag-cards": ("flag", "unflag")}
_PLAIN = {"bury-cards": "bury", "reset-cards": "reset"}
NONE_SELECTED = "No card is selected."
NOTHING_TO_DO = "These cards stand so already."


class Deeds(QObject):
    """Turns wishes into steps on the log, each with one undo."""

    def __init__(self, means: "Means", page: "BrowsePage", browsing: "Browsing") -> None:
        super().__init__(page)
        self._means, self._page, self._browsing = means, page, browsing
        self._bulk = Bulk(means.desk.library)
        self._working = Working(page, means.tasks, means.shell.notice.warn)

    def able(self, name: str) -> bool:
        """Whether there is something to do it to."""
        if name == "undo-cards":
            return self._bulk.undoable > 0
        if name == "redo-cards":
            return self._bulk.redoable > 0
        return self._page.cards.count_selected > 0

    def do(self, name: str) -> None:
        """Do it to the selected cards."""
        if not self.able(name):
            self._tell(_UNABLE.get(name, NONE_SELECTED))
        elif name == "undo-cards":
            told = f"Taken back: {{told}}. {shown_key('redo-cards')} does it again."
            self._turn("Taking back", self._bulk.undoable, self._bulk.undo, told)
        elif name == "redo-cards":
            told = f"{{told}} again. {shown_key('undo-cards')} takes it back."
            self._turn("Doing again", self._bulk.redoable, self._bulk.redo, told)
        elif name == "due-cards":
            self._choose_day()
        elif name in _PLAIN:
            self._write(_PLAIN[name], self._selected())
        else:
            self._toggle(*_TOGGLES[name])

    def _selected(self) -> "list[CardId]":
        return self._browsing.cards(self._page.cards.selected_slots())

    def _toggle(self, name: str, back: str) -> None:
        """Do it; where all cards stand so already, do the opposite."""
        cards = self._selected()
        self._write(name if self._bulk.facts(name, cards) else back, cards)

    def _choose_day(self) -> None:
        """Ask for the day on which the cards are asked."""
        library, cards = self._means.desk.library, self._selected()
        one = self._browsing.card(cards[0]) if len(cards) == 1 else None
        prompt = one.prompt if one else counted(len(cards), "card")
        today = date_of(library.today())
        due = library.schedule_of(cards[0]).due
        dialog = DueDayDialog(prompt, today, date_of(due) if due else None, self._page.window())
        if dialog.exec():
            self._write("due", cards, day_of(dialog.day))

    def _write(self, name: str, cards: "list[CardId]", day: "Day | None" = None) -> None:
        """Write it all at once."""
        facts = self._bulk.facts(name, cards, day)
        if not facts:
            self._tell(NOTHING_TO_DO)
            return

        def work(step: Step) -> str:
            if len(facts) > MANY:
                self._means.desk.safety.before_bulk()
            return self._bulk.do(name, facts, step)

        told = f"{{told}}. {shown_key('undo-cards')} takes it back."
        words = f"Changing {counted(len(facts), 'card')}"
        self._working.run(words, len(facts), work, lambda done: self._done(told.format(told=done)))

    def _turn(self, doing: str, count: int, work: "Callable[[Step], str]", told: str) -> None:
        """Take a step back, or do it again."""
        words = f"{doing}: {counted(count, 'card')}"
        self._working.run(words, count, work, lambda done: self._done(told.format(told=done)))

    def _done(self, words: str) -> None:
        self._tell(words)
        self._means.bus.changed.emit(Changes(), self)

    def _tell(self, words: str) -> None:
        self._means.shell.notice.tell(words)


_UNABLE = {"undo-cards": "There is nothing to undo.", "redo-cards": "There is nothing to redo."}
