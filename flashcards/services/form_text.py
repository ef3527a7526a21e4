"""What stands in a form and is not written yet: kept safe from a crash, and offered back."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.deck.endings import plain
from flashcards.domain.errors import FlashcardsError
from flashcards.services.appending import parsed
from flashcards.services.writing import Left, all_left, left_in

if TYPE_CHECKING:
    from flashcards.services.writing import Paper

ADDED = "new-note"


@dataclass(frozen=True, slots=True)
class FormText:
    """A note's text in a form: of the note called ``note``, or of a new one where that is empty."""

    paper: "Paper"
    file: Path
    note: str = ""

    @property
    def key(self) -> str:
        """Tell under which name it is kept: there is one new note at a time."""
        return f"{self.file}#{self.note}" if self.note else ADDED

    def keep(self, file: Path, base: str, text: str) -> None:
        """Keep what is written, and what it began with. Raises a FlashcardsError."""
        at = self.paper.clock()
        words = {"file": str(file), "text": text, "base": base, "form": self.key, "note": self.note}
        kept = words | {"at": str(at.utc_ms), "offset": str(at.offset_min)}
        self.paper.unsaved.write(self.key, json.dumps(kept))

    def forget(self) -> None:
        """Keep nothing any more: it was written, or given up."""
        self.paper.unsaved.remove(self.key)

    def left(self) -> Left | None:
        """Give what an earlier window did not write, where it says something else than the deck."""
        left = left_in(self.paper.unsaved.read(self.key))
        return left if left and is_left(self.paper, left) else None


def everything_left(paper: "Paper") -> list[Left]:
    """Give every text that was not saved: of decks, and of forms."""
    return [*all_left(paper), *(left for left in _forms(paper) if is_left(paper, left))]


def _forms(paper: "Paper") -> list[Left]:
    found = (left_in(kept) for kept in paper.unsaved.all())
    return [left for left in found if left and left.form]


def is_left(paper: "Paper", left: Left) -> bool:
    """Whether a form's note is not in its deck; a crash may come between writing and forgetting."""
    try:
        said = plain(paper.texts.read(Path(left.file)).text)
    except FlashcardsError:
        return True
    if left.note:
        blocks = [said[note.span.start : note.span.end] for note in parsed(said).notes]
        return left.text not in [block.strip("\n") for block in blocks]
    mine = [(note.kind, note.prompt, note.body.strip()) for note in parsed(left.text).notes]
    theirs = [(note.kind, note.prompt, note.body.strip()) for note in parsed(said).notes]
    return not mine or any(note not in theirs for note in mine)
