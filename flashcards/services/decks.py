"""The decks as they are now: a few words of each card in memory, the rest in the index."""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from threading import get_ident
from typing import TYPE_CHECKING, TypeVar

from flashcards.domain.catalogue import Catalogue
from flashcards.domain.entry import DeckFile, Entry, Filed, Listing
from flashcards.domain.errors import ChangedElsewhereError, IndexLostError
from flashcards.domain.identity import Known, Named
from flashcards.domain.ids import CardId, NoteId, note_of
from flashcards.domain.log.events import Noted
from flashcards.domain.note import Card
from flashcards.domain.problems import Problem
from flashcards.services.insisting import insisting
from flashcards.services.late_index import LateIndex
from flashcards.services.naming import Ahead, Ground, Naming, Seen, Takeover

if TYPE_CHECKING:
    from flashcards.services.ports import DeckSource, Index, Log

_T = TypeVar("_T")
_K = TypeVar("_K")
_V = TypeVar("_V")

_KEPT = 64
"""So many notes, and cards, that were asked for last are kept in memory."""


class _Unknown:
    """Stands for what was not asked for yet: None is an answer."""


_UNKNOWN = _Unknown()

Note = Callable[[Takeover], object]
"""Is told what taking over comes to."""


class Decks:
    """Reads again only what changed, and names again only what that may concern."""

    def __init__(self, source: "DeckSource", index: "Index", log: "Log") -> None:
        self._source, self._index, self._log = source, LateIndex(index), log
        self._naming = Naming(source, self._index, log)
        self._listing = Listing(())
        self._saved: dict[str, int] = {}
        self._version = 0
        self._filed: Mapping[str, Filed] = {}
        self._entries: dict[NoteId, Entry | None] = {}
        self._cards: dict[CardId, Card | None] = {}
        self._touched: frozenset[CardId] | set[CardId] = frozenset()
        self._note: Note = lambda _: None
        self._beside: int | None = None
        self.catalogue = Catalogue()
        self.problems: tuple[Problem, ...] = ()

    # --- reading ---------------------------------------------------------------------------

    def remember(self) -> None:
        """Learn what the index holds, so that a look need not read it all again."""
        try:
            self._filed, self._version = self._naming.caught_up(self._filed, self._version)
        except IndexLostError:
            self._filed, self._version = {}, 0

    def look(self) -> Seen:
        """Read the files that changed; touches nothing else, so another thread may do it."""
        return self._naming.look(self._filed)

    def ahead(self, touched: frozenset[CardId] | set[CardId]) -> Ahead:
        """Give what works a takeover out in another thread; ``touched`` are the cards answered."""
        return Ahead(self._source, Ground(self._filed, self._version, frozenset(touched)))

    def take(self, seen: Seen, touched: frozenset[CardId] | set[CardId], note: Note) -> None:
        """Take over what a look came to, and what was noted in the log since.

        ``note`` is told what that comes to, before it is kept: now and later.
        """
        self._touched, self._note = touched, note
        try:
            self._settle()
            insisting(lambda: self._take(seen))
        except IndexLostError:
            self._begin_anew()

    def take_over(self, made: Takeover) -> bool:
        """Take over what was worked out before; False where it does not hold any more.

        It is not in the index yet: ``settle`` writes it.
        """
        try:
            self._settle()
            if not self.holds(made):
                return False
            self._keep(made, self._index.put_off)
        except IndexLostError:
            self._begin_anew()
        return True

    def told(self, made: Takeover, told: Collection[Noted]) -> Takeover:
        """Give what is left of a takeover once the log was told some of it, and nothing else."""
        assert made.news, "something was told of it"
        rest = [each for each in made.news.changed if each not in told]
        news = replace(made.news, changed=rest)
        return replace(made, heard=self._log.bookmark(), news=news)

    def holds(self, made: Takeover) -> bool:
        """Whether nothing was taken over since, and nothing noted, here or by another program."""
        is_same = made.ground.filed is self._filed and made.version == self._index.version()
        return is_same and self._log.noted_after(made.heard) == []

    def settle(self, index: "Index | None" = None) -> None:
        """Write into the index what was put off; with an ``index`` of its own, another thread may.

        That one raises what goes wrong, and leaves it to this one.
        """
        if index:
            self._index.settle(index)
            return
        try:
            self._settle()
        except IndexLostError:
            self._begin_anew()

    def _settle(self) -> None:
        """Write what was put off; where another program was quicker, take over what it wrote."""
        try:
            self._index.settle()
        except ChangedElsewhereError:
            self._filed, self._version = {}, 0
            self.remember()
            self.take(self.look(), self._touched, self._note)

    def _begin_anew(self) -> None:
        """Read everything again, into an empty index."""
        self._index.forget()
        self._filed, self._version = {}, 0
        insisting(lambda: self._take(self.look()))

    def _take(self, seen: Seen) -> None:
        ground = Ground(self._filed, self._version, self._touched)
        made = self._naming.takeover(seen, ground)
        self._keep(made, self._index.replace)

    def _keep(self, made: Takeover, write: Callable[..., int]) -> None:
        """Have it noted, write it, and have the same in memory."""
        self._naming.decisions = made.decisions
        self._note(made)
        version = made.version
        if made.news:
            version = write(made.news.written, made.news.gone, made.heard, version)
        self._filed, self._version = made.filed, version
        self._listing = made.listing
        self._saved = {file.path: file.saved_ms for file in made.listing.files}
        self._entries, self._cards = {}, {}
        self.catalogue, self.problems = made.catalogue, made.problems

    def known_of(self, notes: Iterable[NoteId]) -> Known:
        """Tell what the log knows of some notes, and of those that were said to be they."""
        return self._naming.known_of(notes)

    # --- asking ----------------------------------------------------------------------------

    def card(self, card: CardId) -> Card | None:
        """Give a card with its faces, where it is in a deck."""
        cards = self._cards  # another thread may begin others, or empty these
        kept = cards.get(card, _UNKNOWN)
        if not isinstance(kept, _Unknown):
            return kept
        entry = self._entry(card)
        made = entry.cards() if entry else ()
        found = next((each for each in made if each.id == card), None)
        _keep_few(cards, card, found)
        return found

    def named(self, card: CardId) -> Named | None:
        """Give a card's note, where it is in a deck."""
        entry = self._entry(card)
        return entry.named if entry else None

    def _entry(self, card: CardId) -> Entry | None:
        if card not in self.catalogue:
            return None
        note, entries = note_of(card), self._entries  # as above
        kept = entries.get(note, _UNKNOWN)
        if not isinstance(kept, _Unknown):
            return kept
        found = self._safely(lambda: self._entry_with(card))
        if entries is self._entries:
            _keep_few(entries, note, found)
        return found

    def _entry_with(self, card: CardId) -> Entry | None:
        """Read a card's note; it is there, unless another program wrote meanwhile."""
        shelf = self.catalogue.shelf_of(card)  # none, once the index was lost and the card is gone
        found = self._index.entry(shelf.file, note_of(card)) if shelf else None
        if shelf and found is None and self._index.version() == self._version:
            self._index.lose()
        return found

    @contextmanager
    def beside(self) -> Iterator[None]:
        """Ask from another thread: an index that is lost is made anew by the one that owns all."""
        self._beside = get_ident()
        try:
            yield
        finally:
            self._beside = None

    def _safely(self, ask: Callable[[], _T]) -> _T:
        """Ask the index; where it is lost, make another."""
        try:
            return ask()
        except IndexLostError:
            if self._beside == get_ident():
                raise
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

    def filed(self, file: str) -> Filed | None:
        """Give what is kept of a file."""
        return self._filed.get(file)

    @property
    def files(self) -> list[tuple[DeckFile, Filed]]:
        """The files in their order, each with what is kept of it: another one once it changes."""
        there = self._listing.files
        return [(file, self._filed[file.path]) for file in there if file.path in self._filed]


def _keep_few(kept: dict[_K, _V], name: _K, value: _V) -> None:
    """Keep what was asked for last."""
    if len(kept) >= _KEPT:
        kept.clear()
    kept[name] = value


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
