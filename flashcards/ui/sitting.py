"""One sitting at the cards: the session behind it, and the two pages that show it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from flashcards.domain.clock import date_of, day_of
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.in_words import in_words
from flashcards.domain.queue.scope import EVERYTHING, Scope
from flashcards.domain.spoken import due_text
from flashcards.domain.tongue import later, tr
from flashcards.render.formula_cache import FormulaCache
from flashcards.services.cards import card_details
from flashcards.services.changes import Changes
from flashcards.services.scope import nothing_of
from flashcards.services.session import Session
from flashcards.ui.dialogs.details import DetailsDialog
from flashcards.ui.dialogs.due_day import DueDayDialog
from flashcards.ui.review.page import ReviewPage
from flashcards.ui.review.summary_page import SummaryPage
from flashcards.ui.shortcuts import shown_key

if TYPE_CHECKING:
    from flashcards.domain.drill import Pick
    from flashcards.domain.queue.scope import Drill
    from flashcards.services.bookmark import Bookmark, Broken
    from flashcards.services.desk import Desk
    from flashcards.services.memory import MemoryView
    from flashcards.services.session import Step
    from flashcards.services.views import CardView
    from flashcards.ui.adopting import Adopting
    from flashcards.ui.shell import Shell
    from flashcards.ui.theme.look import Look
    from flashcards.ui.write.noting import Noting

_IDLE_MS = 100
"""So long after a card is shown its place is kept: no answer waits for that."""

BROKE_OFF = later("The last window broke off here. Every answer before this card is saved.")

NEXT_ONE = later(
    "Your last answer is saved. This is the next card, which could not be read before."
)
GONE = later("“{prompt}” is in no deck any more. Its history is kept.")
INSTEAD = later("It has other cards now, and “{prompt}” is asked in place of the one that is gone.")


class Sitting(QObject):
    """Turns intents into steps of the session, and steps into what the pages show.

    ``changed`` carries the Changes of each step; ``edit_wanted`` a file and a line; ``written``
    tells in a sentence that a deck was changed.
    """

    changed = Signal(object)
    written = Signal(str)
    today_wanted = Signal()
    edit_wanted = Signal(str, int)

    def __init__(
        self,
        shell: "Shell",
        look: "Look",
        desk: "Desk",
        adopting: "Adopting",
        bookmark: "Bookmark",
        memory_of: Callable[[CardId], "MemoryView | None"],
    ) -> None:
        super().__init__(shell)
        self._memory_of = memory_of
        self._shell, self._desk, self._bookmark = shell, desk, bookmark
        self._adopting = adopting
        self._look = look
        self._noting: Noting | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._keep_place)
        self._session = Session(desk.library)
        self._summary: SummaryPage | None = None
        self._review = self._made_review(look)
        self._review.show_view(self._session.view())

    def _made_review(self, look: "Look") -> ReviewPage:
        page = ReviewPage(FormulaCache(self._desk.cache / "formulas"), look.theme)
        page.set_look(look.theme, look.zoom)
        page.grade_wanted.connect(self._grade)
        page.wanted.connect(self._intent)
        page.upcoming_wanted.connect(self._look_ahead)
        look.changed.connect(page.set_look)
        self._shell.add_page(page)
        return page

    def _summary_page(self) -> SummaryPage:
        if self._summary is None:
            page = SummaryPage()
            page.done_wanted.connect(self.today_wanted)
            page.go_on_wanted.connect(self._resume)
            page.undo_wanted.connect(lambda: self._intent("undo"))
            self._shell.add_page(page)
            self._summary = page
        return self._summary

    def _resume(self) -> None:
        """Go on where the summary was looked at; what changed meanwhile is taken in."""
        with self._shell.notice.telling():
            view = self._session.refresh()
            if view.card is None:
                self.today_wanted.emit()
                return
            self._review.show_view(view)
            self._shell.show_page(self._review, header=False)
            self._soon()

    def start(self, scope: Scope = EVERYTHING, first: CardId | None = None) -> None:
        """Gather what the day holds, and ask its first card; without any, say so."""
        with self._shell.notice.telling():
            self._session.restart(scope, first)
            view = self._session.view()
            if view.card:
                self._shell.show_page(self._review, header=False)
                self._review.show_view(view)
                self._soon()
            else:
                self.changed.emit(Changes())  # what Today offered, another program has done
                if scope != EVERYTHING:
                    self._shell.notice.tell(nothing_of(self._desk.library, scope))

    def go_on(self, broken: "Broken") -> None:
        """Ask the card again at which a window broke off."""
        self.start(broken.scope, broken.card)
        if self._shell.page is self._review:
            self._shell.notice.warn(tr(BROKE_OFF))

    def end(self) -> None:
        """Forget the place and ask the decks no more, as the window is closed in order."""
        self._idle.stop()
        self._review.upcoming_wanted.disconnect(self._look_ahead)
        self._bookmark.remove()

    def _soon(self) -> None:
        """Keep the place in a moment, however quickly the keys follow one another."""
        if not self._idle.isActive():
            self._idle.start()

    def _keep_place(self) -> None:
        """Keep where the review is, a moment after the card was shown; elsewhere there is none."""
        card = self._session.asked
        if card and self._shell.page is self._review:
            self._bookmark.put(self._session.scope, card)
        else:
            self._bookmark.remove()

    def drill(self, drill: "Drill", picks: "Sequence[Pick]") -> None:
        """Ask what was picked."""
        with self._shell.notice.telling():
            self._session.drill(drill, picks)
            self._shell.show_page(self._review, header=False)
            self._review.show_view(self._session.view())

    def refresh(self) -> None:
        """After decks were read again: the card on the screen stays, where it still exists."""
        asked, prompt = self._session.asked, self._review.prompt
        is_seen = asked is not None and asked == self._review.asked
        view = self._session.refresh()
        if self._shell.page is not self._review:
            return
        goes_on = view.renamed or self._session.instead or (view.card and view.card.id == asked)
        if is_seen and not goes_on:
            self._shell.notice.tell(tr(GONE, prompt=prompt))
        if view.card:
            self._review.refresh_view(view)
        else:
            self._show_summary()

    def hear(self, changes: Changes, _by: object) -> None:
        """Go by other choices at once: other grades, another scheduler's intervals."""
        if changes.settings:
            with self._shell.notice.telling():
                self.refresh()

    def suspend(self, card: CardId) -> None:
        """Suspend a card that is not on the screen."""
        with self._shell.notice.telling():
            step = self._session.suspend_card(card)
            self.changed.emit(step.changes)
            found, key = self._desk.library.card(card), shown_key("undo-here")
            prompt = in_words(found.faces.prompt) if found else card
            told = tr("Suspended “{prompt}”. {key} takes it back.", prompt=prompt, key=key)
            self._shell.notice.tell(told)

    @property
    def deck(self) -> str:
        """The deck's file of the card on the screen; nothing where none is."""
        card = self._session.view().card if self._shell.page is self._review else None
        return str(card.file) if card else ""

    @property
    def undo_words(self) -> str:
        """What undo would take back; nothing where there is nothing."""
        return self._session.view().undo

    def undo_on_today(self) -> None:
        """Take the last step back: an answer asks its card again, Today's own deeds stay there."""
        told = self._words_for("undo")
        if told:
            self._do(self._session.undo, told)

    def _grade(self, grade: int, duration_ms: int, marks: tuple[int, tuple[str, ...]]) -> None:
        if not self._is_behind():
            self._do(lambda: self._session.answer(Grade(grade), duration_ms, *marks))

    def _look_ahead(self) -> None:
        """Let the next card be made ready; a fault is told when it is asked for."""
        with suppress(FlashcardsError):
            if upcoming := self._session.upcoming():
                self._review.prepare(upcoming)

    def _intent(self, name: str) -> None:
        """Do what a key, a button or the menu asked for."""
        session = self._session
        if name != "leave" and self._is_behind():
            return
        if name == "undo" and self._noting and self._noting.can_take_back:
            self._noting.take_back()
        elif name in ("undo", "redo", "bury", "suspend", "reset", "flag"):
            self._do(getattr(session, name), told=self._words_for(name))
        elif name == "leave":
            self._leave()
        elif name == "due-day" and (card := session.view().card):
            self._choose_day(card)
        elif name == "edit" and (card := session.view().card):
            self._edit(card.id)
        elif name == "edit-elsewhere" and (card := session.view().card):
            self.edit_wanted.emit(str(card.file), card.line)
        elif name == "details" and (card := session.view().card):
            with self._shell.notice.telling():
                view, memory = session.view(), self._memory_of(card.id)
                library = self._desk.library
                details = card_details(library, card.id, view.why, memory, view.buttons)
                DetailsDialog(details, self._shell).exec()

    def _edit(self, card: CardId) -> None:
        """Edit the card's note here, and go on with the card."""
        if self._noting is None:
            from flashcards.ui.write.noting import Noting  # when a note is first edited

            self._noting = Noting(self._shell, self._look, self._desk, self._adopting)
            self._noting.renamed.connect(self._session.follow)
            self._noting.written.connect(self._tell_written)
            self._noting.ended.connect(self._offer_to_take_back)
        with self._shell.notice.telling():
            self._noting.edit(card)
        self._offer_to_take_back()
        self._review.setFocus()

    def _offer_to_take_back(self) -> None:
        """Let undo take the note's edit back, as long as nothing else was done."""
        self._review.show_edited(edited=bool(self._noting and self._noting.can_take_back))

    def _tell_written(self, told: str) -> None:
        """Hand the news on; where the note has other cards now, say which one is asked."""
        self.written.emit(told)
        if self._session.instead:
            self._shell.notice.tell(f"{told} {tr(INSTEAD, prompt=self._session.instead)}")
        self._shell.notice.stay_on(self._review)

    def _is_behind(self) -> bool:
        """Whether the page still shows the card before, because the next could not be read.

        The next one is shown then, if it can be by now; what was asked for was not meant for it.
        """
        if self._shell.page is not self._review or self._review.asked == self._session.asked:
            return False
        with self._shell.notice.telling():
            view = self._session.view()
            if view.card:
                self._review.show_view(view)
                self._shell.notice.tell(tr(NEXT_ONE))
            else:
                self._show_summary()
        return True

    def _do(self, deed: "Callable[[], Step]", told: str = "") -> None:
        """Do something; a fault is told, and the card stays where it is."""
        try:
            step = deed()
        except FlashcardsError as error:
            self._shell.notice.warn(str(error))
            return
        self._shell.notice.clear()
        self._soon()
        if self._noting:
            self._noting.forget()
            self._review.show_edited(edited=False)
        if told or step.told:
            self._shell.notice.tell(step.told or told)
        self.changed.emit(step.changes)
        if step.aside and self._shell.page is not self._review:
            return
        if step.view.card is None:
            self._show_summary()
            return
        if step.stays and self._shell.page is self._review:
            self._review.update_view(step.view)
            return
        self._review.show_view(step.view)
        if self._shell.page is not self._review:
            self._shell.show_page(self._review, header=False)

    def _words_for(self, name: str) -> str:
        """Say what is about to be done; it changes the card on the screen, so the card is named."""
        view = self._session.view()
        prompt = view.card.prompt if view.card else ""
        words = {
            "undo": self._session.undone,
            "redo": self._session.redone,
            "bury": tr("Buried “{prompt}” until tomorrow.", prompt=prompt),
            "suspend": tr("Suspended “{prompt}”: it is not asked any more.", prompt=prompt),
            "flag": "",
            "reset": tr("“{prompt}” is learned anew: it waits among the new cards.", prompt=prompt),
        }
        return words[name]

    def _choose_day(self, card: "CardView") -> None:
        """Ask for a day, and ask the card on it."""
        library = self._desk.library
        due, today = library.schedule_of(card.id).due, date_of(library.today())
        dialog = DueDayDialog(card.prompt, today, date_of(due) if due else None, self._shell)
        if not dialog.exec():
            return
        asked = self._session.view().card
        if asked is None or asked.id != library.renamed(card.id):
            self._shell.notice.tell(
                tr("“{prompt}” is gone: its deck was saved meanwhile.", prompt=card.prompt)
            )
            return
        when = due_text(dialog.day, today)
        told = tr("“{prompt}” is asked {when}.", prompt=card.prompt, when=when)
        self._do(lambda: self._session.set_due(day_of(dialog.day)), told)

    def _leave(self) -> None:
        """Close a waiting notice; else go to Today, by way of the summary of what was done."""
        self._soon()
        if self._shell.notice.waits:
            self._shell.notice.clear()
        elif self._session.view().done:
            self._show_summary()
        else:
            self.today_wanted.emit()

    def _show_summary(self) -> None:
        self._soon()
        try:
            summary = self._session.summary()
        except FlashcardsError as error:
            self.today_wanted.emit()
            self._shell.notice.warn(str(error))
            return
        page = self._summary_page()
        page.show_view(summary)
        self._shell.show_page(page)
