"""The real clock, and one set to another study day (``--today``)."""

from collections.abc import Callable
from dataclasses import replace
from time import localtime, time_ns

from flashcards.domain.clock import Day, Moment, study_day

Clock = Callable[[], Moment]
_DAY_MS = 86_400_000


def system_clock() -> Moment:
    """Read the machine's clock and its local offset.

    An answer does so several times; by way of ``datetime`` it would take eight times as long.
    """
    utc_ms = time_ns() // 1_000_000
    return Moment(utc_ms, localtime(utc_ms // 1000).tm_gmtoff // 60)


def clock_on(day: Day, rollover_hour: int, clock: Clock = system_clock) -> Clock:
    """Shift a clock by whole days so that it is study day ``day`` now."""
    shift_ms = (day - study_day(clock(), rollover_hour)) * _DAY_MS

    def shifted() -> Moment:
        now = clock()
        return replace(now, utc_ms=now.utc_ms + shift_ms)

    return shifted
