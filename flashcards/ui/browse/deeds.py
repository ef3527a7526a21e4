"""What is done to the selected cards, and taken back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flashcards.domain.clock import Day, date_of, day_of
from flashcards.domain.tongue import later, tr, trn
from flashcards.services.bulk import Bulk, Step
from flashcards.services.changes import Changes
from flashcards.services.rewriting import Rewrite, Rewriting
from flashcards.ui.browse.rewriting_dialogs import MoveDialog, TagDialog
from flashcards.ui.browse.working import Working
from flashcards.ui.dialogs.due_day import DueDayDialog
from flashcards.ui.shortcuts import explain, shown_key

if TYPE_CHECKING:
    from flashcards.domain.ids import CardId
    from flashcards.domain.note import Note
    from flashcards.services.browsing import Browsing
    from flashcards.ui.browse.page import BrowsePage
    from flashcards.ui.pages import Means

Work = Callable[[Step], str]
_LOGGED = {
    "suspend-cards": ("suspend", "resume"),
    "flag-cards": ("flag", "unflag"),
    "bury-cards": ("bury",),
    "reset-cards": ("reset",),
}
"""What is written of each card; where all cards stand so already, the opposite."""

NONE_SELECTED = later("No card is selected.")
NOTHING_TO_DO = later("These cards stand so already.")


class Deeds(QObject):
    """Turns wishes into steps on the log, each with one undo."""

    def __init__(self, means: "Means", page: "BrowsePage", browsing: "Browsing") -> None:
        super().__init__(page)
        self._means, self._page, self._browsing = means, page, browsing
        desk = means.desk
        self._bulk = Bulk(desk.library)
        self._rewriting = Rewriting(desk.library, desk.decks, desk.places, desk.together)
        self._done: list[Rewrite | None] = []
        self._undone: list[Rewrite | None] = []
        """The steps that can be taken back, and done again; None is one of the log."""
        for name in ("undo-cards", "redo-cards"):
            explain(page.cards, name, partial(self.told, name))
        self._working = Working(page, means.shell.notice.warn)

    def told(self, name: str) -> str:
        """Say what undo or redo would do; nothing where there is nothing."""
        if not self.able(name):
            return ""
        if name == "undo-cards":
            last = self._done[-1]
            return tr("Undo: {what}", what=last.told if last else self._bulk.last_done)
        last = self._undone[-1]
        return tr("Redo: {what}", what=last.told if last else self._bulk.last_undone)

    def able(self, name: str) -> bool:
        """Whether there is something to do it to."""
        if name == "undo-cards":
            return bool(self._done)
        if name == "redo-cards":
            return bool(self._undone)
        return self._page.cards.count_selected > 0

    def do(self, name: str) -> None:
        """Do it to the selected cards."""
        if not self.able(name):
            self._tell(tr(_UNABLE.get(name, NONE_SELECTED)))
        elif name == "undo-cards":
            self._turn(
                tr("Taking back"), self._done, self._undone, self._bulk.undo, _told_taken_back
            )
        elif name == "redo-cards":
            self._turn(tr("Doing again"), self._undone, self._done, self._bulk.redo, _told_again)
        elif name == "tag-cards":
            self._tag()
        elif name == "move-cards":
            self._move()
        elif name == "due-cards":
            self._choose_day()
        else:
            self._write(_LOGGED[name], self._selected())

    def _selected(self) -> "list[CardId]":
        return self._browsing.cards(self._page.cards.selected_slots())

    def _choose_day(self) -> None:
        """Ask for the day on which the cards are asked."""
        library, cards = self._means.desk.library, self._selected()
        one = self._browsing.card(cards[0]) if len(cards) == 1 else None
        prompt = one.prompt if one else trn("{count} card", "{count} cards", len(cards))
        today = date_of(library.today())
        due = library.schedule_of(cards[0]).due
        dialog = DueDayDialog(prompt, today, date_of(due) if due else None, self._page.window())
        if dialog.exec():
            self._write(("due",), cards, day_of(dialog.day))

    def _write(self, names: Sequence[str], cards: "list[CardId]", day: "Day | None" = None) -> None:
        """Write the first of some deeds that concerns any of the cards, of all cards at once."""

        def work(step: Step) -> str:
            found = ((name, self._bulk.facts(name, cards, day, step)) for name in names)
            name, facts = next((each for each in found if each[1]), ("", []))
            write = partial(self._bulk.do, name, facts)
            return self._backed_up(len(facts), write, step) if facts else ""

        def then(told: str) -> None:
            if told:
                self._did(None, told)
            else:
                self._tell(tr(NOTHING_TO_DO))

        words = trn("Changing {count} card", "Changing {count} cards", len(cards))
        self._in_log(words, len(cards), work, then)

    def _in_log(self, words: str, count: int, work: Work, then: Callable[[str], object]) -> None:
        """Write one card's fact at once; several, beside the window."""
        if count == 1:
            self._working.at_once(work, then)
            return
        library = self._means.desk.library

        def beside(step: Step) -> str:
            with library.beside():
                return work(step)

        self._working.run(self._means.adopting.alone, words, 2 * count, beside, then)

    # --- in the decks ----------------------------------------------------------------------

    def _tag(self) -> None:
        """Ask for tags, and write them into the decks."""
        cards, rewriting = self._selected(), self._rewriting
        count = rewriting.count_notes(cards)
        dialog = TagDialog(count, self._page.window())
        if count and dialog.exec():
            add, drop = dialog.add, dialog.drop
            self._rewrite(cards, count, lambda notes, step: rewriting.tag(notes, add, drop, step))

    def _move(self) -> None:
        """Ask for a deck, and write the notes there."""
        cards, rewriting = self._selected(), self._rewriting
        count = rewriting.count_notes(cards)
        shelves = self._means.desk.library.catalogue.shelves
        decks = {shelf.file: shelf.deck for shelf in shelves}
        choices = [(str(deck), Path(file)) for file, deck in decks.items()]
        dialog = MoveDialog(count, choices, self._page.window())
        if count and dialog.exec():
            to = dialog.deck
            self._rewrite(cards, count, lambda notes, step: rewriting.move(notes, to, step))

    def _rewrite(
        self, cards: "list[CardId]", count: int, make: "Callable[[list[Note], Step], Rewrite]"
    ) -> None:
        """Look the notes up, and write into the decks."""

        def work(step: Step) -> Rewrite:
            return make(self._rewriting.notes_of(cards, step), step)

        def then(made: Rewrite) -> None:
            if made.changes:
                self._did(made, made.told)
            else:
                self._tell(tr(NOTHING_TO_DO))

        words = trn("Changing {count} note", "Changing {count} notes", count)
        self._in_decks(words, 2 * count, work, then)

    def _in_decks(
        self,
        words: str,
        count: int,
        work: Callable[[Step], Rewrite],
        then: Callable[[Rewrite], object],
    ) -> None:
        """Write into the decks, and read them again, beside the window: a deck may be long."""
        self._working.run(self._means.adopting.read, words, count, work, then)

    # --- back and forth --------------------------------------------------------------------

    def _turn(
        self,
        doing: str,
        source: "list[Rewrite | None]",
        target: "list[Rewrite | None]",
        in_log: Work,
        say: Callable[[str], str],
    ) -> None:
        """Take the last step back, or do it again."""
        last = source[-1]

        def turned(made: Rewrite | None, done: str) -> None:
            source.pop()
            target.append(made)
            self._announce(say(done), in_decks=made is not None)

        if last is None:
            count = self._bulk.undoable if source is self._done else self._bulk.redoable
            self._in_log(
                doing, count, partial(self._backed_up, count, in_log), partial(turned, None)
            )
        else:
            turn, files = partial(self._rewriting.turn, last), len(last.changes)
            self._in_decks(doing, files, turn, lambda made: turned(made, made.told))

    def _backed_up(self, count: int, work: Work, step: Step) -> str:
        """Back the log up before much in it is changed."""
        if count > 1:
            self._means.desk.safety.before_bulk()
        return work(step)

    def _did(self, rewrite: "Rewrite | None", told: str) -> None:
        """Keep a step, so that it can be taken back."""
        self._done.append(rewrite)
        self._undone.clear()
        words = tr("{done}. {key} takes it back.", done=told, key=shown_key("undo-cards"))
        self._announce(words, in_decks=rewrite is not None)

    def _announce(self, words: str, *, in_decks: bool) -> None:
        self._tell(words)
        self._means.bus.changed.emit(Changes(decks=in_decks), self)

    def _tell(self, words: str) -> None:
        self._means.shell.notice.tell(words)


def _told_taken_back(done: str) -> str:
    return tr("Taken back: {done}. {key} does it again.", done=done, key=shown_key("redo-cards"))


def _told_again(done: str) -> str:
    return tr("{done} again. {key} takes it back.", done=done, key=shown_key("undo-cards"))


_UNABLE = {
    "undo-cards": later("There is nothing to undo."),
    "redo-cards": later("There is nothing to redo."),
}
