"""What a deck that is being written has to do with the rest: its schedules, the ids taken."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day, date_of
from flashcards.domain.entry import Entry
from flashcards.domain.ids import card_id, note_of
from flashcards.domain.note import Note
from flashcards.domain.spoken import due_text
from flashcards.domain.tongue import tr

if TYPE_CHECKING:
    from flashcards.services.library import Library

ANONYMOUS = "~"
"""What the names of notes without an id begin with."""


class Standings(Mapping[str, str]):
    """Says how each note of a deck stands, by its id or its fingerprint; new ones are left out.

    A deck may have thousands, of which a few are in sight: each is looked up when it is asked for.
    """

    def __init__(self, library: "Library", file: str) -> None:
        self._library = library
        self._entries = {
            entry.note.explicit_id or entry.fingerprint: entry for entry in library.entries_in(file)
        }

    def __getitem__(self, name: str) -> str:
        """Say when a note's first card is due; a KeyError where none was learned."""
        words = self._words(self._entries[name])
        if not words:
            raise KeyError(name)
        return words

    def _words(self, entry: Entry) -> str:
        known = self._library.schedules
        cards = (card_id(entry.name, key) for key, _ in entry.asked)
        schedules = [known[card] for card in cards if card in known]
        days = [each.due for each in schedules if each.due is not None and not each.suspended]
        if not days:
            return tr("suspended") if any(each.suspended for each in schedules) else ""
        today = self._library.today()
        first = min(days)
        return tr("due") if first <= today else due_text(date_of(first), date_of(Day(today)))

    def __iter__(self) -> Iterator[str]:
        return (name for name, entry in self._entries.items() if self._words(entry))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def ids_elsewhere(library: "Library", file: str) -> dict[str, str]:
    """Tell in which other deck each id stands."""
    return {
        note: shelf.file
        for shelf in library.catalogue.shelves
        if shelf.file != file
        for note in map(note_of, shelf.cards)
        if not note.startswith(ANONYMOUS)
    }


def topics(library: "Library") -> set[str]:
    """Name the topics of all decks."""
    return {shelf.topic for shelf in library.catalogue.shelves}


def tags(notes: Iterable[Note]) -> set[str]:
    """Name the tags of some notes."""
    return {tag for note in notes for tag in note.tags}
