"""The decks as they are now: a few words of each card in memory, the rest in the index."""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from flashcards.domain.catalogue import Catalogue
from flashcards.domain.entry import DeckFile, Entry, Filed, Leaf, Listing, filed, leaf_of, renamed
from flashcards.domain.errors import ChangedElsewhereError, IndexLostError
from flashcards.domain.identity import Identified, Known, Named, identify, known_of
from flashcards.domain.ids import CardId, NoteId, note_of
from flashcards.domain.log.events import Event, Undone
from flashcards.domain.log.merge import merged
from flashcards.domain.note import Card
from flashcards.domain.problems import Problem
from flashcards.domain.signs import Signs, names_in, neighbourhood, signs_in

if TYPE_CHECKING:
    from flashcards.services.ports import DeckSource, Index, Log

_T = TypeVar("_T")

MANY = 64
"""So many files that must be named together are not looked for one by one: all are taken."""

_KEPT = 64
"""So many notes, and cards, that were asked for last are kept in memory."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at the deck files came to: which there are, and those that had changed, read."""

    listing: Listing
    read: Mapping[str, Leaf]


@dataclass(frozen=True, slots=True)
class Renamed:
    """The notes that were named anew, what the log knew of them, and which cards there are now."""

    entries: tuple[Entry, ...]
    known: Known
    catalogue: Catalogue


