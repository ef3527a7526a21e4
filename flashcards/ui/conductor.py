"""Connects intents to services, and views to pages: the only place that knows both."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.grade import Grade
from flashcards.services.changes import Changes
from flashcards.services.glance import look_ahead
from flashcards.ui.bus import Bus
from flashcards.ui.editor import open_in_editor
from flashcards.ui.tasks import Tasks
from flashcards.ui.today.page import TodayPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from flashcards.services.desk import Desk, Opening
    from flashcards.services.ports import DecksReadPort
    from flashcards.services.session import Session, Step
    from flashcards.ui.deck_watch import DeckWatch
    from flashcards.ui.review.page import ReviewPage
    from flashcards.ui.review.summary_page import SummaryPage
    from flashcards.ui.shell import Shell
    from flashcards.ui.theme.look import Look

_WARM_UP_MS = 50


class Conductor(QObject):
    """Today, a session, its summary. What needs heavy imports is made after the first paint.

    ``ready`` is announced when Today shows the day's numbers.
    """

    ready = Signal()

    def __init__(self, shell: "Shell", look: "Look", opening: "Opening") -> None:
        super().__init__(shell)
        self._shell, self._look, self._opening = shell, look, opening
        self._bus, self._tasks = Bus(self), Tasks(self)
        self._desk: Desk | None = None
        self._session: Session | None = None
        self._review: ReviewPage | None = None
        self._summary: SummaryPage | None = None
        self._start_when_ready = False
        self._watch: DeckWatch | None = None
        self.today = TodayPage()
        shell.add_page(self.today)
        self.today.start_wanted.connect(self.start)
        self.today.retry_wanted.connect(self.retry)
        self.today.edit_wanted.connect(self._edit)
        self.today.shown.connect(self._refresh_today)
        self._bus.changed.connect(self._refresh_today)
        self._glance()

    # --- loading ---------------------------------------------------------------------------

    def load(self) -> None:
        """Open the data folder and read the decks, in the background."""
        self._tasks.run(self._opened, self._take_desk, self._tell_fault)

    def _glance(self) -> None:
        """Show what the last window foresaw, where it still holds, until the decks are read."""
        view = self._opening.glance.view()
        if view:
            self.today.show_view(view)

    def retry(self) -> None:
        """Load again after a fault."""
        self.today.show_waiting()
        self.load()

    def _opened(self) -> "Desk":
        desk = self._desk or self._opening.open_desk()
        self._opening.glance.mark()
        desk.library.load()
        return desk

    def _take_desk(self, desk: "Desk") -> None:
        self._desk = desk
        self._refresh_today()
        for problem in desk.preferences.problems:
            self._shell.notice.warn(f"{problem.message} {problem.hint} ({problem.place.file})")
        self.ready.emit()
        self._watch_decks(desk)
        if self._start_when_ready:
            self._start_when_ready = False
            self.start()
        else:
            QTimer.singleShot(_WARM_UP_MS, self._warm_up)

    def _tell_fault(self, error: Exception) -> None:
        if not isinstance(error, FlashcardsError):
            raise error
        self.today.show_fault(str(error))

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell what the environment did over the page in front, and let the person go on."""
        try:
            yield
        except FlashcardsError as error:
            self._shell.notice.warn(str(error))

    def _warm_up(self) -> None:
        """Make the review's pages and its first card while the person looks at Today."""
        if self._desk is None or self._session is not None:
            return
        from flashcards.services.session import Session  # not before the first paint

        with self._telling():
            self._session = Session(self._desk.library)
            self._review_page().show_view(self._session.view())

    def reload(self) -> None:
        """Read the decks again because the person asked, and say when it is done."""
        self._read_decks(told="The decks were read again.")

    def _read_decks(self, *, told: str = "") -> None:
        """Read what changed; a card on the screen stays there where it still exists."""
        if self._desk:
            take = partial(self._take_decks, told=told)
            self._tasks.run(partial(self._decks_of, self._desk), take, self._tell_fault)

    def _decks_of(self, desk: "Desk") -> "DecksReadPort":
        self._opening.glance.mark()
        return desk.library.read_decks()

    def _take_decks(self, read: "DecksReadPort", *, told: str) -> None:
        if self._desk is None:
            return
        with self._telling():
            self._desk.library.adopt(read)
            if told:
                self._shell.notice.tell(told)
        if self._session:
            view = self._session.refresh()
            if self._review and self._shell.page is self._review:
                self._review.refresh_view(view) if view.card else self._show_summary()
        self._bus.changed.emit(Changes(decks=True), self)

    def _watch_decks(self, desk: "Desk") -> None:
        """Read decks again when an editor has saved one."""
        from flashcards.ui.deck_watch import DeckWatch  # not before the first paint

        if self._watch is not None:
            return
        self._watch = watch = DeckWatch(desk.roots, self)
        watch.changed.connect(self._read_decks)
        watch.start()

    # --- today -----------------------------------------------------------------------------

    def _refresh_today(self) -> None:
        """Show the plan anew where it changed, or another program wrote to the log."""
        if self._desk is None or not self.today.isVisible():
            return
        from flashcards.services.today import today_view  # not before the first paint

        library = self._desk.library
        with self._telling():
            if library.changed_elsewhere():
                library.load_schedules()
            self.today.show_view(today_view(library, self._desk.roots))

    # --- the session -----------------------------------------------------------------------

    def start(self) -> None:
        """Begin, or go on with, the day's review; before all is loaded, as soon as it is."""
        if self._desk is None:
            self._start_when_ready = True
            return
        if self._session is None:
            self._warm_up()
        if self._session is None:
            return
        self._session.restart()
        view = self._session.view()
        if view.card:
            page = self._review_page()
            self._shell.show_page(page, header=False)
            page.show_view(view)

    def _show_summary(self) -> None:
        assert self._session is not None, "only a session has a summary"
        page: QWidget = self.today
        with self._telling():
            summary = self._session.summary()
            page = self._summary_page()
            page.show_view(summary)
        self._shell.show_page(page)

    def _grade(self, grade: int, duration_ms: int) -> None:
        session = self._session
        if session:
            self._do(lambda: session.answer(Grade(grade), duration_ms))

    def _do(self, deed: "Callable[[], Step]") -> None:
        """Do something in the session; a fault is told, and the card stays where it is."""
        self._shell.notice.clear_news()
        try:
            step = deed()
        except FlashcardsError as error:
            self._shell.notice.warn(str(error))
            return
        self._bus.changed.emit(step.changes, self._review)
        if step.view.card is None:
            self._show_summary()
            return
        page = self._review_page()
        page.show_view(step.view)
        if self._shell.page is not page:
            self._shell.show_page(page, header=False)

    def _intent(self, name: str) -> None:
        """Do what a key or the menu of the review asked for."""
        session = self._session
        if session is None:
            return
        deeds = {
            "undo": session.undo,
            "redo": session.redo,
            "bury": session.bury,
            "suspend": session.suspend,
        }
        if name in deeds:
            self._do_and_tell(name, deeds[name])
        elif name == "flag":
            self._flag()
        elif name == "leave":
            self._leave()
        elif name == "edit":
            card = session.view().card
            if card:
                self._edit(str(card.file), card.line)
        elif name == "details":
            self._details()

    def _do_and_tell(self, name: str, deed: "Callable[[], Step]") -> None:
        """Do it, and say what was done: these change the card on the screen."""
        assert self._session is not None, "asked by a session's page"
        before = self._session.view()
        told = {
            "undo": before.undo.replace("Undo", "Undid", 1),
            "redo": before.redo.replace("Redo", "Redid", 1),
            "bury": "Buried until tomorrow.",
            "suspend": "Suspended: the card is not asked any more.",
        }[name]
        self._do(deed)
        if told and not self._shell.notice.sentence:
            self._shell.notice.tell(told)

    def _flag(self) -> None:
        assert self._session is not None, "asked by a session's page"
        with self._telling():
            step = self._session.flag()
            self._bus.changed.emit(step.changes, self._review)
            self._review_page().update_view(step.view)

    def _leave(self) -> None:
        """Back to Today; by way of the summary where something was answered."""
        assert self._session is not None, "asked by a session's page"
        if self._session.view().done:
            self._show_summary()
        else:
            self.show_today()

    def show_today(self) -> None:
        """Bring Today forward."""
        self._shell.show_page(self.today)

    def _details(self) -> None:
        from flashcards.services.cards import card_details  # not before the first paint
        from flashcards.ui.dialogs.details import DetailsDialog  # only when asked for

        card = self._session.view().card if self._session else None
        if self._desk and card:
            with self._telling():
                DetailsDialog(card_details(self._desk.library, card.id), self._shell).exec()

    def _edit(self, file: str, line: int) -> None:
        """Open the deck in the system's editor."""
        template = self._desk.preferences.settings.editor if self._desk else ""
        fault = open_in_editor(template, Path(file), line)
        if fault:
            self._shell.notice.warn(fault)
        else:
            self._shell.notice.tell(f"Opening {file}. What you save there shows here.")

    # --- pages made when they are needed ------------------------------------------------------

    def _review_page(self) -> "ReviewPage":
        if self._review is None:
            from flashcards.render.formula_cache import FormulaCache  # not before the first paint
            from flashcards.ui.review.page import ReviewPage  # not before the first paint

            assert self._desk is not None, "a review needs cards"
            page = ReviewPage(FormulaCache(self._desk.cache / "formulas"), self._look.theme)
            page.set_look(self._look.theme, self._look.zoom)
            page.grade_wanted.connect(self._grade)
            page.wanted.connect(self._intent)
            self._look.changed.connect(page.set_look)
            self._shell.add_page(page)
            self._review = page
        return self._review

    def _summary_page(self) -> "SummaryPage":
        if self._summary is None:
            from flashcards.ui.review.summary_page import SummaryPage  # at the session's end

            page = SummaryPage()
            page.done_wanted.connect(self.show_today)
            page.undo_wanted.connect(lambda: self._intent("undo"))
            self._shell.add_page(page)
            self._summary = page
        return self._summary

    def close(self) -> None:
        """Wait for what runs, let go of the database, and leave a glance for the next start."""
        self._shell.hide()
        self._tasks.wait()
        if self._desk is None:
            return
        desk, self._desk = self._desk, None
        try:
            if desk.library.changed_elsewhere():
                desk.library.load_schedules()
            text = look_ahead(desk.library, desk.roots)
        except FlashcardsError:
            text = ""  # a start without a glance is only slower
        desk.close()
        self._opening.glance.leave(text)
