"""Put notes below what a deck says, so that they are read as notes there."""

from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.deck.parse import Deck, parse
from flashcards.domain.deck.stamp import insertions, stamped
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.ids import DeckId
from flashcards.domain.problems import Severity

if TYPE_CHECKING:
    from flashcards.services.ports import DeckEditor, Draft, Places


class DeckNotReadyError(FlashcardsError):
    """A deck to whose end nothing can be added."""

    def __init__(self, deck: Path) -> None:
        super().__init__(
            f"What is added to {deck} would not be read as notes there: something at its end is"
            f" never closed. “flashcards check {deck}” says what; nothing was written."
        )


def joined(text: str, added: str) -> str:
    """Put more below a deck's text, with its line endings and a blank line between."""
    ending = "\r\n" if "\r\n" in text else "\n"
    between = ""
    if text:
        between = ending if text.endswith(("\n", "\r")) else 2 * ending
    return f"{text}{between}{added.replace(chr(10), ending)}"


def with_more(path: Path, draft: "Draft", added: str, count: int) -> str:
    """Give a deck's text with so many notes more. Raises DeckNotReadyError."""
    whole = joined(draft.text, added)
    after = parsed(whole, draft.deck.file)
    grown = len(after.notes) == len(draft.deck.notes) + count
    if not grown or error_count(after) > error_count(draft.deck):
        raise DeckNotReadyError(path)
    return whole


def parsed(text: str, file: str = "") -> Deck:
    """Read a deck's notes; its front matter is passed over."""
    return parse(text, DeckId(""), file, lambda _: None)


def error_count(deck: Deck) -> int:
    """Count what keeps notes of a deck away."""
    return sum(problem.severity is Severity.ERROR for problem in deck.problems)


def append_note(
    path: Path, note: str, decks: "DeckEditor", places: "Places", *, stamp: bool
) -> int:
    """Add a note to a deck, which is made where there is none; give the line it is on.

    ``stamp`` gives it an id that no other note has. Raises a FlashcardsError.
    """
    if stamp:
        taken = {found.explicit_id for deck in decks.read().decks for found in deck.notes}
        note = stamped(note, insertions(note, parsed(note).notes, taken))
    if path.exists():
        draft = decks.open(str(path))
        whole = with_more(path, draft, note, 1)
        draft.save(whole)
    else:
        whole = note
        places.create(path, whole.encode())
    return parsed(whole).notes[-1].span.line
