"""Notes added from anywhere, and what an earlier window left unsaved: gone on with, or given up."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from flashcards.domain.tongue import tr
from flashcards.ui.dialogs.frame import Choice
from flashcards.ui.dialogs.question import QuestionDialog
from flashcards.ui.write.noting import Noting

if TYPE_CHECKING:
    from flashcards.services.desk import Desk
    from flashcards.services.writing import Left
    from flashcards.ui.adopting import Adopting
    from flashcards.ui.shell import Shell
    from flashcards.ui.theme.look import Look


class LeftOver(QObject):
    """``noting`` asks for notes; ``give_up`` forgets what was written on the Write page."""

    def __init__(
        self,
        shell: "Shell",
        look: "Look",
        desk: "Desk",
        adopting: "Adopting",
        give_up: Callable[[Path], object],
    ) -> None:
        super().__init__(shell)
        self._shell, self._desk, self._give_up = shell, desk, give_up
        self.noting = Noting(shell, look, desk, adopting)

    def discard(self, left: "Left") -> bool:
        """Give up what was written and not saved, if the person means it."""
        told = tr(
            "What you wrote in {name} until {when} is gone for good then. The file stays as it is.",
            name=Path(left.file).name,
            when=left.when,
        )
        choices = (
            Choice(tr("Discard"), tr("Give it up")),
            Choice(tr("Keep it"), tr("Leave it to be saved")),
        )
        asked = QuestionDialog(tr("Discard what you wrote?"), told, *choices, self._shell)
        if not asked.exec():
            return False
        if left.form:
            self._desk.paper.unsaved.remove(left.key)
        else:
            self._give_up(Path(left.file))
        return True
