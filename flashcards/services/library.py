"""The live state: decks and log read into memory, and the one way to add to the log."""

from collections.abc import Callable, Collection, Container, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from flashcards.domain.catalogue import Catalogue
from flashcards.domain.clock import Day, Moment, study_day
from flashcards.domain.collection import Collection as Cards
from flashcards.domain.collection import collect
from flashcards.domain.errors import ChangedElsewhereError
from flashcards.domain.identity import Known, Named, known_of
from flashcards.domain.ids import CardId, DeviceId, NoteId, card_id, note_of
from flashcards.domain.log.events import (
    CardFact,
    Doubted,
    Event,
    EventKey,
    Fact,
    Noted,
    NoteFact,
    Reviewed,
    Undone,
)
from flashcards.domain.log.history import no_earlier
from flashcards.domain.log.names import histories
from flashcards.domain.log.replay import after, cancelled, replay
from flashcards.domain.note import Card
from flashcards.domain.problems import Problem
from flashcards.domain.rekeying import doubtful, rekeyings
from flashcards.domain.scheduling.scheduler import Schedule, Scheduler
from flashcards.domain.settings import Settings
from flashcards.services.schedules import Schedules

if TYPE_CHECKING:
    from flashcards.services.ports import DeckSource, DecksReadPort, Log

Clock = Callable[[], Moment]
_T = TypeVar("_T")

TRIES = 20
"""So often a write is done over because another program wrote in between."""

_LAST = DeviceId("\U0010ffff")
"""Ranks what is about to be written after all that was written in the same millisecond."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What the library is built on."""

    decks: "DeckSource"
    log: "Log"
    clock: Clock
    scheduler: Scheduler


