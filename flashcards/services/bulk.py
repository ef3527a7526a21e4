"""What is done to many cards at once: one transaction, one step of undo."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day, Moment
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import (
    Buried,
    CardFact,
    DueSet,
    Event,
    Fact,
    Flagged,
    Reset,
    Resumed,
    Suspended,
    Undone,
    Unflagged,
)
from flashcards.domain.log.replay import after
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.tongue import both, trn
from flashcards.services.library import Writing

if TYPE_CHECKING:
    from flashcards.services.library import Library

Step = Callable[[], None]
"""Called once a card; it may raise StoppedError, and nothing was done then."""


class StoppedError(FlashcardsError):
    """The person did not want it any more."""

    def __init__(self) -> None:
        super().__init__("Stopped. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to do with cards: its words, what it writes, and for which cards."""

    told: tuple[str, str]
    make: Callable[[CardId, Day], CardFact]
    concerns: Callable[[Schedule, Day], bool]


DEEDS: Mapping[str, Deed] = {
    "suspend": Deed(
        both("Suspended {count} card", "Suspended {count} cards"),
        lambda c, _: Suspended(c),
        lambda s, _: not s.suspended,
    ),
    "resume": Deed(
        both("Resumed {count} card", "Resumed {count} cards"),
        lambda c, _: Resumed(c),
        lambda s, _: s.suspended,
    ),
    "bury": Deed(
        both("Buried {count} card", "Buried {count} cards"),
        lambda c, _: Buried(c),
        lambda s, day: s.buried_on != day,
    ),
    "flag": Deed(
        both("Flagged {count} card", "Flagged {count} cards"),
        lambda c, _: Flagged(c),
        lambda s, _: not s.flagged,
    ),
    "unflag": Deed(
        both("Unflagged {count} card", "Unflagged {count} cards"),
        lambda c, _: Unflagged(c),
        lambda s, _: s.flagged,
    ),
    "reset": Deed(
        both("Learned anew: {count} card", "Learned anew: {count} cards"),
        lambda c, _: Reset(c),
        lambda s, _: not s.is_new,
    ),
    "due": Deed(
        both("Chose the day of {count} card", "Chose the day of {count} cards"),
        DueSet,
        lambda s, day: s.due != day,
    ),
}
"""``bury`` takes today for its day, ``due`` the day that was chosen."""


@dataclass(frozen=True, slots=True)
class Batch:
    """One step: its events, and the schedules of its cards before and after it."""

    told: str
    events: tuple[Event, ...]
    before: Mapping[CardId, Schedule]
    after: Mapping[CardId, Schedule]


class Bulk:
    """Does things to many cards, and takes them back."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._done: list[Batch] = []
        self._undone: list[Batch] = []

    @property
    def undoable(self) -> int:
        """How many cards the next undo takes back; 0 where there is nothing."""
        return len(self._done[-1].events) if self._done else 0

    @property
    def redoable(self) -> int:
        """How many cards the next redo changes again; 0 where there is nothing."""
        return len(self._undone[-1].events) if self._undone else 0

    @property
    def last_done(self) -> str:
        """What the next undo takes back, in words; nothing where there is nothing."""
        return self._done[-1].told if self._done else ""

    @property
    def last_undone(self) -> str:
        """What the next redo does again, in words; nothing where there is nothing."""
        return self._undone[-1].told if self._undone else ""

    def facts(
        self,
        name: str,
        cards: Collection[CardId],
        day: Day | None = None,
        step: Step = lambda: None,
    ) -> list[CardFact]:
        """Give what is to be written: nothing for a card that stands so already."""
        deed, found = DEEDS[name], list[CardFact]()
        when = self._library.today() if day is None else day
        for card in dict.fromkeys(map(self._library.current, cards)):
            step()
            if deed.concerns(self._library.schedule_of(card), when):
                found.append(deed.make(card, when))
        return found

    def do(self, name: str, facts: Sequence[CardFact], step: Step = lambda: None) -> str:
        """Write all or nothing, and say what was done. Raises StoppedError."""
        told = trn(*DEEDS[name].told, len(facts))
        self._done.append(self._written(told, facts, step))
        self._undone.clear()
        return told

    def undo(self, step: Step = lambda: None) -> str:
        """Take the last step back, and say which. Raises StoppedError."""
        return self._turn(self._done, self._undone, step)

    def redo(self, step: Step = lambda: None) -> str:
        """Do again what was taken back last, and say what. Raises StoppedError."""
        return self._turn(self._undone, self._done, step)

    def _turn(self, source: list[Batch], target: list[Batch], step: Step) -> str:
        """Write that a batch's events count no longer, or again."""
        batch = source[-1]
        taken = self._taken_back(batch, step)
        source.pop()
        target.append(taken)
        return batch.told

    def _written(self, told: str, facts: Sequence[CardFact], step: Step) -> Batch:
        library = self._library
        before: dict[CardId, Schedule] = {}
        left: dict[CardId, Schedule] = {}

        def entries() -> Writing:
            at = library.after_all()
            notes = library.unwritten_notes((fact.card for fact in facts), at)
            written: list[tuple[Moment, Fact]] = [*notes]
            for fact in facts:
                step()
                before[fact.card] = now = library.schedule_of(fact.card)
                rollover = library.settings.rollover_hour
                left[fact.card] = after(now, at, fact, library.scheduler, rollover)
                written.append((at, fact))
            return Writing(written, list(left.values()))

        events = library.write(entries, library.catch_up)
        own = tuple(event for event in events if isinstance(event.fact, CardFact))
        return Batch(told, own, before, left)

    def _taken_back(self, batch: Batch, step: Step) -> Batch:
        library = self._library
        now: dict[CardId, Schedule] = {}
        then: dict[CardId, Schedule] = {}

        def entries() -> Writing:
            at = library.after_all()
            undos = [(at, Undone(event.key)) for event in batch.events]
            for (card, before), entry in zip(batch.before.items(), undos, strict=True):
                step()
                now[card] = library.schedule_of(card)
                is_last = now[card] == batch.after[card]
                then[card] = before if is_last else _replayed(library, card, entry)
            return Writing(undos, list(then.values()))

        return Batch(batch.told, tuple(library.write(entries, library.catch_up)), now, then)


def _replayed(library: "Library", card: CardId, entry: tuple[Moment, Fact]) -> Schedule:
    """Tell a card's schedule once an entry is written."""
    kin = list(library.kin(card))
    return dict(zip(kin, library.replayed([entry], kin), strict=True))[card]
