"""A note of the open deck written once more, split at the cursor, or put together with the next."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.tongue import later, tr
from flashcards.services.notes import Notes
from flashcards.ui.dialogs.frame import Choice
from flashcards.ui.shelves.asking import NameDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flashcards.services.desk import Desk
    from flashcards.services.notes import Done

REGROUPING = ("duplicate-note", "split-note", "merge-note")
SAVE_FIRST = later("Save the deck first: this is written into the file at once.")
STAYS = later("The history stays with what is above the cursor; the new note begins new.")

Deed = Callable[[], "Done"]


def deed_of(name: str, desk: "Desk", file: Path, line: int, window: "QWidget") -> Deed | None:
    """Give what is to be done to the note at a line; None where the person left it."""
    notes = Notes(desk.decks, desk.places, desk.together)
    here = f"{file}:{line}"
    if name == "duplicate-note":
        return lambda: notes.duplicate(here)
    if name == "merge-note":
        return lambda: notes.merge(here, notes.below(file, line))
    take = Choice(tr("Split"), tr("Begin a new note here"))
    question = tr("What does the new note ask?")
    dialog = NameDialog(question, "", lambda _: tr(STAYS), take, window)
    if not dialog.exec():
        return None
    prompt = dialog.words
    return lambda: notes.split(here, line, prompt)
