"""Reads what is being written, beside the window: its problems, its notes, the cards of one."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flashcards.domain.spoken import minutes_text
from flashcards.domain.tongue import tr, trn
from flashcards.services.proofreading import Proof, Proofreader, length_of
from flashcards.ui.widgets.pause import pause
from flashcards.ui.write.passage import passage_at
from flashcards.ui.write.preview import NO_CARD, NONE

if TYPE_CHECKING:
    from flashcards.services.views import CardView
    from flashcards.ui.tasks import Tasks
    from flashcards.ui.write.page import WritePage

PROOF_MS = 350
"""So long after the last key the text is proofread, in the background."""

PREVIEW_MS = 120


class Proofing(QObject):
    """``advanced`` says that more is known; ``elsewhere`` gives the ids of the other decks."""

    advanced = Signal()

    def __init__(
        self, tasks: "Tasks", page: "WritePage", elsewhere: Callable[[], Mapping[str, str]]
    ) -> None:
        super().__init__(page)
        self._tasks, self._page, self._elsewhere = tasks, page, elsewhere
        self._reader: Proofreader | None = None
        self._proof = Proof("", (), ())
        self._is_busy = False
        self._cards: list[CardView] = []
        self._passage = ""
        self._proofs = pause(self, PROOF_MS, self._proofread)
        self._previews = pause(self, PREVIEW_MS, self._show_note)
        page.editor.edited.connect(self._proofs.start)
        page.editor.edited.connect(self._previews.start)
        page.editor.cursorPositionChanged.connect(self._previews.start)

    def begin(self, reader: Proofreader) -> None:
        """Read another deck's text."""
        self._reader = reader
        self._proofread()
        self._previews.start()

    def summary(self) -> tuple[str, str, str]:
        """Count the notes, their problems, and the words of the note at the cursor, if any."""
        length = length_of(next(iter(self._cards), None), self._passage)
        words = trn("{count} word in this note", "{count} words in this note", length.words)
        if not length.words:
            words = ""
        elif length.has:
            words = tr(
                "{words}, told in {minutes} of {limit}",
                words=words,
                minutes=minutes_text(length.told),
                limit=minutes_text(length.has),
            )
        used = sum(bool(note.kind) for note in self._proof.notes)
        notes = trn("{count} note", "{count} notes", used)
        return notes, trn("{count} problem", "{count} problems", len(self._proof.problems)), words

    def _proofread(self) -> None:
        """Read the text in the background; while that is done, the next reading waits."""
        if self._reader is None or self._is_busy:
            self._proofs.start()
            return
        reader, elsewhere, text = self._reader, self._elsewhere(), self._page.editor.text
        self._is_busy = True
        self._tasks.run(
            lambda: (reader, reader.proof(text, elsewhere)), self._take_proof, self._fail
        )

    def _take_proof(self, done: tuple[Proofreader, Proof]) -> None:
        self._is_busy = False
        reader, proof = done
        if reader is not self._reader or proof.text != self._page.editor.text:
            self._proofs.start()
            return
        self._proof = proof
        self._page.editor.show_problems(proof.problems)
        self._page.outline.show_notes(proof.notes, self._page.editor.line())
        self.advanced.emit()

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        raise error

    def _show_note(self) -> None:
        """Show the cards of the note in which the cursor is."""
        if self._reader is None:
            return
        editor = self._page.editor
        passage = passage_at(editor.document(), editor.line())
        self._cards = self._reader.cards(passage.text) if passage.is_note else []
        self._page.preview.show_cards(self._cards, tr(NO_CARD if passage.is_note else NONE))
        self._passage = passage.text
        self._page.outline.show_line(editor.line())
        self.advanced.emit()
