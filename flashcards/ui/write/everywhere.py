"""Searches that take their time: expressions, and all decks; in the background, with Cancel."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

from flashcards.domain.deck.seek import Sought
from flashcards.domain.errors import FlashcardsError, SearchStoppedError
from flashcards.domain.tongue import both, tr, trn
from flashcards.services.replacing import Outcome, Search, left_alone, replacing_on

if TYPE_CHECKING:
    from flashcards.ui.pages import Means
    from flashcards.ui.write.find_bar import Then
    from flashcards.ui.write.page import WritePage

PATIENCE_MS = 100
_LOOK_MS = 50
_Result = TypeVar("_Result")
_NAMED = 3
"""So many decks that were left out are named."""


@dataclass(slots=True)
class _Job:
    """What runs in the other thread: how far it is, and whether it is still wanted."""

    count: int = 0
    done: int = 0
    stopped: bool = False
    writes: bool = False
    """Whether what it did is to be known even if it is stopped."""

    def step(self) -> None:
        """Count one deck. Raises SearchStoppedError."""
        self.done += 1
        if self.stopped:
            raise SearchStoppedError


class Everywhere(QObject):
    """``mine`` gives the texts of the Write page that are not saved, by their files."""

    def __init__(
        self, means: "Means", page: "WritePage", mine: Callable[[], dict[str, str]]
    ) -> None:
        super().__init__(page)
        self._means, self._page, self._mine = means, page, mine
        self._replacing = replacing_on(means.desk)
        self._job: _Job | None = None
        self._last: Outcome | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_progress)
        bar, found = page.search, page.found
        bar.ask = self.ask
        bar.everywhere.connect(self.search)
        bar.replace_wanted.connect(self.replace)
        bar.undo_wanted.connect(self.undo)
        bar.stop_wanted.connect(self.stop)
        bar.left.connect(found.forget)
        found.chosen_changed.connect(bar.show_chosen)

    # --- one text ------------------------------------------------------------------------------

    def ask(self, sought: Sought, text: str, new: str, then: "Then") -> None:
        """Find words at once, an expression in a moment; what was asked before is given up."""
        self._page.found.forget()
        if not sought.pattern:
            then(sought.hits(text, new))
            return
        self._run(_Job(), lambda _: self._replacing.hits(sought, text, new), then)

    # --- all decks -----------------------------------------------------------------------------

    def search(self) -> None:
        """Look through all decks."""
        sought, mine = self._page.search.sought, self._mine()
        if not sought.words:
            self.stop()
            self._page.found.forget()
            self._page.search.tell("")
            return

        def work(job: _Job) -> Search:
            files = sorted(path for path, _ in self._means.desk.deck_marks())
            job.count = len(files)
            return self._replacing.search(sought, files, mine, job.step)

        self._run(_Job(), work, self._show)

    def _show(self, search: Search) -> None:
        self._page.found.show_search(search, self._name_of)
        decks = trn("{count} deck", "{count} decks", len(search.found))
        one, many = both("{count} place in {decks}", "{count} places in {decks}")
        found = trn(one, many, search.count, decks=decks)
        self._page.search.tell(found if search.found else tr("No place in any deck"))
        self._tell_left(search.left)

    def _name_of(self, file: str) -> str:
        shelves = self._means.desk.library.catalogue.shelves
        return next((str(each.deck) for each in shelves if each.file == file), Path(file).stem)

    def replace(self, new: str) -> None:
        """Replace what is chosen."""
        search, chosen, mine = self._page.found.search, self._page.found.chosen(), self._mine()
        if search and chosen:
            self._run(
                _Job(2 * len(chosen), writes=True),
                lambda job: self._replacing.replace(search.sought, chosen, new, mine, job.step),
                self._replaced,
            )

    def _replaced(self, outcome: Outcome) -> None:
        outcome = self._put(outcome)
        self._last = outcome if outcome.changes else self._last
        self._page.search.show_undo(can=self._last is not None)
        self._say(outcome.told, outcome)
        self.search()

    def undo(self) -> None:
        """Take the last replacement back."""
        last, mine = self._last, self._mine()
        if last:
            count = len(last.changes)
            turn = self._replacing.turn
            self._run(
                _Job(count, writes=True), lambda job: turn(last, mine, job.step), self._undone
            )

    def _undone(self, outcome: Outcome) -> None:
        outcome = self._put(outcome)
        if outcome.changes:
            self._last = None
            self._page.search.show_undo(can=False)
        self._say(outcome.told_back, outcome)
        self.search()

    def _put(self, outcome: Outcome) -> Outcome:
        """Put the open deck's new text into the editor, where it still says what it said."""
        editor, kept, left = self._page.editor, list(outcome.changes), list(outcome.left)
        for change in outcome.changes:
            if change.open and editor.text == change.before:
                editor.replace_text(change.after)
            elif change.open:
                kept.remove(change)
                left.append(left_alone(change.file))
        return Outcome(tuple(kept), outcome.count, tuple(left))

    def _say(self, told: str, outcome: Outcome) -> None:
        notice = self._means.shell.notice
        (notice.warn if outcome.left else notice.tell)(told)

    def _tell_left(self, left: tuple[str, ...]) -> None:
        if left:
            more = trn("And {count} more.", "And {count} more.", len(left) - _NAMED)
            named = [*left[:_NAMED], *([more] if len(left) > _NAMED else [])]
            self._means.shell.notice.warn(" ".join(named))

    # --- the other thread ----------------------------------------------------------------------

    def stop(self) -> None:
        """Give up what runs."""
        if self._job:
            self._job.stopped = True
            self._replacing.stop()
            if not self._job.writes:
                self._end()

    def _run(
        self, job: _Job, work: Callable[[_Job], _Result], then: Callable[[_Result], object]
    ) -> None:
        """Do one thing at a time; the one before is given up."""
        self.stop()
        self._job = job
        QTimer.singleShot(PATIENCE_MS, self, lambda: self._job is job and self._look.start())

        def took(result: _Result) -> None:
            if self._end_of(job):
                then(result)

        def failed(error: Exception) -> None:
            if not isinstance(error, FlashcardsError):
                raise error
            if self._end_of(job):
                self._page.search.tell(str(error))

        self._means.tasks.run(lambda: work(job), took, failed)

    def _show_progress(self) -> None:
        if self._job:
            self._page.search.show_progress(self._job.done, self._job.count)

    def _end_of(self, job: _Job) -> bool:
        """Whether what a job came to is still wanted."""
        wanted = job.writes or self._job is job
        if self._job is job:
            self._end()
        return wanted

    def _end(self) -> None:
        self._job = None
        self._look.stop()
        self._page.search.show_done()