class Library:
    """Everything in memory that reviews need. One thread uses it at a time."""

    def __init__(self, outside: Outside, settings: Settings) -> None:
        self._outside = outside
        self.settings = settings
        self._collection = Cards({}, {}, ())
        self.catalogue = Catalogue()
        self.schedules = Schedules(outside.log)
        self.known = Known()
        self._latest = Moment(0)
        self._answers: dict[Day, int] | None = None

    @property
    def scheduler(self) -> Scheduler:
        """The algorithm in force."""
        return self._outside.scheduler

    @property
    def cache_name(self) -> str:
        """What the schedule cache depends on besides the log."""
        return f"{self.scheduler.name} rollover={self.settings.rollover_hour}"

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
        return self._collection.problems

    def card(self, card: CardId) -> Card | None:
        """Give a card with its faces, where it is in a deck."""
        return self._collection.cards.get(card)

    def cards(self) -> Iterator[Card]:
        """Give all cards, in deck order."""
        return iter(self._collection.cards.values())

    def names(self) -> dict[NoteId, NoteId]:
        """Tell what each note would be called where nothing is known of it, and what it is here."""
        return {named.fresh: named.id for named in self._collection.notes.values()}

    def notes(self) -> Iterator[Named]:
        """Give all notes, in deck order."""
        return iter(self._collection.notes.values())

    def note(self, note: NoteId) -> Named | None:
        """Give a note, where it is in a deck."""
        return self._collection.notes.get(note)

    def load(self) -> None:
        """Read decks and log."""
        self.adopt(self.read_decks())

    def read_decks(self) -> "DecksReadPort":
        """Read the deck files; touches nothing else, so another thread may do it."""
        return self._outside.decks.read()

    def adopt(self, read: "DecksReadPort") -> None:
        """Take over decks, and read the log anew.

        Notes that read otherwise than the log knew are noted, so that they are recognised by
        either text.
        """
        self.known = known_of(self._outside.log.noted())
        self._collection = collect(read.decks, self.known, read.problems)
        self.catalogue = self._collection.catalogue()
        self.load_schedules()
        latest = self.known.latest
        changed = [
            named.noted()
            for note, named in self._collection.notes.items()
            if note in latest and named.noted().reading != latest[note].reading
        ]
        doubts = doubtful(self._collection, self.schedules, self.known)
        if doubts:
            changed = [each for each in changed if not _waits(each, latest[each.note], doubts)]
            problems = chain(self._collection.problems, *doubts.values())
            self._collection = replace(self._collection, problems=tuple(sorted(set(problems))))
        reworded = rekeyings(self._collection, self.schedules, self.known)
        cards = {card_id(fact.note, key) for fact in reworded for key in (fact.old, fact.new)}
        if changed or reworded:
            self.settle([*reworded, *changed], cards)

    def settle(self, facts: Sequence[NoteFact], cards: Collection[CardId] = ()) -> None:
        """Write which note is which, after all that happened, and replay the ``cards`` concerned.

        ``collection`` is as it was: it takes reading the decks again.
        """

        def entries() -> Writing:
            at = no_earlier(self.now(), replace(self._latest, utc_ms=self._latest.utc_ms + 1))
            written = [(at, fact) for fact in facts]
            return Writing(written, self.replayed(written, cards) if cards else [])

        self._write(entries)
        self.known = known_of(self._outside.log.noted())

    def load_schedules(self) -> None:
        """Read the schedules; where the cache cannot be used, replay the log and write it anew."""
        log = self._outside.log
        self.schedules = Schedules(log, _insisting(self._touched))
        self._answers = None
        self._latest = log.latest()

    def _touched(self) -> AbstractSet[CardId]:
        log = self._outside.log
        found = log.touched(self.cache_name)
        if found is None:
            told = replay(log.events(), self.scheduler, self.settings.rollover_hour)
            log.replace_schedules(told.values(), self.cache_name)
            found = told.keys()
        return found

    def due_on(self, first: Day, last: Day) -> dict[Day, int]:
        """Count what is due on each day from one to another; suspended cards left out."""
        return self._outside.log.due_on(first, last)

    def leeches(self) -> list[Schedule]:
        """Give the schedules of cards that keep being forgotten, the worst first."""
        found = self._outside.log.forgotten(self.settings.leech_lapses)
        return [schedule for schedule in found if schedule.card in self.catalogue]

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

    def next_due(self, day: Day) -> Day | None:
        """Tell when the next card is due after a day; suspended ones do not count."""
        return self._outside.log.next_due(day, self.catalogue)

    def readings(self) -> list[Event]:
        """Give all that the log tells of which note is which."""
        return self._outside.log.noted()

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote to the log since it was read."""
        return self._outside.log.changed_elsewhere()

    def recent_durations(self) -> list[int]:
        """Give the times of the latest answers, in milliseconds."""
        return self._outside.log.recent_durations()

    def events(self) -> list[Event]:
        """Give all that happened, in the total order."""
        return self._outside.log.events()

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
        if note not in self.known.entangled:
            return {card}
        name = self.known.decided.name
        mates = {other for other in self.schedules if name(note_of(other)) == name(note)}
        return mates | {card, self.known.decided.card(card)}

    def record(self, fact: CardFact, at: Moment) -> Event:
        """Write what happened to a card, with the schedule it leaves behind; durable on return."""

        def entries() -> Writing:
            noted = self._unwritten_note(fact.card, at)
            current = replace(fact, card=self.known.decided.card(fact.card))
            return Writing([(at, current), *noted], self._left_behind(current, at))

        return self._write(entries)[0]

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

        return self._write(entries)[0]

    def add(self, reviews: Sequence[tuple[Moment, CardFact]]) -> list[Event]:
        """Write past reviews, all or nothing, and replay their cards."""
        cards = {kin for _, fact in reviews for kin in self.kin(fact.card)}
        notes = {note_of(card): card for card in cards}
        noted = [
            entry for card in notes.values() for entry in self._unwritten_note(card, self.now())
        ]
        entries = [*reviews, *noted]
        return self._write(lambda: Writing(entries, self.replayed(entries, cards)))

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

    def _unwritten_note(self, card: CardId, at: Moment) -> list[tuple[Moment, NoteFact]]:
        """Give the record of a card's note, where the log does not know it yet.

        What the person is asked about it goes along, and so stays a question.
        """
        named = self._collection.notes.get(note_of(card))
        if named is None or named.id in self.known.latest:
            return []
        pairs = [problem.between for problem in self._collection.problems if problem.between]
        doubts = [Doubted(NoteId(old), named.id) for new, old in pairs if new == named.id]
        facts: list[NoteFact] = [named.noted(), *doubts]
        return [(at, fact) for fact in facts]

    def _write(self, entries: "Callable[[], Writing]") -> list[Event]:
        """Append; where another program was quicker, read what it wrote and do it over."""

        def attempt() -> tuple[Writing, list[Event]]:
            writing = entries()
            return writing, self._outside.log.append(writing.entries, writing.schedules)

        writing, written = _insisting(attempt, self.load_schedules)
        self._latest = max(self._latest, *(event.at for event in written))
        self.schedules.take(writing.schedules)
        for event in written:
            self.known.learn(event)
            self._count(event)
        return written


def _waits(now: Noted, before: Noted, doubts: Container[NoteId]) -> bool:
    """Whether a note's new text is not noted yet, because its old one keeps a question open."""
    return now.note in doubts and replace(now, body=before.body).reading == before.reading


@dataclass(frozen=True, slots=True)
class Writing:
    """What goes into one transaction."""

    entries: Sequence[tuple[Moment, Fact]]
    schedules: Sequence[Schedule]


def _insisting(step: Callable[[], _T], catch_up: Callable[[], object] = lambda: None) -> _T:
    """Do a step over while another program is quicker; raises ChangedElsewhereError in the end."""
    for _ in range(TRIES - 1):
        try:
            return step()
        except ChangedElsewhereError:
            catch_up()
    return step()
