"""Keeps the decks in use the newest: after a save, in another home, once notes are told apart."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flashcards.domain.tongue import tr
from flashcards.ui.adopting import Adopting
from flashcards.ui.deck_watch import DeckWatch, Marks

if TYPE_CHECKING:
    from flashcards.services.desk import Desk
    from flashcards.services.settling import CopiedPort
    from flashcards.ui.shell import Shell
    from flashcards.ui.tasks import Tasks


class Keeping(QObject):
    """``renewed`` says that other decks are in use now; ``failed`` carries why they are not.

    ``mark`` is called, in the background, before any are read.
    """

    renewed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        shell: "Shell",
        tasks: "Tasks",
        desk: "Desk",
        mark: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell, self._tasks, self._desk, self._mark = shell, tasks, desk, mark
        self._watch: DeckWatch | None = None
        self.adopting = Adopting(tasks, desk, shell.notice.warn, self)

    def stop(self) -> None:
        """Take nothing over any more: the window is being closed."""
        self.adopting.stop()

    # --- read again ----------------------------------------------------------------------------

    def watch(self, seen: Marks) -> None:
        """Read decks again when an editor has saved one; ``seen`` is how they were as read."""
        if self._watch is None:
            self._watch = DeckWatch(self._desk.decks.roots, self._desk.deck_marks, self)
            self._watch.changed.connect(self.read)
            self._watch.start(seen)

    def read(self, told: str = "") -> None:
        """Read what changed, and say something once that is in use."""
        show = partial(self._show, told=told) if told else self._show
        self.adopting.read(self._mark, show, self._fail)

    def _show(self, _: object = None, *, told: str = "") -> None:
        if told:
            self._shell.notice.tell(told)
        self.renewed.emit()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)

    # --- where they live -----------------------------------------------------------------------

    def settle(self, folder: str) -> None:
        """Let the decks live in a folder; without one, ask no more."""
        home, notice = self._desk.home, self._shell.notice
        if folder:
            notice.tell(tr("The decks are being copied."))
            live = partial(self._live_in, Path(folder))
            self._tasks.run(partial(home.copy, Path(folder)), live, notice.warn_of)
        else:
            with notice.telling():
                self.read(home.decline())

    def _live_in(self, folder: Path, copied: "CopiedPort") -> None:
        """Read the decks where they were copied to."""
        with self._shell.notice.telling():
            self.read_elsewhere(self._desk.home.remember(folder, copied))

    def read_elsewhere(self, told: str) -> None:
        """Read and watch, from now on, the folder of decks that is in force now."""
        if self._watch:
            self._watch.deleteLater()
            self._watch = None
            self.watch(dict(self._desk.deck_marks()))
        self.read(told)

    # --- which notes are one -------------------------------------------------------------------

    def decide(self, verb: str, new: str, old: str) -> None:
        """Write what the person says of two notes, and read the decks with it."""
        from flashcards.services.deciding import decide  # not before the first paint

        with self._shell.notice.telling():
            self.read(decide(self._desk.library, verb, new, old))
