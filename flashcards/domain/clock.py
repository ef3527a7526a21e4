"""Moments and study days: a study day begins at the rollover hour, local time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NewType

Day = NewType("Day", int)
"""A study day as the proleptic Gregorian ordinal of its date (``date.toordinal``)."""

LAST_DAY = Day(date.max.toordinal())
_EPOCH = date(1970, 1, 1).toordinal()
_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A point in time (UTC, milliseconds) and the wall clock's offset from it (minutes)."""

    utc_ms: int
    offset_min: int = 0


def moment_of(when: datetime) -> Moment:
    """Read an aware datetime. A naive one is a ValueError: it names no moment."""
    offset = when.utcoffset()
    if offset is None:
        raise ValueError("the time has no offset from UTC")
    since = when - datetime(1970, 1, 1, tzinfo=UTC)
    return Moment(since // timedelta(milliseconds=1), offset // timedelta(minutes=1))


def datetime_of(moment: Moment) -> datetime:
    """Give the moment back as an aware datetime."""
    zone = timezone(timedelta(minutes=moment.offset_min))
    start = datetime(1970, 1, 1, tzinfo=UTC)
    return (start + timedelta(milliseconds=moment.utc_ms)).astimezone(zone)


def study_day(moment: Moment, rollover_hour: int) -> Day:
    """Tell which study day a moment belongs to; before ``rollover_hour`` it is still yesterday."""
    minutes = moment.utc_ms // 60_000 + moment.offset_min - rollover_hour * 60
    return Day(minutes // _DAY_MINUTES + _EPOCH)


def date_of(day: Day) -> date:
    """Give the calendar date that names a study day."""
    return date.fromordinal(day)


def day_of(when: date) -> Day:
    """Give the study day that a calendar date names."""
    return Day(when.toordinal())


def days_later(day: Day, days: int) -> Day:
    """Count days forward, stopping at the calendar's end (the year 9999)."""
    later = day + days
    return Day(later) if later < LAST_DAY else LAST_DAY
