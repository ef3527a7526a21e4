"""The schedules, read from the cache as they are needed: few of many are needed in a day."""

from collections.abc import Iterable, Iterator, Mapping
from threading import RLock
from typing import TYPE_CHECKING

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.queue.gather import DaySchedules
from flashcards.domain.scheduling.scheduler import Schedule

if TYPE_CHECKING:
    from flashcards.domain.scheduling.scheduler import Scheduler
    from flashcards.domain.settings import Settings
    from flashcards.services.ports import Log

_KEPT = 1_000
"""So many schedules are kept in memory, those that were read or written last."""


def cache_name(scheduler: "Scheduler", settings: "Settings") -> str:
    """Name a schedule cache by what it depends on besides the log."""
    return f"{scheduler.name} rollover={settings.rollover_hour}"


class Schedules(Mapping[CardId, Schedule]):
    """Every schedule that the log adds up to; true until another program writes.

    A step on many cards asks from another thread, so one waits for the other.
    """

    def __init__(self, log: "Log", touched: Iterable[CardId] = ()) -> None:
        self._log = log
        self.touched = set(touched)
        """The cards that have a schedule: it only grows, for one that is undone has a fresh one."""
        self._read: dict[CardId, Schedule] = {}
        self._day: tuple[Day, DaySchedules] | None = None
        self._turn = RLock()
        self.written: list[CardId] = []
        """The cards that got another schedule since all were read, one after another."""

    def __getitem__(self, card: CardId) -> Schedule:
        with self._turn:
            found = self._read.get(card)
            if found is None:
                if card not in self.touched:
                    raise KeyError(card)
                found = self._log.schedule(card) or Schedule(card)
                self._keep(found)
            return found

    def __iter__(self) -> Iterator[CardId]:
        return iter(self.touched)

    def __len__(self) -> int:
        return len(self.touched)

    def __contains__(self, card: object) -> bool:
        return card in self.touched

    def on(self, day: Day) -> DaySchedules:
        """Give what a day has to do with."""
        if self._day is None or self._day[0] != day:
            self._day = day, DaySchedules(self.touched, self._log.schedules(day))
        return self._day[1]

    def everything(self) -> dict[CardId, Schedule]:
        """Read them all at once, for a look at many."""
        return {schedule.card: schedule for schedule in self._log.schedules()}

    def take(self, written: Iterable[Schedule]) -> None:
        """Learn what was just written."""
        with self._turn:
            self._day = None
            for schedule in written:
                self.written.append(schedule.card)
                self._keep(schedule)
                self.touched.add(schedule.card)

    def _keep(self, schedule: Schedule) -> None:
        if len(self._read) == _KEPT:
            del self._read[next(iter(self._read))]
        self._read[schedule.card] = schedule
