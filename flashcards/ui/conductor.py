"""Opens the desk, leads from page to page, and hands the review to a sitting."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from flashcards.domain.errors import DamagedError, FlashcardsError
from flashcards.domain.ids import CardId
from flashcards.domain.queue.scope import EVERYTHING, Scope, topic_scope
from flashcards.domain.tongue import later, tr
from flashcards.services.changes import Changes
from flashcards.services.glance import look_ahead
from flashcards.ui.bus import Bus
from flashcards.ui.rescue import Rescue
from flashcards.ui.shortcuts import explain
from flashcards.ui.tasks import Tasks
from flashcards.ui.today.showing import Showing

if TYPE_CHECKING:
    from flashcards.domain.queue.scope import Drill
    from flashcards.services.bookmark import Broken
    from flashcards.services.desk import Desk, Opening
    from flashcards.services.memory import MemoryView
    from flashcards.services.writing import Left
    from flashcards.ui.deck_watch import Marks
    from flashcards.ui.keeping import Keeping
    from flashcards.ui.learning import Learning
    from flashcards.ui.pages import Pages
    from flashcards.ui.shell import Shell
    from flashcards.ui.sitting import Sitting
    from flashcards.ui.theme.look import Look
    from flashcards.ui.write.left_over import LeftOver

_WARM_UP_MS = 50
_AHEAD_MS = 1_500
_DECK_ENDING = ".md"
NOTHING_TO_DRILL = later(
    "Nothing here was seen before today: a drill repeats what you have learned."
)


class Conductor(QObject):
    """The window's one guide. What needs heavy imports is made after the first paint.

    ``ready`` is announced when Today shows the day's numbers.
    """

    ready = Signal()

    def __init__(self, shell: "Shell", look: "Look", opening: "Opening") -> None:
        super().__init__(shell)
        self._shell, self._look, self._opening = shell, look, opening
        self._bus, self._tasks = Bus(self), Tasks(self)
        self._desk: Desk | None = None
        self._sitting: Sitting | None = None
        self._wish: Callable[[], object] | None = None
        """What was asked for last before the decks were read."""
        self._keeping: Keeping | None = None
        self._learning: Learning | None = None
        self._pages: Pages | None = None
        self._over: LeftOver | None = None
        self._before_load: Marks = {}
        self._rescue = Rescue(shell, self._tasks, opening.safety)
        self._rescue.done.connect(self.retry)
        self._showing = Showing(shell, look, opening.glance)
        self._showing.changed.connect(lambda changes: self._bus.changed.emit(changes, self))
        self._showing.setting_wanted.connect(partial(self.open_page, "settings"))
        self.today = self._showing.page
        self.today.start_wanted.connect(partial(self.start, EVERYTHING))
        self.today.retry_wanted.connect(self.retry)
        self.today.edit_wanted.connect(self._edit)
        self.today.write_wanted.connect(self._write)
        self.today.form_wanted.connect(self._go_on_with)
        self.today.discard_wanted.connect(self._discard)
        self.today.scope_wanted.connect(lambda *chosen: self.start(Scope(*chosen)))
        self.today.topic_wanted.connect(lambda topic: self.start(topic_scope(topic)))
        self.today.suspend_wanted.connect(self._suspend)
        self.today.undo_wanted.connect(self._undo)
        explain(self.today, "undo-here", self._undo_words)
        self.today.decision_wanted.connect(self._decide)
        self.today.drill_wanted.connect(self.drill)
        self.today.page_wanted.connect(self.open_page)
        self.today.paste_wanted.connect(partial(self.bring, ()))
        self._bus.changed.connect(self._showing.refresh)

    # --- loading ---------------------------------------------------------------------------

    def load(self) -> None:
        """Open the data folder and read the decks, in the background."""
        self._tasks.run(self._opened, self._take_desk, self._tell_fault)

    def retry(self) -> None:
        """Load again after a fault."""
        self.today.show_waiting()
        self.load()

    def _opened(self) -> "Desk":
        desk = self._desk or self._opening.open_desk()
        self._opening.glance.mark()
        self._before_load = dict(desk.deck_marks())
        try:
            desk.library.load()
        except FlashcardsError:
            if desk is not self._desk:
                desk.close()  # nobody else has it, and a salvage needs the file alone
            raise
        return desk

    def _take_desk(self, desk: "Desk") -> None:
        self._desk = desk
        keeping = self._keep_decks(desk)
        self._showing.take_desk(desk)
        self.ready.emit()
        keeping.watch(self._before_load)
        self._begin(self._opening.bookmark.taken())

    def _keep_decks(self, desk: "Desk") -> "Keeping":
        """Read decks again when one is saved, from now on."""
        if self._keeping is None:
            from flashcards.ui.keeping import Keeping  # not before the first paint

            keeping = Keeping(self._shell, self._tasks, desk, self._opening.glance.mark, self)
            keeping.renewed.connect(self._show_decks)
            keeping.failed.connect(self._tell_fault)
            self.today.home_wanted.connect(keeping.settle)
            self._keeping = keeping
        return self._keeping

    def _begin(self, broken: "Broken | None") -> None:
        """Go on with a review that broke off, else with what was asked for meanwhile."""
        wish, self._wish = self._wish, None
        if broken:
            self._go_on(broken)
        elif wish:
            self._shell.notice.clear()
            wish()
        QTimer.singleShot(_WARM_UP_MS, self._warm_up)
        QTimer.singleShot(_WARM_UP_MS, self._rescue.look_after)
        QTimer.singleShot(2 * _WARM_UP_MS, self._learn)

    def _learn(self) -> "Learning | None":
        """Read what the log says about memory from now on; None before the decks are there."""
        if self._desk is None or self._learning is not None:
            return self._learning
        from flashcards.ui.learning import Learning  # not before the first paint

        self._learning = Learning(self._tasks, self._desk, self._showing.foreseen)
        self._showing.take_learning(self._learning)
        self._learning.failed.connect(self._shell.notice.warn_of)
        self._learning.is_known()
        QTimer.singleShot(_AHEAD_MS, self._look_ahead)
        return self._learning

    def _look_ahead(self) -> None:
        """Do, while nothing is asked, what a page would wait for; hear of other settings."""
        from flashcards.ui.pages import import_ahead  # not before the first paint

        import_ahead()
        if pages := self._all_pages():
            pages.listen()

    def _tell_fault(self, error: Exception) -> None:
        if not isinstance(error, FlashcardsError):
            raise error
        self.today.show_fault(str(error))
        if isinstance(error, DamagedError) and self._desk is None:
            self._rescue.offer()

    def _warm_up(self) -> None:
        """Make the review's page and its first card while the person looks at Today."""
        if self._desk is None or self._sitting is not None:
            return
        from flashcards.ui.sitting import Sitting  # not before the first paint

        desk, adopting = self._desk, self._keep_decks(self._desk).adopting
        with self._shell.notice.telling():
            about = (self._shell, self._look, desk, adopting)
            sitting = Sitting(*about, self._opening.bookmark, self._memory_of)
            sitting.changed.connect(lambda changes: self._bus.changed.emit(changes, sitting))
            sitting.today_wanted.connect(self.show_today)
            sitting.edit_wanted.connect(self._edit)
            sitting.written.connect(self._tell_written)
            self._bus.changed.connect(sitting.hear)
            self._sitting = sitting

    def _memory_of(self, card: CardId) -> "MemoryView | None":
        """Follow how well a card is remembered, as far as the log is read."""
        learning = self._learn()
        return learning.memory(card) if learning else None

    def reload(self) -> None:
        """Read the decks again because the person asked, and say when it is done."""
        if self._keeping:
            self._keeping.read(told=tr("The decks were read again."))

    def _show_decks(self) -> None:
        """Show other decks; a card on the screen stays there where it still exists."""
        if self._sitting:
            self._sitting.refresh()
        self._bus.changed.emit(Changes(decks=True), self)

    def _decide(self, verb: str, new: str, old: str) -> None:
        """Take what the person says of two notes."""
        if self._keeping:
            self._keeping.decide(verb, new, old)
        else:
            self._shell.notice.tell(
                tr("Your decks are still being read; say it again in a moment.")
            )

    # --- the sitting -----------------------------------------------------------------------

    def start(self, scope: Scope = EVERYTHING) -> None:
        """Begin, or go on with, the day's review; before all is loaded, as soon as it is."""
        if self._desk is None:
            self._wish = partial(self.start, scope)
            return
        self._warm_up()
        if self._sitting:
            self._sitting.start(scope)

    def _go_on(self, broken: "Broken") -> None:
        """Ask the card at which the last window broke off."""
        self._warm_up()
        if self._sitting:
            self._sitting.go_on(broken)

    def ask_for(self, decks: Sequence[Path]) -> None:
        """Review the deck that a second start named; before all is loaded, as soon as it is."""
        if self._desk is None:
            self._wish = partial(self.ask_for, decks)
            return
        from flashcards.services.calling import asked_for  # not before the first paint

        asked = asked_for(self._desk.library, decks)
        if isinstance(asked, str):
            self._shell.notice.warn(asked)
        else:
            self.start(asked)

    def open_page(self, name: str, at: str = "") -> None:
        """Bring another page forward; before all is loaded, as soon as it is."""
        if pages := self._all_pages():
            pages.open(name, at)
        else:
            self._open_later(partial(self.open_page, name, at))

    def _open_later(self, wish: Callable[[], object]) -> None:
        """Keep a wish until the decks are read; a window of its own opens after Today is shown."""
        self._wish = partial(QTimer.singleShot, 0, wish)
        self._shell.notice.tell(tr("Your decks are still being read; then this opens."))

    def _all_pages(self) -> "Pages | None":
        """Give the pages, once there are decks for them."""
        learning = self._learn()
        if self._desk is None or learning is None or self._keeping is None:
            return None
        if self._pages is None:
            from flashcards.ui.browse.reading import Reading  # not before the first paint
            from flashcards.ui.pages import Means, Pages

            keeping, library = self._keeping, self._desk.library
            reading = Reading(library, lambda: keeping.adopting.is_alone, self)
            around = (self._shell, self._look, self._desk, self._bus, self._tasks, learning)
            ways = (self.show_today, self.start, self._edit, self._opening.window_file)
            more = (self.open_page, reading, keeping.read_elsewhere)
            self._pages = Pages(Means(*around, keeping.adopting, *ways, *more))
        return self._pages

    def _write(self, file: str, line: int) -> None:
        """Open a deck at a line on the Write page; what is no deck, in the person's editor."""
        if not file.endswith(_DECK_ENDING):
            self._edit(file, line)
        elif pages := self._all_pages():
            pages.drafting.open_at(Path(file), line)
        else:
            self._open_later(partial(self._write, file, line))

    def _go_on_with(self, left: "Left") -> None:
        """Show a form again that a crash closed."""
        if over := self._left_over():
            with self._shell.notice.telling():
                over.noting.go_on(left)
            self._showing.refresh()

    def _discard(self, left: "Left") -> None:
        """Give up what was written and not saved."""
        over = self._left_over()
        if over and over.discard(left):
            self._showing.refresh()

    def _give_up(self, file: Path) -> None:
        if pages := self._all_pages():
            pages.drafting.give_up(file)

    def _left_over(self) -> "LeftOver | None":
        """Give what asks for notes outside a review, once there are decks for it."""
        if self._over is None and self._desk:
            from flashcards.ui.write.left_over import LeftOver  # when a note is added

            about = (self._shell, self._look, self._desk, self._keep_decks(self._desk).adopting)
            self._over = LeftOver(*about, self._give_up)
            self._over.noting.written.connect(self._tell_written)
        return self._over

    def bring(self, files: Sequence[Path]) -> None:
        """Import files that were dropped on the window; without any, what was copied.

        A folder is one of decks: it is copied among those that there are.
        """
        from flashcards.ui.pages import COPIED  # not before the first paint

        folder = next((path for path in files if path.is_dir()), None)
        if folder:
            self.open_page("decks", str(folder))
        else:
            self.open_page("import", "\n".join(map(str, files)) or COPIED)

    def add_note(self) -> None:
        """Let a note be added to a deck, wherever the person is: to the one in front, if any."""
        if over := self._left_over():
            asked = self._sitting.deck if self._sitting else ""
            written = self._pages.open_deck if self._pages else ""
            is_in_front = self._pages and self._pages.is_writing(self._shell.page)
            with self._shell.notice.telling():
                over.noting.add(written if is_in_front else asked, written)
        else:
            self._open_later(self.add_note)

    def _tell_written(self, told: str) -> None:
        """Show everywhere that a note was edited or added."""
        if self._sitting:
            self._sitting.refresh()
        self._shell.notice.tell(told)
        self._bus.changed.emit(Changes(decks=True), self)

    def drill(self, drill: "Drill") -> None:
        """Ask what is worth its time now."""
        self._warm_up()
        learning = self._learn()
        with self._shell.notice.telling():
            picks = learning.picks(drill) if learning else None
            if picks is None or self._sitting is None:
                self._shell.notice.tell(tr("Your log is still being read; ask again in a moment."))
            elif not picks:
                self._shell.notice.tell(tr(NOTHING_TO_DRILL))
            else:
                self._sitting.drill(drill, picks)

    def _suspend(self, card: str) -> None:
        """Suspend a card that Today names."""
        self._warm_up()
        if self._sitting:
            self._sitting.suspend(CardId(card))

    def _undo_words(self) -> str:
        return self._sitting.undo_words if self._sitting else ""

    def _undo(self) -> None:
        """Take the last step back."""
        if self._sitting:
            self._sitting.undo_on_today()

    def show_today(self) -> None:
        """Bring Today forward."""
        self._shell.show_page(self.today)

    def _edit(self, file: str, line: int) -> None:
        """Open the deck in the system's editor."""
        from flashcards.ui.editor import open_in_editor  # when a deck is opened there

        template = self._desk.preferences.settings.editor if self._desk else ""
        fault, notice = open_in_editor(template, Path(file), line), self._shell.notice
        told = tr("Opening {file}. What you save there shows here.", file=file)
        notice.warn(fault) if fault else notice.tell(told)

    def close(self) -> None:
        """Wait for what runs, let go of the database, and leave a glance for the next start."""
        self._shell.hide()
        for worker in (self._learning, self._keeping):
            if worker:
                worker.stop()
        self._tasks.wait()
        if self._sitting:
            self._sitting.end()
        if self._desk is None:
            return
        desk, self._desk = self._desk, None
        try:
            if desk.library.changed_elsewhere():
                desk.library.load_schedules()
            text = look_ahead(desk.library, desk.decks.roots, self._showing.weak())
        except FlashcardsError:
            text = ""  # a start without a glance is only slower
        desk.close()
        self._rescue.leave()
        self._opening.glance.leave(text)
