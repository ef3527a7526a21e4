"""The real clock, and one set to another study day (``--today``)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from flashcards.domain.clock import Day, Moment, moment_of, study_day

Clock = Callable[[], Moment]
_DAY_MS = 86_400_000


def system_clock() -> Moment:
    """Read the machine's clock and its local offset."""
    return moment_of(datetime.now().astimezone())


def clock_on(day: Day, rollover_hour: int, clock: Clock = system_clock) -> Clock:
    """Shift a clock by whole days so that it is study day ``day`` now."""
    shift_ms = (day - study_day(clock(), rollover_hour)) * _DAY_MS

    def shifted() -> Moment:
        now = clock()
        return replace(now, utc_ms=now.utc_ms + shift_ms)

    return shifted
