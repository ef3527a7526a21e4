"""The real clock tells the time and the offset that this machine's wall clock has."""

import os
import time
from collections.abc import Iterator
from datetime import datetime

import pytest

from flashcards.domain.clock import Moment, date_of, datetime_of, moment_of, study_day
from flashcards.store.system_clock import clock_on, system_clock

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone is the system's there")


@pytest.fixture(params=["UTC", "Europe/Berlin", "Asia/Kolkata", "America/St_Johns"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield os.environ["TZ"]
    monkeypatch.undo()
    time.tzset()


def test_it_tells_what_pythons_own_dates_tell(zone: str) -> None:
    before, told, after = (
        moment_of(datetime.now().astimezone()),
        system_clock(),
        moment_of(datetime.now().astimezone()),
    )
    assert before.utc_ms <= told.utc_ms <= after.utc_ms, zone
    assert told.offset_min == after.offset_min


def test_it_knows_the_hour_on_the_wall(zone: str) -> None:
    here = datetime_of(system_clock()).replace(tzinfo=None)
    assert abs((datetime.now() - here).total_seconds()) < 5, zone


def test_it_can_be_set_to_another_day_at_the_same_hour() -> None:
    day = study_day(Moment(1_763_800_000_000), 4)
    now = clock_on(day, 4)()
    assert date_of(study_day(now, 4)) == date_of(day)
    assert (system_clock().utc_ms - now.utc_ms) % 86_400_000 < 5_000
