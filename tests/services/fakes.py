"""The ports in memory: decks from texts, a clock that is set, a log without a disk."""

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from flashcards.domain.clock import Day, Moment, study_day
from flashcards.domain.deck.header import ReadYaml
from flashcards.domain.deck.parse import Deck, parse
from flashcards.domain.entry import DeckFile, Listing
from flashcards.domain.errors import ChangedElsewhereError
from flashcards.domain.ids import CardId, DeckId, DeviceId, NoteId
from flashcards.domain.log.events import (
    Adopted,
    CardFact,
    Event,
    EventKey,
    Fact,
    Noted,
    NoteFact,
    Reviewed,
    Undone,
)
from flashcards.domain.log.merge import rank
from flashcards.domain.log.replay import cancelled
from flashcards.domain.problems import Problem
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.settings import Settings
from flashcards.domain.signs import Signs, signs_in
from flashcards.services.library import Library, Outside
from flashcards.services.ports import DecksReadPort, Log
from flashcards.store.deck_files import DecksRead
from flashcards.store.index import Index

DAY_MS = 86_400_000
NOON = Moment(1_767_268_800_000)
"""2026-01-01, 12:00 UTC."""


def no_yaml(_text: str) -> object:
    """Read front matter as if it were empty."""
    return None


@dataclass
class Texts:
    """Decks that are typed, not read: by name."""

    texts: Mapping[str, str]
    read_yaml: ReadYaml = no_yaml
    problems: tuple[Problem, ...] = ()

    def listing(self) -> Listing:
        files = [DeckFile(f"{name}.md", DeckId(name), text) for name, text in self.texts.items()]
        return Listing(tuple(files), self.problems)

    def read_file(self, file: DeckFile) -> tuple[Deck, tuple[Problem, ...]]:
        return parse(file.stamp, file.deck, file.path, self.read_yaml), ()

    def read(self) -> DecksReadPort:
        decks = [
            parse(text, DeckId(name), f"{name}.md", self.read_yaml)
            for name, text in self.texts.items()
        ]
        return DecksRead(tuple(decks), self.problems)


@dataclass
class SetClock:
    """A clock that stands where it is set, and goes on by a step whenever it is read."""

    at: Moment = NOON
    step_ms: int = 1

    def __call__(self) -> Moment:
        self.at = replace(self.at, utc_ms=self.at.utc_ms + self.step_ms)
        return self.at

    def go(self, days: float = 0) -> None:
        self.at = replace(self.at, utc_ms=self.at.utc_ms + int(days * DAY_MS))


@dataclass
class MemoryFile:
    """What several logs share, as several programs share a file."""

    events: list[Event] = field(default_factory=list)
    schedules: dict[CardId, Schedule] = field(default_factory=dict)
    name: str | None = None
    writers: list[object] = field(default_factory=list)


