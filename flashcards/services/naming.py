"""From a look at the deck files to the names of their notes: reads much, and changes nothing.

So another thread may do it, with an index and a log of its own, while the old decks are in use.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from flashcards.domain.catalogue import Catalogue
from flashcards.domain.entry import DeckFile, Entry, Filed, Leaf, Listing, leaf_of, renamed
from flashcards.domain.entry import filed as filed_of
from flashcards.domain.identity import Identified, Known, identify, known_of
from flashcards.domain.ids import CardId, NoteId, note_of
from flashcards.domain.log.events import Event, Noted, Undone
from flashcards.domain.log.merge import merged
from flashcards.domain.problems import Problem
from flashcards.domain.signs import Signs, names_in, neighbourhood, signs_in

if TYPE_CHECKING:
    from flashcards.services.ports import DeckSource, Index, Log

MANY = 64
"""So many files that must be named together are not looked for one by one: all are taken."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at the deck files came to: which there are, and those that had changed, read."""

    listing: Listing
    read: Mapping[str, Leaf]


@dataclass(frozen=True, slots=True)
class Ground:
    """What was known before: the files as of a version of the index, and the cards answered."""

    filed: Mapping[str, Filed]
    version: int
    touched: frozenset[CardId] | set[CardId]


@dataclass(frozen=True, slots=True)
class Renamed:
    """The notes that were named anew, what the log knew of them, and which cards there are now."""

    entries: tuple[Entry, ...]
    known: Known
    catalogue: Catalogue

    def changed(self) -> list[Noted]:
        """Give those that the log knows otherwise, as they read now."""
        latest = self.known.latest
        named = [entry.named for entry in self.entries if entry.name in latest]
        return [now for each in named if (now := each.noted()).reading != latest[each.id].reading]


@dataclass(frozen=True, slots=True)
class News:
    """What is to be written into the index, and told to the log before that."""

    written: tuple[tuple[Leaf, Filed], ...]
    gone: AbstractSet[str]
    renamed: Renamed
    changed: Collection[Noted]


@dataclass(frozen=True, slots=True)
class Takeover:
    """What taking over a look comes to; it holds while the log says no more than was ``heard``.

    ``filed`` is all that is kept in memory then, of version ``version`` of the index.
    ``left_over`` are the notes that did not change, but have answers to a question they ask no
    more.
    """

    ground: Ground
    version: int
    heard: str
    decisions: list[Event]
    listing: Listing
    filed: Mapping[str, Filed]
    catalogue: Catalogue
    problems: tuple[Problem, ...]
    news: News | None
    left_over: Renamed


@dataclass(frozen=True, slots=True)
class Ahead:
    """Looks at the decks for another thread, and works out what taking that over comes to."""

    source: "DeckSource"
    ground: Ground

    def takeover(self, index: "Index", log: "Log") -> Takeover:
        """Do so, with an index and a log that nobody else uses meanwhile."""
        naming = Naming(self.source, index, log)
        return naming.takeover(naming.look(self.ground.filed), self.ground)