class Decks:
    """Reads again only what changed, and names again only what that may concern."""

    def __init__(self, source: "DeckSource", index: "Index", log: "Log") -> None:
        self._source, self._index, self._log = source, index, log
        self._listing = Listing(())
        self._saved: dict[str, int] = {}
        self._version = 0
        self._filed: dict[str, Filed] = {}
        self._entries: dict[NoteId, Entry | None] = {}
        self._cards: dict[CardId, Card | None] = {}
        self._decisions: list[Event] = []
        self._note: Callable[[Renamed], object] = lambda _: None
        self.catalogue = Catalogue()
        self.problems: tuple[Problem, ...] = ()

    # --- reading ---------------------------------------------------------------------------

    def remember(self) -> None:
        """Learn what the index holds, so that a look need not read it all again."""
        try:
            self._catch_up()
        except IndexLostError:
            self._filed, self._version = {}, 0

    def look(self) -> Seen:
        """Read the files that changed; touches nothing else, so another thread may do it."""
        listing, known = self._source.listing(), self._filed
        changed = [
            file
            for file in listing.files
            if file.path not in known or known[file.path].stamp != file.stamp
        ]
        return Seen(listing, self._read(changed))

    def _read(self, files: Iterable[DeckFile]) -> dict[str, Leaf]:
        return {file.path: leaf_of(file, *self._source.read_file(file)) for file in files}

    def take(self, seen: Seen, note: Callable[[Renamed], object]) -> None:
        """Take over what a look came to, and what was noted in the log since.

        ``note`` is told of notes that were named anew, before that is kept: now and later.
        """
        self._note = note
        try:
            self._insisting(lambda: self._take(seen))
        except IndexLostError:
            self._begin_anew()

    def _begin_anew(self) -> None:
        """Read everything again, into an empty index."""
        self._filed, self._version = {}, 0
        self._insisting(lambda: self._take(self.look()))

    @staticmethod
    def _insisting(step: Callable[[], _T]) -> _T:
        """Do a step over while another program is quicker."""
        for _ in range(9):
            try:
                return step()
            except ChangedElsewhereError:
                continue
        return step()

    def _take(self, seen: Seen) -> None:
        self._catch_up()
        self._decisions = self._log.decisions()
        heard = self._log.bookmark()
        news = self._log.noted_after(self._index.heard())
        there = {file.path for file in seen.listing.files}
        gone = self._filed.keys() - there
        kept = self._filed.keys() | seen.read.keys()
        missed = self._read(file for file in seen.listing.files if file.path not in kept)
        changed = {
            file: leaf
            for file, leaf in {**seen.read, **missed}.items()
            if file not in self._filed or self._filed[file].stamp != leaf.stamp or not leaf.stamp
        }
        catalogue = None
        if changed or gone or news is None or news:
            leaves, events = self._concerned(changed, gone, news)
            known = known_of(events)
            order = [leaves[file.path] for file in seen.listing.files if file.path in leaves]
            identified = identify((entry.note for leaf in order for entry in leaf.entries), known)
            written = list(self._written(order, changed, identified))
            entries = (entry for leaf, _ in written for entry in leaf.entries)
            now = {leaf.file: summed_up for leaf, summed_up in written}
            catalogue = _catalogue_of(self._in_order(seen.listing, self._filed | now))
            self._note(Renamed(tuple(entries), known, catalogue))
            self._keep(written, gone, heard)
        self._show(seen.listing, catalogue)

    def _catch_up(self) -> None:
        """Learn what the index held before, or what another program wrote into it."""
        version = self._index.version()
        if version != self._version:
            paths = self._index.paths()
            news = {new.file: new for new in self._index.filed(self._version)}
            self._filed = {f: old for f, old in self._filed.items() if f in paths} | news
            self._version = version

    def _concerned(
        self, changed: Mapping[str, Leaf], gone: Iterable[str], news: list[Event] | None
    ) -> tuple[dict[str, Leaf], list[Event]]:
        """Find all files that must be named together, and what the log knows of their notes."""
        found = None
        if news is not None and len(changed) <= MANY:
            old = self._index.leaves([*changed, *gone])
            near_news = self._index.leaves_with(signs_in(news)) if news else []
            start = chain(near_news, old, changed.values())
            found = neighbourhood(start, self, lambda files: len(files) > MANY)
        if found is None:
            everything = {leaf.file: leaf for leaf in self._index.leaves()}
            found = {**everything, **changed}, self._log.noted()
        leaves, events = found
        return {file: leaf for file, leaf in leaves.items() if file not in set(gone)}, events

    def leaves_with(self, signs: Signs) -> Iterable[Leaf]:
        """Give the files that have notes with any of these signs."""
        return self._index.leaves_with(signs)

    def histories_with(self, signs: Signs) -> Iterable[Event]:
        """Give all that the log tells of notes that ever had one of these signs."""
        decided = [
            event
            for event in self._decisions
            if isinstance(event.fact, Undone) or not signs_in([event]).isdisjoint(signs)
        ]
        return merged(self._log.histories_with(signs), decided)

    def known_of(self, notes: Iterable[NoteId]) -> Known:
        """Tell what the log knows of some notes, and of those that were said to be they."""
        seen, new = set[str](), {*map(str, notes)}
        events: list[Event] = []
        while new:
            seen |= new
            events = merged(events, self.histories_with(new))
            new = {name for event in events for name in names_in(event.fact)} - seen
        return known_of(events)

    def _written(
        self, leaves: Iterable[Leaf], changed: Mapping[str, Leaf], identified: Identified
    ) -> Iterator[tuple[Leaf, Filed]]:
        """Give what has another reading, other names or other problems than before."""
        names = {(named.note.file, named.note.span.start): named for named in identified.notes}
        doubts: dict[str, list[Problem]] = {}
        for problem in identified.problems:
            doubts.setdefault(problem.place.file, []).append(problem)
        for leaf in leaves:
            new = renamed(leaf, names)
            summed_up = filed(new, doubts.get(leaf.file, ()))
            if leaf.file in changed or new != leaf or summed_up != self._filed[leaf.file]:
                yield new, summed_up

    def _keep(self, written: list[tuple[Leaf, Filed]], gone: Collection[str], heard: str) -> None:
        """Write it, and have the same in memory."""
        self._version = self._index.replace(written, gone, heard, self._version)
        kept = {file: old for file, old in self._filed.items() if file not in gone}
        self._filed = kept | {leaf.file: summed_up for leaf, summed_up in written}

    def _show(self, listing: Listing, catalogue: Catalogue | None) -> None:
        """Put the files in their order."""
        there = self._in_order(listing, self._filed)
        self._listing = listing
        self._saved = {file.path: file.saved_ms for file in listing.files}
        self._entries, self._cards = {}, {}
        self.catalogue = _catalogue_of(there) if catalogue is None else catalogue
        problems = {*listing.problems, *(problem for each in there for problem in each.problems)}
        self.problems = tuple(sorted(problems))

    @staticmethod
    def _in_order(listing: Listing, files: Mapping[str, Filed]) -> list[Filed]:
        return [files[file.path] for file in listing.files if file.path in files]

    # --- asking ----------------------------------------------------------------------------

    def card(self, card: CardId) -> Card | None:
        """Give a card with its faces, where it is in a deck."""
        if card not in self._cards:
            entry = self._entry(card)
            made = entry.cards() if entry else ()
            if len(self._cards) == _KEPT:
                self._cards.clear()
            self._cards[card] = next((each for each in made if each.id == card), None)
        return self._cards[card]

    def named(self, card: CardId) -> Named | None:
        """Give a card's note, where it is in a deck."""
        entry = self._entry(card)
        return entry.named if entry else None

    def _entry(self, card: CardId) -> Entry | None:
        if card not in self.catalogue:
            return None
        note = note_of(card)
        if note not in self._entries:
            if len(self._entries) == _KEPT:
                self._entries.clear()
            self._entries[note] = self._safely(lambda: self._entry_with(card))
        return self._entries[note]

    def _entry_with(self, card: CardId) -> Entry | None:
        """Read a card's note; it is there, unless another program wrote meanwhile."""
        shelf = self.catalogue.shelf_of(card)  # none, once the index was lost and the card is gone
        found = self._index.entry(shelf.file, note_of(card)) if shelf else None
        if shelf and found is None and self._index.version() == self._version:
            self._index.lose()
        return found

    def _safely(self, ask: Callable[[], _T]) -> _T:
        """Ask the index; where it is lost, make another."""
        try:
            return ask()
        except IndexLostError:
            self._begin_anew()
            return ask()

    def entries_named(self, notes: AbstractSet[NoteId]) -> list[Entry]:
        """Find notes by their names, where they are in a deck."""
        if not notes:
            return []
        leaves = self._safely(lambda: self._index.leaves_with(notes))
        return [entry for leaf in leaves for entry in leaf.entries if entry.name in notes]

    def entries(self, words: Collection[str] = ()) -> Iterator[Entry]:
        """Give all notes that have a name, in deck order; or at least those that say all words."""
        files = [file.path for file in self._listing.files]
        if words:
            saying = self._safely(lambda: self._index.files_saying(words))
            files = files if saying is None else [file for file in files if file in saying]
        for file in files:
            yield from self.entries_in(file)

    def entries_in(self, file: str) -> list[Entry]:
        """Give the notes of one file that have a name."""
        leaves = self._safely(partial(self._index.leaves, [file]))
        return [entry for leaf in leaves for entry in leaf.entries if entry.name]

    def saved_ms(self, file: str) -> int:
        """Tell when a file was last written, in UTC; 0 where that is unknown."""
        return self._saved.get(file, 0)

    @property
    def files(self) -> list[tuple[DeckFile, Filed]]:
        """The files in their order, each with what is kept of it: another one once it changes."""
        there = self._listing.files
        return [(file, self._filed[file.path]) for file in there if file.path in self._filed]


def _catalogue_of(files: Iterable[Filed]) -> Catalogue:
    return Catalogue(shelf for each in files for shelf in each.shelves)


@contextmanager
def collecting_nothing() -> Iterator[None]:
    """Look for no garbage while much is made and all of it is kept: a fifth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
