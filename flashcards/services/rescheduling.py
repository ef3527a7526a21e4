"""Another scheduler: foreseen before it is done, done without losing anything.

It may take seconds, so it may run in another thread, on a log opened for it.
"""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from flashcards.domain.clock import Day
from flashcards.domain.errors import ChangedElsewhereError
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Event, EventKey
from flashcards.domain.log.names import histories
from flashcards.domain.log.replay import cancelled, told_of
from flashcards.domain.queue.plan import pace_ms
from flashcards.domain.rescheduling import AHEAD, Outcome, outcome, sample_of
from flashcards.domain.scheduling.chosen import scheduler_for
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.settings import SCHEDULERS, Settings
from flashcards.domain.spoken import decimal, percent
from flashcards.domain.tongue import number, tr, trn
from flashcards.services.decks import collecting_nothing
from flashcards.services.insisting import TRIES
from flashcards.services.schedules import cache_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from flashcards.services.library import Library
    from flashcards.services.ports import Log
    from flashcards.services.preferences import Preferences

_T = TypeVar("_T")

Step = Callable[[float], None]
"""Is told which share is done; what it raises stops the work."""

NAMES = ("scheduler", "desired_retention", "maximum_interval", "rollover_hour")
"""The settings that schedules depend on."""

_REMEMBERING = Settings(scheduler="fsrs")

_EVERY = 5_000
_READ, _REPLAYED = 0.6, 0.95


@dataclass(frozen=True, slots=True)
class Change:
    """From which choices to which, for which cards, on which day, at what pace."""

    old: Settings
    new: Settings
    cards: "Container[CardId]"
    today: Day
    pace_ms: int

    @property
    def moves(self) -> bool:
        """Whether schedules depend on what is changed at all."""
        return self.name != cache_name(scheduler_for(self.old), self.old)

    @property
    def name(self) -> str:
        """What the schedule cache is called afterwards."""
        return cache_name(scheduler_for(self.new), self.new)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a change comes to, and the schedules it leads to, of the log up to a bookmark."""

    change: Change
    outcome: Outcome
    schedules: tuple[Schedule, ...]
    bookmark: str

    @property
    def lines(self) -> list[str]:
        """Say what happens, in sentences."""
        found, pace = self.outcome, self.change.pace_ms
        if not found.cards:
            return [tr("No card has been answered yet, so none moves.")]
        before, after = (_minutes(each, pace) for each in (found.before, found.after))
        moved = trn(
            "{moved} of {count} card get another due day",
            "{moved} of {count} cards get another due day",
            found.cards,
            moved=number(found.moved),
        )
        sides = tr(
            "{sooner} sooner, {later} later", sooner=number(found.sooner), later=number(found.later)
        )
        return [
            f"{moved}: {sides}." if found.moved else tr("No card gets another due day."),
            tr(
                "About {after} a day over the next {ahead} days, instead of {before}: the "
                "cards that you have begun, at your pace, forgotten as FSRS foresees it.",
                after=after,
                ahead=AHEAD,
                before=before,
            ),
        ]


def change_to(library: "Library", new: Settings) -> Change:
    """Describe a change of the choices in force."""
    pace = pace_ms(library.log.recent_durations())
    return Change(library.settings, new, library.catalogue, library.today(), pace)


def foresee(log: "Log", change: Change, step: Step = lambda _: None) -> Foreseen:
    """Replay the log under both choices, and compare."""
    with collecting_nothing():
        read = _read(log, step)
        after = _telling(read.told(change.new), len(read.found), _READ, _REPLAYED, step)
        schedules = {schedule.card: schedule for schedule in after}
        answered = {
            schedule.card: schedule
            for schedule in read.told(change.old)
            if schedule.card in change.cards and schedule.last_day and not schedule.suspended
        }
        asked = replace(read, found={card: read.found[card] for card in sample_of(answered)})
        memories = {schedule.card: schedule for schedule in asked.told(_REMEMBERING)}
        schedulers = scheduler_for(change.old), scheduler_for(change.new)
        result = outcome(answered, schedules, memories, schedulers, change.today)
    step(1.0)
    return Foreseen(change, result, tuple(schedules.values()), read.bookmark)


@dataclass(frozen=True, slots=True)
class _Read:
    """A log up to a bookmark, by card."""

    found: Mapping[CardId, list[Event]]
    dead: Set[EventKey]
    bookmark: str

    def told(self, settings: Settings) -> Iterator[Schedule]:
        """Replay it under some choices."""
        return told_of(self.found, self.dead, scheduler_for(settings), settings.rollover_hour)


def _read(log: "Log", step: Step) -> _Read:
    end = log.bookmark()
    total = int(end.partition(" ")[0]) or 1
    events = list(_telling(log.between("0", end), total, 0, _READ, step))
    dead = cancelled(events)
    return _Read(histories(events, dead), dead, end)


def write(log: "Log", foreseen: Foreseen, step: Step = lambda _: None) -> None:
    """Put the schedules in place; where something was written meanwhile, replay it, too."""
    for _ in range(TRIES):
        log.touched(foreseen.change.name)
        try:
            if log.bookmark() == foreseen.bookmark:
                log.replace_schedules(foreseen.schedules, foreseen.change.name)
                return
        except ChangedElsewhereError:
            pass
        foreseen = foresee(log, foreseen.change, step)
    raise ChangedElsewhereError


def settle(library: "Library", preferences: "Preferences", change: Change) -> None:
    """Keep the choices, and go by them; the schedules are there already."""
    names = [name for name in NAMES if getattr(change.new, name) != getattr(change.old, name)]
    preferences.change(**{name: getattr(change.new, name) for name in names})
    library.use(preferences.settings)


def scheduler_text(settings: Settings) -> str:
    """Name a scheduler with all that it is told."""
    retention = tr(
        " at {share} desired retention",
        share=percent(settings.desired_retention),
    )
    days = tr(
        ", intervals of {days} days at most",
        days=number(settings.maximum_interval),
    )
    name = SCHEDULERS[settings.scheduler]
    aim = retention * (settings.scheduler == "fsrs")
    return f"{name}{aim}{days * bool(settings.maximum_interval)}"


def _telling(
    things: "Iterable[_T]", total: int, start: float, end: float, step: Step
) -> Iterator[_T]:
    """Pass things on, and tell now and then how far one is."""
    for count, thing in enumerate(things):
        if count % _EVERY == 0:
            step(start + (end - start) * min(1.0, count / total))
        yield thing


def _minutes(answers: float, pace: int) -> str:
    """Say how long so many answers take; less than ten minutes more exactly."""
    minutes = answers * pace / 60_000
    return tr("{minutes} minutes", minutes=decimal(minutes, 1 if minutes < 10 else 0))
