"""What the log says about memory: read once, off the window's thread, then kept true.

One more answer, or the last one taken back, costs next to nothing. What tells older answers anew
(an undo further back, notes said to be one, another machine's log) has it read anew.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from flashcards.domain.catalogue import Catalogue
from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import (
    Distinguished,
    Event,
    EventKey,
    Merged,
    Rekeyed,
    Reviewed,
    Undone,
)
from flashcards.domain.log.merge import Rank, rank
from flashcards.domain.log.names import Names
from flashcards.domain.log.replay import cancelled
from flashcards.domain.recall.account import Account, Mark
from flashcards.domain.recall.kept import account_in, as_bytes
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.recall.past import Past, mondays
from flashcards.services.shelves import Shelves
from flashcards.services.waiting import Waiting

if TYPE_CHECKING:
    from flashcards.services.library import Library
    from flashcards.services.ports import Log

_NO_DAY = Day(0)
_BEFORE_ALL: Rank = (-1, "", 0)
RECENT = 500
"""So many of the latest answers can be taken back without reading the log anew."""

_RENAMES = (Merged, Distinguished, Rekeyed)


MANY = 20_000
"""So many answers take long enough to read (half a second) for the account to be kept."""


class Kept(Protocol):
    """Where an account is kept between starts; it may be lost at any time."""

    def read(self) -> bytes | None:
        """Give what was kept."""
        ...

    def write(self, content: bytes) -> None:
        """Keep it."""
        ...


@dataclass(frozen=True, slots=True)
class Source:
    """What an account depends on besides the log."""

    catalogue: Catalogue
    rollover_hour: int
    today: Day = field(default=_NO_DAY, compare=False)
    interview: Day | None = field(default=None, compare=False)

    def topics(self) -> dict[CardId, str]:
        """Tell the topic of every card."""
        return {card: shelf.topic for shelf in self.catalogue.shelves for card in shelf.cards}


class Step(NamedTuple):
    """An answer that was taken in, and the last one's place in the log before it."""

    event: Event
    mark: Mark
    before: Rank


@dataclass(slots=True)
class Reading:
    """The log as far as it was read. ``steps`` can be taken back, ``undone`` brought back."""

    account: Account
    bookmark: str = "0"
    last: Rank = _BEFORE_ALL
    names: Names = field(default_factory=lambda: Names((), ()))
    steps: deque[Step] = field(default_factory=lambda: deque(maxlen=RECENT))
    undone: dict[EventKey, Event] = field(default_factory=dict)
    others: set[EventKey] = field(default_factory=set)

    def add(self, event: Event, fact: Reviewed) -> None:
        """Take an answer in, for the card that it counts for."""
        at, before = rank(event), self.last
        card = self.names.card(fact.card, at)
        mark = self.account.add(fact if card == fact.card else named(fact, card), event.at)
        self.last = at
        self.steps.append(Step(event, mark, before))

    def follow(self, log: "Log") -> bool:
        """Take in what was written since; False where the log is to be read anew."""
        end = log.bookmark()
        if end == self.bookmark:
            return True
        if not log.holds(self.bookmark):
            return False
        news = list(log.between(self.bookmark, end))
        self.bookmark = end
        return all(map(self._follow, news))

    def _follow(self, event: Event) -> bool:
        fact = event.fact
        if isinstance(fact, Reviewed):
            if rank(event) < self.last:
                return False
            self.add(event, fact)
        elif isinstance(fact, Undone):
            return self._take_back(event, fact.target)
        else:
            self.others.add(event.key)
        return not isinstance(fact, _RENAMES)

    def _take_back(self, event: Event, target: EventKey) -> bool:
        """Follow an undo of the last answer, or its redo; of what is no answer nothing comes."""
        if target in self.others:
            self.others.add(event.key)
            return True
        if self.steps and self.steps[-1].event.key == target:
            step = self.steps.pop()
            self.account.take_back(step.mark)
            self.last = step.before
            self.undone[event.key] = step.event
            return True
        redone = self.undone.pop(target, None)
        return redone is not None and self._follow(redone)


