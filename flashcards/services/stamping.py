"""Write missing ids into decks, because the person asked for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards.domain.deck.misplaced import nameable
from flashcards.domain.deck.stamp import insertions, stamped
from flashcards.domain.errors import FlashcardsError

if TYPE_CHECKING:
    from flashcards.services.ports import DeckEditor


@dataclass(frozen=True, slots=True)
class Stamped:
    """What was written into one file: each new id with its line; or why nothing was."""

    file: str
    ids: tuple[tuple[int, str], ...]
    fault: str = ""


def stamp_decks(source: "DeckEditor", taken: Iterable[str] = ()) -> list[Stamped]:
    """Stamp every deck of ``source`` that needs it; one that cannot be written costs no other.

    ``taken`` are ids that stand in other decks.
    """
    decks = source.read().decks
    used = set(taken) | {note.explicit_id for deck in decks for note in deck.notes}
    results = []
    for deck in decks:
        if any(not note.explicit_id for note in nameable(deck.notes)):
            result = _stamp(source, deck.file, used)
            used |= {name for _, name in result.ids}
            results.append(result)
    return results


def _stamp(source: "DeckEditor", file: str, used: set[str]) -> Stamped:
    """Read the file once more, so that what is changed is what is read; then write it."""
    try:
        draft = source.open(file)
        found = insertions(draft.text, nameable(draft.deck.notes), used)
        draft.save(stamped(draft.text, found))
    except FlashcardsError as error:
        return Stamped(file, (), str(error))
    return Stamped(file, tuple((insertion.line, insertion.id) for insertion in found))
