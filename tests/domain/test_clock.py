"""Moments and study days."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.clock import (
    LAST_DAY,
    Day,
    Moment,
    date_of,
    datetime_of,
    day_of,
    days_later,
    moment_of,
    study_day,
)

OFFSETS = st.integers(-14 * 60, 14 * 60)


@pytest.mark.parametrize(
    ("local", "rollover", "day"),
    [
        ("2024-03-10T03:59:59+00:00", 4, "2024-03-09"),
        ("2024-03-10T04:00:00+00:00", 4, "2024-03-10"),
        ("2024-03-10T00:00:00+00:00", 0, "2024-03-10"),
        ("2024-03-11T03:30:00+09:00", 4, "2024-03-10"),
        ("2024-03-10T22:59:00-08:00", 23, "2024-03-09"),
        ("2024-03-10T23:00:00-08:00", 23, "2024-03-10"),
        ("2024-02-29T23:59:59+05:45", 4, "2024-02-29"),
        ("1969-12-31T12:00:00+00:00", 4, "1969-12-31"),
    ],
)
def test_a_study_day_begins_at_the_rollover_hour_local_time(
    local: str, rollover: int, day: str
) -> None:
    moment = moment_of(datetime.fromisoformat(local))
    assert date_of(study_day(moment, rollover)).isoformat() == day


def test_a_moment_counts_whole_milliseconds_and_minutes() -> None:
    zone = timezone(timedelta(hours=2))
    when = datetime(1970, 1, 1, 2, 0, 1, 234_567, tzinfo=zone)
    assert moment_of(when) == Moment(1234, 120)


def test_a_time_without_offset_names_no_moment() -> None:
    with pytest.raises(ValueError, match="no offset"):
        moment_of(datetime(2024, 1, 1))


@given(st.integers(-(10**12), 10**13), OFFSETS)
def test_a_moment_and_its_datetime_are_the_same(utc_ms: int, offset: int) -> None:
    moment = Moment(utc_ms, offset)
    assert moment_of(datetime_of(moment)) == moment


@given(st.datetimes(datetime(1900, 1, 1)), OFFSETS, st.integers(0, 23))
def test_a_study_day_is_the_date_of_the_time_less_the_rollover(
    naive: datetime, offset: int, hour: int
) -> None:
    local = naive.replace(tzinfo=timezone(timedelta(minutes=offset)))
    expected = (naive - timedelta(hours=hour)).date()
    assert date_of(study_day(moment_of(local), hour)) == expected


def test_days_and_dates_name_each_other() -> None:
    assert date_of(day_of(date(2024, 2, 29))) == date(2024, 2, 29)
    assert day_of(datetime(1970, 1, 1, tzinfo=UTC).date()) == 719_163


def test_days_later_stops_at_the_end_of_the_calendar() -> None:
    assert days_later(day_of(date(2024, 2, 28)), 2) == day_of(date(2024, 3, 1))
    assert days_later(Day(LAST_DAY - 1), 5) == LAST_DAY