def named(fact: Reviewed, card: CardId) -> Reviewed:
    """Give the same answer of a card by its name of today."""
    return Reviewed(
        card, fact.grade, fact.duration_ms, fact.parts, fact.missed, fact.shift, fact.early
    )


def read_log(
    source: Source,
    log: "Log",
    kept: Kept | None = None,
    wanted: Callable[[], bool] = lambda: True,
) -> Reading | None:
    """Read the whole log, or what was written since it was kept. Any thread may do it.

    None where it is ``wanted`` no longer before all is read. What the topics add up to is counted
    here, too, as it takes a moment where there are many cards.
    """
    reading = _read(source, log, kept, wanted)
    if reading:
        outlook = reading.account.outlook(source.today)
        for topic, cards in Shelves(source.catalogue).cards.items():
            for day in filter(None, (source.today, source.interview)):
                outlook.sums_of(topic, cards, day)
    return reading


def _read(
    source: Source, log: "Log", kept: Kept | None, wanted: Callable[[], bool]
) -> Reading | None:
    noted = log.noted()
    dead = cancelled(noted)
    found = _kept(source, kept.read()) if kept else None
    if found and log.holds(found.bookmark):
        found.names = Names(noted, dead)
        if found.follow(log):
            return found
    end = log.bookmark()
    account = Account(source.topics(), source.rollover_hour, past=Past(mondays(source.today)[0]))
    reading = Reading(account, end, names=Names(noted, dead))
    for event in log.between("0", end):
        if not wanted():
            return None
        if isinstance(event.fact, Reviewed) and event.key not in dead:
            reading.add(event, event.fact)
    if kept and len(reading.account.ledger) >= MANY:
        marks = {"bookmark": end, "last": reading.last}
        kept.write(as_bytes(reading.account, marks))
    return reading


def _kept(source: Source, content: bytes | None) -> Reading | None:
    """Take up what was kept, where it is whole and still true of the decks."""
    try:
        found = account_in(content or b"", source.topics(), source.rollover_hour)
    except (ValueError, KeyError, TypeError):
        return None
    if found is None:
        return None
    account, marks = found
    return Reading(account, marks["bookmark"], tuple(marks["last"]))


class Insight:
    """The account of one library, as far as it is known by now."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._source = Source(Catalogue(), 0)
        self._reading: Reading | None = None
        self._shelves: tuple[Catalogue, Shelves] | None = None
        self.waiting = Waiting(library)

    def source(self) -> Source:
        """Say what a reading is to be of; give it to ``read_log``."""
        hour = self._library.settings.rollover_hour
        days = self._library.today(), self._library.settings.interview_day
        return Source(self._library.catalogue, hour, *days)

    def take(self, source: Source, reading: Reading) -> None:
        """Take over what ``read_log`` gave."""
        self._source, self._reading = source, reading

    def read(self, kept: Kept | None = None) -> None:
        """Read the log here and now, for who has no window to keep alive."""
        source = self.source()
        reading = read_log(source, self._library.log, kept)
        assert reading is not None, "it is wanted to the end"
        self.take(source, reading)

    def account(self) -> Account | None:
        """Give the account as of now; None where the log is to be read, or read anew."""
        if self._reading is None:
            return None
        holds = self.source() == self._source or self._still_holds()
        if not (holds and self._reading.follow(self._library.log)):
            self._reading = None
        return self._reading.account if self._reading else None

    def outlook(self) -> Outlook | None:
        """Give what is to be expected as of today."""
        account = self.account()
        return account.outlook(self._library.today()) if account else None

    def shelves(self) -> Shelves:
        """Give the cards by topic."""
        if self._shelves is None or self._shelves[0] is not self._library.catalogue:
            self._shelves = self._library.catalogue, Shelves(self._library.catalogue)
        return self._shelves[1]

    def _still_holds(self) -> bool:
        """Whether other decks leave all topics of answered cards as they were."""
        source = self.source()
        assert self._reading is not None, "only a reading can hold"
        account = self._reading.account
        topics = source.topics()
        same = all(topics.get(card) == account.topics.get(card) for card in account.ledger.cards)
        if same and source.rollover_hour == self._source.rollover_hour:
            account.topics, self._source = topics, source
            return True
        return False

    def today(self) -> Day:
        """Tell the study day."""
        return self._library.today()
