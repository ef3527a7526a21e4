"""Asks for a note's text in a dialog, and writes it: during a review, or from anywhere."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flashcards.domain.deck.attributes import split_heading
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.ids import CardId, note_of
from flashcards.domain.tongue import later, tr
from flashcards.services.form_text import FormText
from flashcards.services.noting import (
    Found,
    NoteGoneError,
    add_note,
    change_note,
    find_named,
    find_note,
    name_of,
    note_of_card,
)
from flashcards.services.writing import Clash, Saved
from flashcards.ui.write.merge_dialog import MergeDialog
from flashcards.ui.write.note_dialogs import AddDialog, EditDialog

if TYPE_CHECKING:
    from flashcards.services.desk import Desk
    from flashcards.services.writing import Left, Writing
    from flashcards.ui.shell import Shell
    from flashcards.ui.theme.look import Look

NO_DECK = later("There is no deck to add to yet: the Write page begins one.")


@dataclass(frozen=True, slots=True)
class Before:
    """How a note was before it was edited."""

    file: Path
    name: str
    text: str


class Noting(QObject):
    """``written`` tells in a sentence that a deck is another one now, and was read so.

    ``renamed`` comes before it, with an edited note's name and the one it has now.
    """

    written = Signal(str)
    renamed = Signal(str, str)

    def __init__(self, shell: "Shell", look: "Look", desk: "Desk") -> None:
        super().__init__(shell)
        self._shell, self._look, self._desk = shell, look, desk
        self._before: Before | None = None
        self._last = ""

    # --- during a review -----------------------------------------------------------------------

    def edit(self, card: CardId) -> None:
        """Edit a card's note; its history stays with it."""
        found, note = find_note(self._desk, card), note_of_card(self._desk, card)
        self._ask(found, FormText(self._desk.paper, found.writing.file, name_of(note)), card)

    def _ask(self, found: Found, safe: FormText, card: CardId | None = None) -> None:
        left = safe.left()
        base = left.base if left else ""

        def write(text: str) -> bool:
            return self._settled(change_note(self._desk, found, text, base), found.writing)

        dialog = EditDialog(write, safe, self._desk, self._look, self._shell)
        dialog.begin(found.writing.file, found.head, found.text)
        if left:
            dialog.offer_back(left)
        if dialog.exec() and dialog.text != found.text:
            self._before = Before(found.writing.file, found.name, found.text)
            self._read_again()
            if card:
                self.renamed.emit(note_of(card), found.name)
            self.written.emit(
                tr("Saved in {name}. Undo takes the edit back.", name=found.writing.file.name)
            )

    @property
    def can_take_back(self) -> bool:
        """Whether the last thing that was done is an edit."""
        return self._before is not None

    def forget(self) -> None:
        """Take no edit back any more: something else was done since."""
        self._before = None

    def take_back(self) -> None:
        """Write a note as it was before it was edited; a fault leaves that to be tried again."""
        before = self._before
        if before is None:
            return
        try:
            found = find_named(self._desk, before.file, before.name, _prompt(before.text))
        except NoteGoneError:
            self._before = None
            raise
        if self._settled(change_note(self._desk, found, before.text), found.writing):
            self._before = None
            self._read_again()
            self.written.emit(tr("The note in {name} is again as it was.", name=before.file.name))

    # --- from anywhere -------------------------------------------------------------------------

    def add(self) -> None:
        """Add a note to the deck of choice."""
        self._ask_for_new(FormText(self._desk.paper, Path()))

    def go_on(self, left: "Left") -> None:
        """Show a form again with what it held; where its note is gone, as a new one."""
        safe, file = FormText(self._desk.paper, Path(left.file), left.note), Path(left.file)
        if not left.note:
            self._ask_for_new(safe)
            return
        try:
            found = find_named(self._desk, file, left.note, _prompt(left.text))
        except FlashcardsError:
            self._ask_for_new(safe)
        else:
            self._ask(found, safe)

    def _ask_for_new(self, safe: FormText) -> None:
        shelves = self._desk.library.catalogue.shelves
        decks = list({shelf.file: str(shelf.deck) for shelf in shelves}.items())
        if not decks:
            self._shell.notice.tell(tr(NO_DECK))
            return
        add, left = partial(add_note, self._desk), safe.left()
        dialog = AddDialog(decks, add, safe, self._desk, self._look, self._shell)
        dialog.choose(left.file if left else self._last)
        if left:
            dialog.offer_back(left)
        if dialog.exec():
            self._last = str(dialog.file)
            self._read_again()
            self.written.emit(tr("Added to {name}.", name=dialog.file.name))

    def _read_again(self) -> None:
        """Read the decks with what was written; where that fails, the watch tries again."""
        self._desk.library.adopt(self._desk.library.read_decks())

    def _settled(self, outcome: Saved | Clash, writing: "Writing") -> bool:
        """Let the person settle a clash; tell whether something was written."""
        while isinstance(outcome, Clash):
            dialog = MergeDialog(outcome.merged, self._look, self._shell)
            if not dialog.exec():
                return False
            outcome = writing.save(dialog.result_text, outcome)
        return True


def _prompt(text: str) -> str:
    """Give the words of a note's heading."""
    return split_heading(text.partition("\n")[0].lstrip("# "))[0]