class Naming:
    """Reads again only what changed, and names again only what that may concern."""

    def __init__(self, source: "DeckSource", index: "Index", log: "Log") -> None:
        self._source, self._index, self._log = source, index, log
        self.decisions: list[Event] = []
        """What the person decided of notes, as far as it was read."""

    # --- reading ---------------------------------------------------------------------------

    def look(self, filed: Mapping[str, Filed]) -> Seen:
        """Read the files that changed."""
        listing = self._source.listing()
        changed = [
            file
            for file in listing.files
            if file.path not in filed or filed[file.path].stamp != file.stamp
        ]
        return Seen(listing, self._read(changed))

    def _read(self, files: Iterable[DeckFile]) -> dict[str, Leaf]:
        return {file.path: leaf_of(file, *self._source.read_file(file)) for file in files}

    def caught_up(
        self, filed: Mapping[str, Filed], version: int
    ) -> tuple[Mapping[str, Filed], int]:
        """Learn what the index held before, or what another program wrote into it."""
        now = self._index.version()
        if now == version:
            return filed, version
        paths = self._index.paths()
        news = {new.file: new for new in self._index.filed(version)}
        return {f: old for f, old in filed.items() if f in paths} | news, now

    # --- taking over -----------------------------------------------------------------------

    def takeover(self, seen: Seen, ground: Ground) -> Takeover:
        """Work out what taking over a look comes to, with what was noted in the log since."""
        filed, version = self.caught_up(ground.filed, ground.version)
        self.decisions = self._log.decisions()
        heard = self._log.bookmark()
        news = self._named(seen, filed)
        if news:
            filed = {f: old for f, old in filed.items() if f not in news.gone}
            filed |= {leaf.file: summed_up for leaf, summed_up in news.written}
        there = [filed[file.path] for file in seen.listing.files if file.path in filed]
        catalogue = news.renamed.catalogue if news else _catalogue_of(there)
        listed = {*seen.listing.problems, *(problem for each in there for problem in each.problems)}
        problems = tuple(sorted(listed))
        lost = {note_of(card) for card in catalogue.missing(ground.touched)}
        left_over = self._left_over(lost, news, catalogue)
        told = heard, self.decisions, seen.listing
        return Takeover(ground, version, *told, filed, catalogue, problems, news, left_over)

    def _named(self, seen: Seen, filed: Mapping[str, Filed]) -> News | None:
        """Name what changed, and what that may concern; None where nothing did."""
        heard = self._log.noted_after(self._index.heard())
        gone = filed.keys() - {file.path for file in seen.listing.files}
        kept = filed.keys() | seen.read.keys()
        missed = self._read(file for file in seen.listing.files if file.path not in kept)
        changed = {
            file: leaf
            for file, leaf in {**seen.read, **missed}.items()
            if file not in filed or filed[file].stamp != leaf.stamp or not leaf.stamp
        }
        if not changed and not gone and heard is not None and not heard:
            return None
        leaves, events = self._concerned(changed, gone, heard)
        known = known_of(events)
        order = [leaves[file.path] for file in seen.listing.files if file.path in leaves]
        identified = identify((entry.note for leaf in order for entry in leaf.entries), known)
        written = tuple(_written(order, changed, identified, filed))
        now = {**filed, **{leaf.file: summed_up for leaf, summed_up in written}}
        catalogue = _catalogue_of(now[f.path] for f in seen.listing.files if f.path in now)
        entries = tuple([entry for leaf, _ in written for entry in leaf.entries])
        told = Renamed(entries, known, catalogue)
        return News(written, gone, told, told.changed())

    def _concerned(
        self, changed: Mapping[str, Leaf], gone: AbstractSet[str], news: list[Event] | None
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
        return {file: leaf for file, leaf in leaves.items() if file not in gone}, events

    def _left_over(
        self, lost: AbstractSet[NoteId], news: News | None, catalogue: Catalogue
    ) -> Renamed:
        """Find the notes that did not change, but have answers to a question they ask no more."""
        told = {entry.name for entry in news.renamed.entries} if news else set()
        written = {leaf.file for leaf, _ in news.written} | news.gone if news else set()
        wanted = lost - told
        leaves = self._index.leaves_with(wanted, written) if wanted else ()
        entries = [entry for leaf in leaves for entry in leaf.entries if entry.name in wanted]
        known = self.known_of(entry.name for entry in entries) if entries else Known()
        return Renamed(tuple(entries), known, catalogue)

    # --- what is around --------------------------------------------------------------------

    def leaves_with(self, signs: Signs, but: Collection[str]) -> Iterable[Leaf]:
        """Give the files that have notes with any of these signs, ``but`` those."""
        return self._index.leaves_with(signs, but)

    def histories_with(self, signs: Signs) -> Iterable[Event]:
        """Give all that the log tells of notes that ever had one of these signs."""
        decided = [
            event
            for event in self.decisions
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
    leaves: Iterable[Leaf],
    changed: Mapping[str, Leaf],
    identified: Identified,
    before: Mapping[str, Filed],
) -> Iterator[tuple[Leaf, Filed]]:
    """Give what has another reading, other names or other problems than before."""
    names = {(named.note.file, named.note.span.start): named for named in identified.notes}
    doubts: dict[str, list[Problem]] = {}
    for problem in identified.problems:
        doubts.setdefault(problem.place.file, []).append(problem)
    for leaf in leaves:
        new = renamed(leaf, names)
        summed_up = filed_of(new, doubts.get(leaf.file, ()))
        if leaf.file in changed or new != leaf or summed_up != before[leaf.file]:
            yield new, summed_up


def _catalogue_of(files: Iterable[Filed]) -> Catalogue:
    return Catalogue(shelf for each in files for shelf in each.shelves)
