"""Corrections of decks that have one right answer: shown first, written when the person says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from typing import TYPE_CHECKING

from flashcards.domain.collection import collect
from flashcards.domain.deck.blocks import lines_of
from flashcards.domain.deck.fix import fix, fixable
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.identity import Known

if TYPE_CHECKING:
    from flashcards.services.ports import DeckEditor, Draft


@dataclass(frozen=True, slots=True)
class Correction:
    """What would be changed in one file; or why nothing can be."""

    file: str
    diff: tuple[str, ...] = ()
    gone: int = 0
    text: str = ""
    draft: "Draft | None" = None
    fault: str = ""

    def write(self) -> str:
        """Change the file, and say why that was not possible, or nothing."""
        assert self.draft is not None, "only what can be changed is written"
        try:
            self.draft.save(self.text)
        except FlashcardsError as error:
            return str(error)
        return ""


def corrections(source: "DeckEditor") -> Iterator[Correction]:
    """Yield what can be corrected; nothing is written."""
    for deck in source.read().decks:
        if fixable(collect([deck], Known()).problems):
            found = _correction(source, deck.file)
            if found.diff or found.fault:
                yield found


def _correction(source: "DeckEditor", file: str) -> Correction:
    """Read the file once more, so that what is changed is what was read."""
    try:
        draft = source.open(file)
    except FlashcardsError as error:
        return Correction(file, fault=str(error))
    fixed = fix(draft.text)
    before, after = _lines(draft.text), _lines(fixed.text)
    diff = unified_diff(before, after, file, f"{file} (corrected)", lineterm="", n=1)
    return Correction(file, tuple(diff), fixed.gone, fixed.text, draft)


def _lines(text: str) -> list[str]:
    return [line.text for line in lines_of(text)]
