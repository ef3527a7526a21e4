"""Put notes below what a deck says, so that they are read as notes there."""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.deck.parse import Deck, parse
from flashcards.domain.errors import FlashcardsError, TextChangedError
from flashcards.domain.ids import DeckId
from flashcards.domain.problems import Severity
from flashcards.services.writing import with_ids

if TYPE_CHECKING:
    from flashcards.services.ports import DeckEditor, Places


TRIES = 5
"""So often a note is added over because another program wrote in between."""


class NotANoteError(FlashcardsError):
    """What is to be added is no note."""

    def __init__(self) -> None:
        super().__init__(
            "This is not read as a note, so nothing was written: a note begins with its "
            "question in a line of its own, as in “## What is it?”."
        )


class DeckNotReadyError(FlashcardsError):
    """A deck to whose end nothing can be added."""

    def __init__(self, deck: Path) -> None:
        super().__init__(
            "What is added to {deck} would not be read as notes there: something at its "
            "end is never closed. The Write page, or “flashcards check {deck}”, says what; "
            "nothing was written.",
            deck=deck,
        )


def joined(text: str, added: str) -> str:
    """Put more below a deck's text, with its line endings and a blank line between."""
    ending = "\r\n" if "\r\n" in text else "\n"
    between = ""
    if text:
        between = ending if text.endswith(("\n", "\r")) else 2 * ending
    return f"{text}{between}{added.replace(chr(10), ending)}"


def with_more(before: Deck, text: str, added: str, count: int) -> str:
    """Give a deck's text with so many notes more. Raises DeckNotReadyError."""
    whole = joined(text, added)
    if not grows_by(before, whole, count, error_count(parsed(added))):
        raise DeckNotReadyError(Path(before.file))
    return whole


def grows_by(before: Deck, text: str, count: int, errors: int = 0) -> bool:
    """Whether a text has so many notes more than a deck, and no other error."""
    after = parsed(text, before.file)
    grown = len(after.notes) == len(before.notes) + count
    return grown and error_count(after) <= error_count(before) + errors


def parsed(text: str, file: str = "") -> Deck:
    """Read a deck's notes; its front matter is passed over."""
    return parse(text, DeckId(""), file, lambda _: None)


def error_count(deck: Deck) -> int:
    """Count what keeps notes of a deck away."""
    return sum(problem.severity is Severity.ERROR for problem in deck.problems)


def append_note(
    path: Path,
    note: str,
    decks: "DeckEditor",
    places: "Places",
    taken: Collection[str] | None = None,
) -> int:
    """Add a note to a deck, which is made where there is none; give the line it is on.

    It gets an id that is neither in the deck nor ``taken``; none where that is None. What another
    program writes meanwhile stays. Raises a FlashcardsError.
    """
    if not parsed(note).notes:
        raise NotANoteError
    for _ in range(TRIES):
        with suppress(TextChangedError):
            return _append(path, note, decks, places, taken)
    return _append(path, note, decks, places, taken)


def _append(
    path: Path,
    note: str,
    decks: "DeckEditor",
    places: "Places",
    taken: Collection[str] | None,
) -> int:
    draft = decks.open(str(path)) if path.exists() else None
    own = {each.explicit_id for each in draft.deck.notes} if draft else set[str]()
    named = note if taken is None else with_ids(note, {*taken, *own})[0]
    if draft:
        whole = with_more(draft.deck, draft.text, named, len(parsed(note).notes))
        draft.save(whole)
    else:
        whole = named
        places.create(path, whole.encode())
    return parsed(whole).notes[-1].span.line
