"""The live state: decks and log read into memory, and the one way to add to the log."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from flashcards.domain.catalogue import Catalogue
from flashcards.domain.clock import Day, Moment, study_day
from flashcards.domain.entry import Entry, Filed
from flashcards.domain.identity import Known, Named, known_of
from flashcards.domain.ids import CardId, DeviceId, NoteId, note_of
from flashcards.domain.log.events import (
    Buried,
    CardFact,
    Doubted,
    Event,
    EventKey,
    Fact,
    NoteFact,
    Reviewed,
    Undone,
)
from flashcards.domain.log.history import no_earlier
from flashcards.domain.log.names import histories
from flashcards.domain.log.replay import after, cancelled, replay
from flashcards.domain.note import Card
from flashcards.domain.problems import Problem
from flashcards.domain.scheduling.chosen import scheduler_for
from flashcards.domain.scheduling.scheduler import Schedule, Scheduler
from flashcards.domain.search.listed import Listed
from flashcards.domain.settings import Settings
from flashcards.services.decks import Decks, collecting_nothing
from flashcards.services.insisting import insisting
from flashcards.services.naming import Ahead, Seen, Takeover
from flashcards.services.rewording import Rewordings
from flashcards.services.schedules import Schedules, cache_name

if TYPE_CHECKING:
    from flashcards.services.finding import Finder
    from flashcards.services.ports import DeckSource, Index, Log

Clock = Callable[[], Moment]

_LAST = DeviceId("\U0010ffff")
"""Ranks what is about to be written after all that was written in the same millisecond."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What the library is built on."""

    decks: "DeckSource"
    index: "Index"
    log: "Log"
    clock: Clock
    schedulers: Callable[[Settings], Scheduler] = scheduler_for


@dataclass(frozen=True, slots=True)
class Writing:
    """What goes into one transaction."""

    entries: Sequence[tuple[Moment, Fact]]
    schedules: Sequence[Schedule]


