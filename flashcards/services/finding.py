"""All cards in one table for searching and sorting, brought up to date a step at a time."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day, Moment, study_day
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.ids import CardId, DeckId, key_of, note_of
from flashcards.domain.note import Note, Span
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.search.completion import unknown_word, vocabulary_of
from flashcards.domain.search.found import Search
from flashcards.domain.search.listed import Listed
from flashcards.domain.search.parse import QueryFault, parse_query
from flashcards.domain.search.table import CardTable
from flashcards.domain.search.tree import ORPHANS, Node, Within, leaves, needed_words

if TYPE_CHECKING:
    from flashcards.domain.catalogue import Catalogue
    from flashcards.domain.entry import Filed
    from flashcards.services.decks import Decks
    from flashcards.services.library import Library
    from flashcards.services.schedules import Schedules

_AT_ONCE = 400
"""So many schedules are read in one step."""

_FEW = 2_000
"""Of so many cards the schedules are read one by one."""

_NO_FILE = ""
"""Where cards stand that are in no deck any more."""


class QueryError(FlashcardsError):
    """A search that cannot be understood."""

    def __init__(self, query: str, fault: QueryFault) -> None:
        super().__init__(
            "{sentence} (In “{query}”, at character {column}.)",
            sentence=fault.sentence,
            query=query,
            column=fault.column,
        )


def parsed(library: "Library", query: str) -> Node | QueryFault:
    """Read a search, with those that the person saved."""
    settings = library.settings
    return parse_query(query, settings.leech_lapses, settings.searches)


def understood(library: "Library", query: str) -> Node:
    """Read a search. Raises QueryError."""
    node = parsed(library, query)
    if isinstance(node, QueryFault):
        raise QueryError(query, node)
    return node


def found_cards(library: "Library", query: str) -> list[CardId]:
    """Name the cards that a search finds, in deck order. Raises QueryError."""
    node, finder = understood(library, query), library.finder
    if not finder.is_current:
        return [card.id for card, _ in _looked_up(library, node)]
    ids = finder.table.columns["id"]
    return [ids[slot] for slot in finder.search.found(node, library.today())]


def found_rows(library: "Library", query: str) -> list[tuple[Listed, Schedule]]:
    """Give the cards that a search finds, in deck order, with their schedules.

    Raises QueryError.
    """
    return _looked_up(library, understood(library, query))


def unknown_to(library: "Library", query: str) -> str:
    """Say which topic, deck or tag of a search there is none of, and what may be meant."""
    node = understood(library, query)
    if not any(isinstance(leaf, Within) for leaf in leaves(node)):
        return ""
    return unknown_word(node, vocabulary_of(_table_of(library, library.listed())))


def _table_of(library: "Library", cards: Iterable[Listed]) -> CardTable:
    table = CardTable()
    for file, some in groupby(cards, key=lambda card: card.note.file):
        table.put(file, some, library.finder.saved_on(file))
    return table


def _looked_up(library: "Library", node: Node) -> list[tuple[Listed, Schedule]]:
    """Search once, in no more files than may say what is asked for."""
    cards = list(library.listed(needed_words(node)))
    lost = orphans(library) if ORPHANS in leaves(node) else []
    schedules = library.schedules.everything()
    table = _table_of(library, cards)
    table.put(_NO_FILE, lost, orphans=True)
    table.arrange(table.files)
    table.learn(schedules.values())
    everything = [*cards, *lost]  # as their slots in a table that was filled once
    found = (everything[slot] for slot in Search(table).found(node, library.today()))
    return [(card, schedules.get(card.id) or Schedule(card.id)) for card in found]


def orphans(library: "Library") -> list[Listed]:
    """Tell of the cards that have a history, but are in no deck, as the log knows them."""
    gone = sorted(library.catalogue.missing(library.schedules.touched))
    latest = library.known_of({note_of(card) for card in gone}).latest if gone else {}
    found = []
    for card in gone:
        noted = latest.get(note_of(card))
        deck, kind = DeckId(noted.deck if noted else ""), noted.kind if noted else ""
        prompt, body = (noted.prompt, noted.body) if noted else (str(card), "")
        told = " — ".join(filter(None, (prompt, key_of(card))))
        found.append(Listed(card, told, Note(deck, "", Span(0, 0, 0), 0, kind, prompt, body)))
    return found


class Finder:
    """Keeps the table of one library; nobody who does not ask for it pays for it."""

    def __init__(self, library: "Library", decks: "Decks") -> None:
        self._library, self._decks = library, decks
        self._begin()

    def _begin(self) -> None:
        self.search = Search(CardTable())
        self._filed: dict[str, Filed] = {}
        self._catalogue: Catalogue | None = None
        self._schedules: Schedules | None = None
        self._heard = 0

    @property
    def table(self) -> CardTable:
        """The columns of all cards."""
        return self.search.table

    @property
    def is_current(self) -> bool:
        """Whether the table is what decks and log say now."""
        schedules = self._library.schedules
        return (
            self._library.catalogue is self._catalogue
            and schedules is self._schedules
            and len(schedules.written) == self._heard
        )

    def catching_up(self) -> Iterator[float]:
        """Bring the table up to date; each step gives the share that is done, 0 to 1."""
        while not self.is_current:
            if self.table.is_worn:
                self._begin()
            yield from (share * _READING for share in self._read_decks())
            yield from (_READING + share * (1 - _READING) for share in self._read_schedules())
            for _ in self.table.lexicon.take_in():
                yield 1

    def _read_decks(self) -> Iterator[float]:
        """Have the cards of files that changed, and the orphans."""
        catalogue, files = self._library.catalogue, self._decks.files
        if catalogue is self._catalogue:
            return
        for gone in {*self.table.files} - {file.path for file, _ in files}:
            self.table.drop(gone)
            self._filed.pop(gone, None)
        stale = [pair for pair in files if self._filed.get(pair[0].path) is not pair[1]]
        fresh = list[CardId]()
        for number, (file, filed) in enumerate(stale):
            cards = [c for entry in self._decks.entries_in(file.path) for c in entry.listed()]
            self.table.put(file.path, cards, self.saved_on(file.path))
            self._filed[file.path] = filed
            fresh += [card.id for card in cards]
            yield number / len(stale)
        lost = orphans(self._library)
        self.table.put(_NO_FILE, lost, orphans=True)
        self.table.arrange([*(file.path for file, _ in files), _NO_FILE])
        self._catalogue = catalogue
        self._learn_again([*fresh, *(card.id for card in lost)])

    def _learn_again(self, cards: list[CardId]) -> None:
        """Have the schedules of cards with a new slot; of many, all are read."""
        schedules = self._library.schedules
        known = [card for card in cards if card in schedules]
        if len(known) > _FEW:
            self._schedules = None
        else:
            self.table.learn(schedules[card] for card in known)

    def _read_schedules(self) -> Iterator[float]:
        """Have the schedules that changed, or all."""
        schedules = self._library.schedules
        news = schedules.written[self._heard :] if schedules is self._schedules else None
        heard = len(schedules.written)
        if news is None or len(news) > _FEW:
            yield from self._read_all_schedules(max(1, len(schedules)))
        elif news:
            self.table.learn(schedules[card] for card in dict.fromkeys(news))
        self._schedules, self._heard = schedules, heard

    def _read_all_schedules(self, count: int) -> Iterator[float]:
        last, done = "", 0
        while some := self._library.log.schedules_after(last, _AT_ONCE):
            self.table.learn(some)
            last, done = some[-1].card, done + len(some)
            yield min(1.0, done / count)

    def saved_on(self, file: str) -> Day | None:
        """Tell the study day on which a file was saved, by the wall clock of now."""
        saved_ms = self._decks.saved_ms(file)
        if not saved_ms:
            return None
        at = Moment(saved_ms, self._library.now().offset_min)
        return study_day(at, self._library.settings.rollover_hour)


_READING = 0.6
"""Reading the decks takes this share of the time."""