class MemoryLog:
    """A log that forgets; it keeps the contract of test_log_contract.py."""

    def __init__(self, file: MemoryFile, device: str = "a") -> None:
        self._file, self._device = file, DeviceId(device)
        self._seen = self._others()

    def append(
        self, entries: Sequence[tuple[Moment, Fact]], schedules: Iterable[Schedule]
    ) -> list[Event]:
        self._refuse_if_changed()
        own = sum(event.key.device == self._device for event in self._file.events)
        written = [
            Event(EventKey(self._device, own + number), at, fact)
            for number, (at, fact) in enumerate(entries, start=1)
        ]
        self._file.events += written
        self._file.schedules |= {schedule.card: schedule for schedule in schedules}
        self._file.writers.append(self)
        return written

    def events(self) -> list[Event]:
        return sorted(self._file.events, key=rank)

    def events_of(self, card: CardId) -> list[Event]:
        return [event for event in self.events() if self._subject(event.fact) == card]

    def noted(self) -> list[Event]:
        return [event for event in self.events() if isinstance(event.fact, NoteFact | Undone)]

    def bookmark(self) -> str:
        last = self._file.events[-1:]
        names = [f"{len(self._file.events)} {e.key.device} {e.key.sequence}" for e in last]
        return "".join(names) or "0"

    def noted_after(self, bookmark: str) -> list[Event] | None:
        place = bookmark.partition(" ")[0]
        if not place.isdigit() or int(place) > len(self._file.events):
            return None
        new = sorted(self._file.events[int(place) :], key=rank)
        return [event for event in new if isinstance(event.fact, NoteFact)]

    def decisions(self) -> list[Event]:
        readings = (Noted, Adopted)
        return [event for event in self.noted() if type(event.fact) not in readings]

    def histories_with(self, signs: Signs) -> list[Event]:
        readings = {event: event.fact for event in self.noted() if isinstance(event.fact, Noted)}
        found = {fact.note for event, fact in readings.items() if signs & signs_in([event])}
        return [event for event, fact in readings.items() if fact.note in found]

    def is_noted(self, note: NoteId) -> bool:
        return any(isinstance(e.fact, Noted) and e.fact.note == note for e in self._file.events)

    def touched(self, name: str) -> set[CardId] | None:
        self._seen = self._others()
        found = set(self._file.schedules) if self._file.name == name else None
        return None if found is None or (self._file.events and not found) else found

    def schedule(self, card: CardId) -> Schedule | None:
        return self._file.schedules.get(card)

    def schedules(self, day: Day | None = None) -> list[Schedule]:
        everything = list(self._file.schedules.values())
        if day is None:
            return everything
        asked = [each for each in everything if each.due is None or each.due <= day]
        return asked + [
            each
            for each in everything
            if each not in asked and (each.last_day == day or each.suspended)
        ]

    def schedules_after(self, card: str, count: int) -> list[Schedule]:
        later = sorted(name for name in self._file.schedules if name > card)
        return [self._file.schedules[name] for name in later[:count]]

    def next_due(self, day: Day, among: Container[CardId]) -> Day | None:
        asked = [each for each in self._file.schedules.values() if not each.suspended]
        days = [each.due for each in asked if each.card in among and each.due and each.due > day]
        return min(days, default=None)

    def forgotten(self, least: int) -> list[Schedule]:
        found = [each for each in self._file.schedules.values() if each.lapses >= least]
        ordered = sorted(found, key=lambda each: (-each.lapses, each.card))
        return [each for each in ordered if not each.suspended]

    def due_on(self, first: Day, last: Day) -> dict[Day, int]:
        asked = [each for each in self._file.schedules.values() if not each.suspended]
        return Counter(each.due for each in asked if each.due and first <= each.due <= last)

    def answers_by_day(self, rollover_hour: int) -> dict[Day, int]:
        dead = cancelled(self.events())
        counted = [event for event in self.events() if isinstance(event.fact, Reviewed)]
        alive = [event.at for event in counted if event.key not in dead]
        return Counter(study_day(at, rollover_hour) for at in alive)

    def replace_schedules(self, schedules: Collection[Schedule], name: str) -> None:
        self._refuse_if_changed()
        self._file.schedules = {schedule.card: schedule for schedule in schedules}
        self._file.name = name
        self._file.writers.append(self)

    def holds(self, bookmark: str) -> bool:
        keys = [f"{n} {e.key.device} {e.key.sequence}" for n, e in enumerate(self._file.events, 1)]
        return bookmark in ["0", *keys]

    def between(self, first: str, last: str) -> Iterator[Event]:
        start, end = (int(text.split()[0]) for text in (first, last))
        return iter(sorted(self._file.events[start:end], key=rank))

    def spread(self) -> list[tuple[CardId, Day, int, int]]:
        asked = [each for each in self._file.schedules.values() if not each.suspended]
        return [(each.card, each.due, each.interval, each.ease) for each in asked if each.due]

    def latest(self) -> Moment:
        return Moment(max((event.at.utc_ms for event in self._file.events), default=0))

    def recent_durations(self, count: int = 200) -> list[int]:
        facts = [event.fact for event in reversed(self._file.events)]
        return [fact.duration_ms for fact in facts if isinstance(fact, Reviewed)][:count]

    def changed_elsewhere(self) -> bool:
        return self._others() != self._seen

    def _others(self) -> int:
        return sum(writer is not self for writer in self._file.writers)

    def _refuse_if_changed(self) -> None:
        if self.changed_elsewhere():
            raise ChangedElsewhereError

    def _subject(self, fact: Fact) -> str:
        if isinstance(fact, Undone):
            targets = (event for event in self._file.events if event.key == fact.target)
            return next((self._subject(event.fact) for event in targets), "")
        return fact.card if isinstance(fact, CardFact) else fact.note


def library_on(
    texts: Mapping[str, str],
    *,
    log: Log | None = None,
    clock: SetClock | None = None,
    settings: Settings | None = None,
) -> Library:
    """Wire a library, loaded; on fakes where nothing else is given."""
    outside = Outside(
        Texts(texts), Index(None), log or MemoryLog(MemoryFile()), clock or SetClock()
    )
    library = Library(outside, settings or Settings())
    library.load()
    return library