class Library:
    """Everything in memory that reviews need. One thread uses it at a time (ARCHITECTURE.md)."""

    def __init__(self, outside: Outside, settings: Settings) -> None:
        self._outside = outside
        self.settings, self.scheduler = settings, outside.schedulers(settings)
        self._decks = Decks(outside.decks, outside.index, outside.log)
        self.schedules = Schedules(outside.log)
        self._known: Known | None = None
        self._decided = Known()
        self._latest = Moment(0)
        self._is_loaded = False
        self._rewordings = Rewordings(self)
        self._answers: dict[Day, int] | None = None

    @cached_property
    def finder(self) -> "Finder":
        """The table of all cards, from when something is looked for in it."""
        from flashcards.services.finding import Finder  # with all that reads searches: 7 ms

        return Finder(self, self._decks)

    @property
    def cache_name(self) -> str:
        """What the schedule cache depends on besides the log."""
        return cache_name(self.scheduler, self.settings)

    def use(self, settings: Settings) -> None:
        """Go by other choices from now on; where schedules depend on them, they are replayed.

        Where a cache of that name was written before (``rescheduling``), it is only read.
        """
        before = self.cache_name
        self.settings, self.scheduler = settings, self._outside.schedulers(settings)
        if self._is_loaded and self.cache_name != before:
            self.load_schedules()

    def now(self) -> Moment:
        """Read the clock."""
        return self._outside.clock()

    def today(self) -> Day:
        """Tell the study day."""
        return study_day(self.now(), self.settings.rollover_hour)

    def schedule_of(self, card: CardId) -> Schedule:
        """Give a card's schedule; one that was never touched has a fresh one."""
        return self.schedules.get(card) or Schedule(card)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the decks."""
        doubts = self._rewordings.problems
        return tuple(sorted({*self._decks.problems, *doubts})) if doubts else self._decks.problems

    @property
    def catalogue(self) -> Catalogue:
        """Which cards there are."""
        return self._decks.catalogue

    @property
    def known(self) -> Known:
        """All that the log knows of notes: read when it is asked for, which reviews do not."""
        if self._known is None:
            self._known = known_of(self._outside.log.noted())
        return self._known

    def renamed(self, card: CardId) -> CardId:
        """Tell what a card is called now, with all that was decided of notes."""
        return self._decided.renamed(card, self.catalogue)

    def card(self, card: CardId) -> Card | None:
        """Give a card with its faces, where it is in a deck."""
        return self._decks.card(card)

    def cards(self) -> Iterator[Card]:
        """Give all cards, in deck order."""
        return (card for entry in self._decks.entries() for card in entry.cards())

    def listed(self, words: Collection[str] = ()) -> Iterator[Listed]:
        """Tell of cards in a line each, in deck order: at least of those that say all the words."""
        return (card for entry in self._decks.entries(words) for card in entry.listed())

    def known_of(self, notes: Collection[NoteId]) -> Known:
        """Give what the log knows of some notes."""
        return self._decks.known_of(notes)

    def notes(self) -> Iterator[Named]:
        """Give all notes, in deck order."""
        return (entry.named for entry in self._decks.entries())

    def entries_in(self, file: str) -> list[Entry]:
        """Give the notes of one deck's file, in its order."""
        return self._decks.entries_in(file)

    def beside(self) -> AbstractContextManager[None]:
        """Ask for notes in another thread than the one that reads decks; IndexLostError is its."""
        return self._decks.beside()

    def filed(self, file: str) -> Filed | None:
        """Give what is kept in memory of a deck's file: another one once it changes."""
        return self._decks.filed(file)

    def note(self, note: NoteId) -> Named | None:
        """Give a note, where it is in a deck."""
        return next((entry.named for entry in self._decks.entries_named({note})), None)

    def load(self) -> None:
        """Read decks and log."""
        with collecting_nothing():
            self._decks.remember()
            self.adopt(self.read_decks())

    def read_decks(self) -> Seen:
        """Read the deck files that changed; touches nothing else, so another thread may do it."""
        return self._decks.look()

    def adopt(self, seen: Seen) -> None:
        """Take over decks, and read the log anew.

        Notes that read otherwise than the log knew are noted, so that they are recognised by
        either text.
        """
        self._hear_others()
        self._decks.take(seen, self.schedules.touched, self._rewordings.note)

    def ahead(self) -> Ahead:
        """Give what reads the decks and names their notes in another thread."""
        return self._decks.ahead(self.schedules.touched)

    def tell_some(self, made: Takeover, count: int) -> Takeover | None:
        """Tell the log so much of what a takeover comes to, and give what is left of it.

        A deck whose notes get ids may tell of thousands, which is not the work of a moment; what
        was told is so, whatever comes of the rest. None where the takeover does not hold any more,
        and the same one where there is no more than that to tell.
        """
        self._hear_others()
        some = self._rewordings.plain(made)
        if len(some) <= count:
            return made
        if not self._decks.holds(made):
            return None
        self.settle(some[:count])
        return self._decks.told(made, set(some[:count]))

    def take_over(self, made: Takeover) -> bool:
        """Take over what was worked out ahead; False where it is to be worked out once more.

        That is so where decks were taken over since, or the log tells more of notes.
        """
        self._hear_others()
        return self._decks.take_over(made)

    def keep_index(self, index: "Index | None" = None) -> None:
        """Write what was taken over into the index: in another thread with one of its own.

        That one raises ChangedElsewhereError or IndexLostError where this thread is to do it.
        """
        self._decks.settle(index)

    def _hear_others(self) -> None:
        """Read what another program wrote to the log."""
        if not self._is_loaded or self.changed_elsewhere():
            self.load_schedules()

    def catch_up(self) -> None:
        """Take over what another program wrote: answers, and what it said of notes."""
        decided = self._decided
        self.load_schedules()
        if self._decided != decided:
            self.adopt(self.read_decks())

    def settle(self, facts: Sequence[NoteFact], cards: Collection[CardId] = ()) -> None:
        """Write which note is which, after all that happened, and replay the ``cards`` concerned.

        What the notes are called is as it was until the decks are taken over again.
        """

        def entries() -> Writing:
            at = self.after_all()
            written = [(at, fact) for fact in facts]
            return Writing(written, self.replayed(written, cards) if cards else [])

        self.write(entries, self.load_schedules)
        self._learn_anew()

    def after_all(self) -> Moment:
        """Give a moment after all that happened, even when the clock was set back."""
        return no_earlier(self.now(), replace(self._latest, utc_ms=self._latest.utc_ms + 1))

    def current(self, card: CardId) -> CardId:
        """Tell under which name a card's events are written now."""
        return self._decided.decided.card(card)

    def _learn_anew(self) -> None:
        """Read what was decided of notes; the rest is read when it is asked for."""
        self._known = None
        self._decided = known_of(self._outside.log.decisions())

    def load_schedules(self) -> None:
        """Read the schedules; where the cache cannot be used, replay the log and write it anew."""
        log = self._outside.log
        self.schedules = Schedules(log, insisting(self._touched))
        self._answers = None
        self._latest = log.latest()
        self._is_loaded = True
        self._learn_anew()

    def _touched(self) -> AbstractSet[CardId]:
        log = self._outside.log
        found = log.touched(self.cache_name)
        if found is None:
            told = replay(log.events(), self.scheduler, self.settings.rollover_hour)
            log.replace_schedules(told.values(), self.cache_name)
            found = told.keys()
        return found

    def answers_by_day(self) -> dict[Day, int]:
        """Count the answers of each study day; undone ones left out."""
        if self._answers is None:
            self._answers = self._outside.log.answers_by_day(self.settings.rollover_hour)
        return self._answers

    def _count(self, event: Event) -> None:
        """Keep the days' answers true: an answer adds one, an undo may take away any."""
        if isinstance(event.fact, Undone):
            self._answers = None
        elif isinstance(event.fact, Reviewed) and self._answers is not None:
            day = study_day(event.at, self.settings.rollover_hour)
            self._answers[day] = self._answers.get(day, 0) + 1

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote to the log since it was read."""
        return self._outside.log.changed_elsewhere()

    def events(self) -> list[Event]:
        """Give all that happened, in the total order."""
        return self._outside.log.events()

    @property
    def log(self) -> "Log":
        """The log itself, for those who only read it."""
        return self._outside.log

    def events_of(self, card: CardId) -> list[Event]:
        """Give all that happened to a card, under whatever name it had then."""
        if len(self.kin(card)) == 1:
            return self._outside.log.events_of(card)
        events = self.events()
        own = {event.key for event in histories(events, cancelled(events)).get(card, ())}
        return [event for event in events if event.key in own or isinstance(event.fact, Undone)]

    def kin(self, card: CardId) -> set[CardId]:
        """Name the cards whose events may count for each other's, a card itself among them."""
        note = note_of(card)
        if note not in self._decided.entangled:
            return {card}
        name = self._decided.decided.name
        mates = {other for other in self.schedules if name(note_of(other)) == name(note)}
        return mates | {card, self._decided.decided.card(card)}

    def record(self, fact: CardFact, at: Moment) -> Event:
        """Write what happened to a card, with the schedule it leaves behind; durable on return."""

        def entries() -> Writing:
            noted = self.unwritten_note(fact.card, at)
            current = replace(fact, card=self.current(fact.card))
            when = self._after_all(current, at)
            return Writing([(when, current), *noted], self._left_behind(current, when))

        return self.write(entries, self.catch_up)[0]

    def _after_all(self, fact: CardFact, at: Moment) -> Moment:
        """Date a deed after all that happened to its card, even when the clock was set back.

        Else the deed before it would hold. What tells of a day stays on its day.
        """
        if at.utc_ms >= self._latest.utc_ms:
            return at
        latest = max((event.at.utc_ms for event in self.events_of(fact.card)), default=0)
        later = no_earlier(at, replace(at, utc_ms=latest + 1))
        days = {study_day(moment, self.settings.rollover_hour) for moment in (at, later)}
        return at if isinstance(fact, Reviewed | Buried) and len(days) > 1 else later

    def _left_behind(self, fact: CardFact, at: Moment) -> list[Schedule]:
        """Give a card's next schedule; where the clock was set back, the log's order decides."""
        if at.utc_ms < self._latest.utc_ms:
            return self.replayed([(at, fact)], self.kin(fact.card))
        before, rollover = self.schedule_of(fact.card), self.settings.rollover_hour
        return [after(before, at, fact, self.scheduler, rollover)]

    def take_back(self, card: CardId, undo: Undone) -> Event:
        """Write that an event counts no longer (or again), and replay its card.

        An undo ranks after what it undoes, even when the clock was set back.
        """

        def entries() -> Writing:
            at = no_earlier(self.now(), self._latest)
            return Writing([(at, undo)], self.replayed([(at, undo)], self.kin(card)))

        return self.write(entries, self.catch_up)[0]

    def add(self, reviews: Sequence[tuple[Moment, CardFact]]) -> list[Event]:
        """Write past reviews, all or nothing, and replay their cards."""
        cards = {kin for _, fact in reviews for kin in self.kin(fact.card)}
        notes = {note_of(card): card for card in cards}
        noted = [
            entry for card in notes.values() for entry in self.unwritten_note(card, self.now())
        ]
        entries = [*noted, *reviews]
        return self.write(lambda: Writing(entries, self.replayed(entries, cards)), self.catch_up)

    def replayed(
        self, entries: Sequence[tuple[Moment, Fact]], cards: Collection[CardId]
    ) -> list[Schedule]:
        """Tell what schedules some cards will have once ``entries`` are written."""
        log = self._outside.log
        before = log.events_of(next(iter(cards))) if len(cards) == 1 else log.events()
        ahead = [
            Event(EventKey(_LAST, place), at, fact) for place, (at, fact) in enumerate(entries)
        ]
        after_all = replay([*before, *ahead], self.scheduler, self.settings.rollover_hour)
        return [after_all.get(card) or Schedule(card) for card in cards]

    def unwritten_note(self, card: CardId, at: Moment) -> list[tuple[Moment, NoteFact]]:
        """Give the record of a card's note, where the log does not know it yet."""
        named = self._decks.named(card)
        return self._told_of(named, at) if named and not self._is_noted(named.id) else []

    def unwritten_notes(
        self, cards: Iterable[CardId], at: Moment
    ) -> Iterator[tuple[Moment, NoteFact]]:
        """Give the records of many cards' notes: a file is read once, however long it is."""
        there, wanted = self.catalogue, dict[str, set[NoteId]]()
        for card in cards:
            shelf = there.shelf_of(card)
            if shelf:
                wanted.setdefault(shelf.file, set()).add(note_of(card))
        for file, notes in wanted.items():
            new = {note for note in notes if not self._is_noted(note)}
            for entry in self.entries_in(file) if new else ():
                if entry.name in new:
                    yield from self._told_of(entry.named, at)

    def _told_of(self, named: Named, at: Moment) -> list[tuple[Moment, NoteFact]]:
        """Say how a note is recognised; what the person is asked about it goes along, and stays."""
        pairs = [problem.between for problem in self.problems if problem.between]
        doubts = [Doubted(NoteId(old), named.id) for new, old in pairs if new == named.id]
        return [(at, named.noted()), *((at, doubt) for doubt in doubts)]

    def _is_noted(self, note: NoteId) -> bool:
        """Whether the log knows how a note is recognised."""
        if note in self._decided.entangled:
            return note in self._decks.known_of({note}).latest
        return self._outside.log.is_noted(note)

    def write(self, entries: Callable[[], Writing], catch_up: Callable[[], object]) -> list[Event]:
        """Append; where another program was quicker, read what it wrote and do it over."""

        def attempt() -> tuple[Writing, list[Event]]:
            writing = entries()
            return writing, self._outside.log.append(writing.entries, writing.schedules)

        writing, written = insisting(attempt, catch_up)
        self._latest = max(self._latest, *(event.at for event in written))
        self.schedules.take(writing.schedules)
        self._known = None
        for event in written:
            self._count(event)
        return written
