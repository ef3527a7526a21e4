"""What is kept of a deck that was read: its notes with their names, and what each asks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from flashcards.domain.catalogue import Shelf, shelves_of
from flashcards.domain.deck.parse import Deck
from flashcards.domain.identity import Named, fingerprint
from flashcards.domain.ids import DeckId, NoteId, card_id
from flashcards.domain.kinds import expand
from flashcards.domain.note import Card, Note
from flashcards.domain.problems import Problem
from flashcards.domain.search.listed import Listed

NAMELESS = NoteId("")
"""Of a note that cannot be told from another one, so that nothing of it is asked."""


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A deck file that there is; while its ``stamp`` is the same, so is what it says.

    ``saved_ms`` is when it was last written, in UTC; 0 where that is unknown.
    """

    path: str
    deck: DeckId
    stamp: str
    saved_ms: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """All deck files, in their order, and folders that cannot be looked into."""

    files: tuple[DeckFile, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A note, keys and prompts of its questions, what is wrong, and its name once it has one."""

    note: Note
    fingerprint: str
    asked: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]
    name: NoteId = NAMELESS
    adopted: bool = False

    @property
    def named(self) -> Named:
        """The note with its name, as the log notes it."""
        return Named(self.name, self.note, self.fingerprint, self.adopted)

    def listed(self) -> Iterator[Listed]:
        """Tell of the note's cards in a line each."""
        return (Listed(card_id(self.name, key), prompt, self.note) for key, prompt in self.asked)

    def cards(self) -> Iterator[Card]:
        """Make the note's cards; one without a name has none."""
        if self.name:
            for faces in expand(self.note).faces:
                yield Card(card_id(self.name, faces.key), self.name, self.note, faces)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One file, read: ``stamp`` is how it was then; ``problems`` are those without its notes'."""

    file: str
    deck: DeckId
    stamp: str
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Filed:
    """What is kept in memory of a file: which cards it has, and everything wrong with it."""

    file: str
    stamp: str
    shelves: tuple[Shelf, ...] = ()
    problems: tuple[Problem, ...] = ()


def leaf_of(file: DeckFile, deck: Deck | None, problems: Iterable[Problem]) -> Leaf:
    """Work out what each note asks. What could not be read is read again next time."""
    if deck is None:
        return Leaf(file.path, file.deck, "", (), tuple(problems))
    entries = tuple([_entry(note) for note in deck.notes])
    return Leaf(file.path, file.deck, file.stamp, entries, (*deck.problems, *problems))


def _entry(note: Note) -> Entry:
    expansion = expand(note)
    asked = tuple([(faces.key, faces.prompt) for faces in expansion.faces])
    return Entry(note, fingerprint(note.kind, note.prompt), asked, expansion.problems)


def renamed(leaf: Leaf, names: dict[tuple[str, int], Named]) -> Leaf:
    """Give a file's notes their names, found by where they stand; the others have none."""
    return replace(leaf, entries=tuple([_renamed(entry, names) for entry in leaf.entries]))


def _renamed(entry: Entry, names: dict[tuple[str, int], Named]) -> Entry:
    named = names.get((entry.note.file, entry.note.span.start))
    name, adopted = (named.id, named.adopted) if named else (NAMELESS, False)
    if (entry.name, entry.adopted) == (name, adopted):
        return entry
    return Entry(entry.note, entry.fingerprint, entry.asked, entry.problems, name, adopted)


def filed(leaf: Leaf, problems: Iterable[Problem]) -> Filed:
    """Sum a file up; ``problems`` are those of its notes' names."""
    notes = [entry for entry in leaf.entries if entry.name]
    found = [*leaf.problems, *problems]
    found += [problem for entry in notes for problem in entry.problems]
    cards = ((each.note, [card_id(each.name, key) for key, _ in each.asked]) for each in notes)
    return Filed(leaf.file, leaf.stamp, tuple(shelves_of(cards)), tuple(sorted(set(found))))
