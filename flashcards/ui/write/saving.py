"""Saves a deck's text, and keeps it safe from a crash: a long one in the background."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.tongue import later, tr
from flashcards.services.writing import Clash, Saved, Writing
from flashcards.ui.dialogs.frame import Choice
from flashcards.ui.dialogs.question import QuestionDialog
from flashcards.ui.write.merge_dialog import MergeDialog

if TYPE_CHECKING:
    from flashcards.ui.pages import Means

LONG = 100_000
"""Characters. A text up to there is saved before its key is let go; 2 MB take half a second."""

NOT_SAVED = later("Nothing was saved: your text is still here, and theirs is in the file.")
NOT_SETTLED = later(
    "{name} was not saved: another program changed the same lines. Open it, and save it again, to"
    " choose."
)


@dataclass(slots=True)
class _Save:
    """A save under way: what the page showed when it was asked for, and what came of it."""

    writing: Writing
    shown: str
    outcome: Saved | Clash | None = None


Done = Callable[[Writing, str, Saved], object]
"""Takes what was saved, after the text that was shown then."""


class Saving(QObject):
    """One save at a time, in the order of their keys. ``is_open`` tells whose page it is now.

    ``ended`` is announced after each, however it came out.
    """

    ended = Signal()

    def __init__(
        self, means: "Means", done: Done, is_open: Callable[[Writing], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._means, self._done, self._is_open = means, done, is_open
        self._save: _Save | None = None
        self._again: Callable[[], object] | None = None
        self._kept = 0

    @property
    def is_busy(self) -> bool:
        """Whether a text is being saved."""
        return self._save is not None

    def save(self, writing: Writing, text: str, again: Callable[[], object]) -> None:
        """Save a text; while another is being saved, ``again`` is called once that is done."""
        if self._save:
            self._again = again
            return
        self._start(_Save(writing, text), text)

    def _start(self, save: _Save, text: str, over: Clash | None = None) -> None:
        self._save = save

        def work() -> Saved | Clash:
            save.outcome = save.writing.save(text, over)
            return save.outcome

        if len(text) > LONG:
            failed = partial(self._failed, save)
            self._means.tasks.run(work, partial(self._take, save), failed)
            return
        try:
            outcome = work()
        except FlashcardsError as error:
            self._failed(save, error)
        else:
            self._take(save, outcome)

    def _take(self, save: _Save, outcome: Saved | Clash) -> None:
        """Let the person settle a clash; hand on what was saved."""
        if isinstance(outcome, Saved):
            self._save = None
            self._done(save.writing, save.shown, outcome)
            self._go_on()
        elif not self._is_open(save.writing):
            self._give_up(save, tr(NOT_SETTLED, name=save.writing.file.name))
        else:
            dialog = MergeDialog(outcome.merged, self._means.look, self._means.shell)
            if dialog.exec():
                self._start(save, dialog.result_text, outcome)
            else:
                self._give_up(save, tr(NOT_SAVED))

    def _failed(self, save: _Save, error: Exception) -> None:
        if not isinstance(error, FlashcardsError):
            raise error
        self._give_up(save, str(error))

    def _give_up(self, save: _Save, told: str) -> None:
        """Say why a text was not saved; what is not on the page any more is kept to be offered."""
        self._save = None
        if not self._is_open(save.writing):
            self.keep(save.writing, save.shown)
        self._means.shell.notice.warn(told)
        self._go_on()

    def _go_on(self) -> None:
        self.ended.emit()
        again, self._again = self._again, None
        if again:
            again()

    # --- kept safe from a crash ----------------------------------------------------------------

    def keep(self, writing: Writing, text: str) -> None:
        """Keep a text, unless it is just being saved."""
        if self._save and self._save.writing is writing and self._save.shown == text:
            return
        self._do(partial(writing.keep, text), len(text) > LONG)

    def forget(self, writing: Writing, text: str) -> None:
        """Keep nothing of a deck any more."""
        self._do(writing.forget, len(text) > LONG)

    def _do(self, deed: Callable[[], object], is_long: bool) -> None:
        if is_long:
            self._kept += 1
            self._means.tasks.run(deed, self._count, self._tell)
            return
        try:
            deed()
        except FlashcardsError as error:
            self._tell(error)

    def _count(self, _: object = None) -> None:
        self._kept = max(0, self._kept - 1)

    def _tell(self, error: Exception) -> None:
        self._count()
        self._means.shell.notice.warn_of(error)

    def finish(self) -> None:
        """Let all of it come to its end, as another deck is opened, or the window closed."""
        save = self._save
        if save or self._kept:
            self._means.tasks.finish()
        if save and not isinstance(save.outcome, Saved):
            save.writing.keep(save.shown)

    def is_safe(self, writing: Writing, text: str, *, dirty: bool) -> bool:
        """Keep what is not saved as it leaves the page; where that fails, ask if it may be lost."""
        save = self._save
        is_taken = save and save.writing is writing and save.shown == text
        try:
            self.finish()
            if dirty and not is_taken:
                writing.keep(text)
        except FlashcardsError as error:
            return self._may_be_lost(error)
        if not dirty:
            self.forget(writing, text)
        return True

    def _may_be_lost(self, error: FlashcardsError) -> bool:
        told = tr(
            "It is not saved, and cannot be kept for the next start, either. {reason}", reason=error
        )
        choices = (
            Choice(tr("Give it up"), tr("Lose what is not saved")),
            Choice(tr("Stay"), tr("Go on with it")),
        )
        title = tr("Give up what you wrote?")
        return bool(QuestionDialog(title, told, *choices, self._means.shell).exec())
