"""Asks for a note's text in a dialog, and writes it: during a review, or from anywhere."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

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
    give_id,
    name_of,
    note_of_card,
)
from flashcards.services.writing import Clash, Saved, Writing
from flashcards.ui.write.merge_dialog import MergeDialog
from flashcards.ui.write.note_dialogs import AddDialog, Done, EditDialog

if TYPE_CHECKING:
    from flashcards.services.desk import Desk
    from flashcards.services.writing import Left
    from flashcards.ui.adopting import Adopting
    from flashcards.ui.shell import Shell
    from flashcards.ui.theme.look import Look

Written = tuple[Writing, Saved | Clash]
"""A deck, and what came of writing into it."""

NO_DECK = later("There is no deck to add to yet: the Write page begins one.")


@dataclass(frozen=True, slots=True)
class Before:
    """How a note was before it was edited."""

    file: Path
    name: str
    text: str


class Noting(QObject):
    """``written`` tells in a sentence that a deck is another one now, and was read so.

    ``renamed`` comes before it, with an edited note's name and the one it has now; ``ended`` when
    an edit was taken back, or could not be.
    """

    written = Signal(str)
    renamed = Signal(str, str)
    ended = Signal()

    def __init__(self, shell: "Shell", look: "Look", desk: "Desk", adopting: "Adopting") -> None:
        super().__init__(shell)
        self._shell, self._look, self._desk, self._adopting = shell, look, desk, adopting
        self._before: Before | None = None
        self._is_busy = False
        self._last = ""

    # --- during a review -----------------------------------------------------------------------

    def edit(self, card: CardId) -> None:
        """Edit a card's note; its history stays with it."""
        found, note = find_note(self._desk, card), note_of_card(self._desk, card)
        self._ask(found, FormText(self._desk.paper, found.writing.file, name_of(note)), card)

    def _ask(self, found: Found, safe: FormText, card: CardId | None = None) -> None:
        left = safe.left()
        write = partial(self._change, found, left.base if left else "", card)
        dialog = EditDialog(write, safe, self._desk, self._look, self._shell)
        dialog.begin(found.writing.file, found.head, found.text)
        if left:
            dialog.offer_back(left)
        dialog.exec()

    def _change(self, found: Found, base: str, card: CardId | None, text: str, done: Done) -> None:
        """Write another text for a note; one without an id is given it first, and that is read."""

        def change() -> Written:
            now = found
            if not found.is_named:
                now = find_named(self._desk, found.writing.file, found.name, _prompt(found.text))
            return now.writing, change_note(now, text, base)

        def changed() -> None:
            file = found.writing.file
            self._before = Before(file, found.name, found.text)
            if card:
                self.renamed.emit(note_of(card), found.name)
            self.written.emit(tr("Saved in {name}. Undo takes the edit back.", name=file.name))
            done(None)

        if found.is_named:
            self._write(change, changed, done)
        else:
            then = partial(self._write, change, changed, done)
            self._write(lambda: (found.writing, give_id(found)), then, done)

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
        if before is None or self._is_busy:
            return
        self._is_busy, gone = True, list[NoteGoneError]()

        def change() -> Written:
            try:
                found = find_named(self._desk, before.file, before.name, _prompt(before.text))
            except NoteGoneError as error:
                gone.append(error)
                raise
            return found.writing, change_note(found, before.text)

        def changed() -> None:
            self._before = None
            self.written.emit(tr("The note in {name} is again as it was.", name=before.file.name))
            self._end()

        def not_changed(why: str | None) -> None:
            if gone:
                self._before = None
            if why:
                self._shell.notice.warn(why)
            self._end()

        self._write(change, changed, not_changed)

    def _end(self) -> None:
        self._is_busy = False
        self.ended.emit()

    # --- from anywhere -------------------------------------------------------------------------

    def add(self, deck: str = "", otherwise: str = "") -> None:
        """Add a note to the deck of choice; ``deck`` is offered, else the one added to last."""
        self._ask_for_new(FormText(self._desk.paper, Path()), deck or self._last or otherwise)

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

    def _ask_for_new(self, safe: FormText, deck: str = "") -> None:
        shelves = self._desk.library.catalogue.shelves
        decks = list({shelf.file: str(shelf.deck) for shelf in shelves}.items())
        if not decks:
            self._shell.notice.tell(tr(NO_DECK))
            return
        left = safe.left()
        dialog = AddDialog(decks, self._add, safe, self._desk, self._look, self._shell)
        dialog.choose(left.file if left else deck)
        if left:
            dialog.offer_back(left)
        dialog.exec()

    def _add(self, file: Path, text: str, done: Done) -> None:
        def added(_: object) -> None:
            self._last = str(file)
            self.written.emit(tr("Added to {name}.", name=file.name))
            done(None)

        work = partial(add_note, self._desk, file, text)
        self._adopting.read(work, added, partial(_tell, done))

    # --- writing -------------------------------------------------------------------------------

    def _write(self, work: Callable[[], Written], then: Callable[[], object], done: Done) -> None:
        """Write in the background, and read the decks with it; let the person settle a clash."""

        def taken(made: Written) -> None:
            writing, outcome = made
            if isinstance(outcome, Saved):
                then()
            else:  # once the decks that were read are in use
                settle = partial(self._settle, writing, outcome, then, done)
                QTimer.singleShot(0, self, settle)

        self._adopting.read(work, taken, partial(_tell, done))

    def _settle(
        self, writing: Writing, clash: Clash, then: Callable[[], object], done: Done
    ) -> None:
        dialog = MergeDialog(clash.merged, self._look, self._shell)
        if dialog.exec():
            text = dialog.result_text
            self._write(lambda: (writing, writing.save(text, clash)), then, done)
        else:
            done("")


def _tell(done: Done, error: Exception) -> None:
    """Let whoever asked say why nothing was written."""
    if not isinstance(error, FlashcardsError):
        raise error
    done(str(error))


def _prompt(text: str) -> str:
    """Give the words of a note's heading."""
    return split_heading(text.partition("\n")[0].lstrip("# "))[0]
