"""Keeps the log safe beside the window: backups in the background, and the offer to salvage it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flashcards.domain.tongue import tr

if TYPE_CHECKING:
    from pathlib import Path

    from flashcards.domain.safety import Salvage
    from flashcards.services.safety import Safety
    from flashcards.ui.shell import Shell
    from flashcards.ui.tasks import Tasks


class Rescue(QObject):
    """Works in the background thread only; ``done`` says that the log may be opened again."""

    done = Signal()

    def __init__(self, shell: "Shell", tasks: "Tasks", safety: "Safety") -> None:
        super().__init__(shell)
        self._shell, self._tasks, self._safety = shell, tasks, safety

    def look_after(self) -> None:
        """Check the log and back it up where something was written; a fault is told."""
        self._tasks.run(self._safety.look_after, lambda _: None, self._shell.notice.warn_of)

    def leave(self) -> None:
        """Back up what was written; the window is gone, so a fault is told at the next start."""
        self._tasks.run(self._safety.leave, lambda _: None, lambda _: None)
        self._tasks.finish()

    def offer(self) -> None:
        """Find out what can be saved, and ask."""
        self._tasks.run(self._safety.survey, self._ask, self._shell.notice.warn_of)

    def _ask(self, found: "Salvage") -> None:
        from flashcards.services.damage import salvage_lines  # hardly ever
        from flashcards.ui.dialogs.salvage import SalvageDialog

        dialog = SalvageDialog(salvage_lines(found), self._shell)
        dialog.accepted.connect(partial(self._accept, found))
        dialog.rejected.connect(partial(self._safety.vault.drop, found))
        dialog.open()

    def _accept(self, found: "Salvage") -> None:
        accept = partial(self._safety.vault.accept, found)
        self._tasks.run(accept, self._tell_done, self._shell.notice.warn_of)

    def _tell_done(self, aside: "Path | None") -> None:
        words = tr("Your log was salvaged.")
        if aside:
            words += " " + tr("The damaged files are kept in {folder}.", folder=aside)
        self._shell.notice.warn(words)
        self.done.emit()
