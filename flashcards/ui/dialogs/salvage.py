"""A damaged log: what can be saved of it, and the choice to do so."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from flashcards.domain.tongue import later, tr
from flashcards.ui.dialogs.frame import Choice
from flashcards.ui.dialogs.question import QuestionDialog

_KEPT = later("The damaged files are kept in a folder of their own. Your decks are not touched.")


class SalvageDialog(QuestionDialog):
    """Asks once; Escape leaves everything as it is."""

    def __init__(self, lines: Sequence[str], parent: QWidget) -> None:
        told = "\n".join((*lines, "", tr(_KEPT)))
        take = Choice(tr("Salvage"), tr("Go on with what can be saved"))
        leave = Choice(tr("Leave it"), tr("Leave everything as it is"))
        super().__init__(tr("Your log is damaged"), told, take, leave, parent)
