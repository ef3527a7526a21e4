"""Which backups are kept."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.clock import Moment, study_day
from flashcards.domain.rotation import TURNING, Backup, Keep, Purpose, kept

HOUR, DAY = 3_600_000, 86_400_000
MOMENTS = st.builds(Moment, st.integers(0, 400 * DAY), st.just(0))
BACKUPS = st.lists(
    st.builds(
        Backup, st.builds(Path, st.text("ab", max_size=2)), MOMENTS, st.sampled_from(Purpose)
    ),
    max_size=120,
    unique=True,
)


def made(ms: int, purpose: Purpose = Purpose.CLOSE) -> Backup:
    return Backup(Path(str(ms)), Moment(ms), purpose)


def run(times: list[int], purpose: Purpose = Purpose.CLOSE) -> set[Backup]:
    """Make one backup after another, and thin out after each."""
    there: set[Backup] = set()
    for ms in times:
        there = kept({*there, made(ms, purpose)})
    return there


def test_the_last_ten_are_kept_whenever_they_were_made() -> None:
    times = [HOUR * n for n in range(12)]
    assert run(times) == {made(ms) for ms in times[2:]}


def test_a_person_may_keep_more_or_fewer() -> None:
    hours = {made(HOUR * n) for n in range(40)}
    assert kept(hours, Keep(3, 0, 0)) == {made(HOUR * n) for n in (39, 38, 37)}
    weeks = {made(7 * DAY * n) for n in range(40)}
    assert kept(weeks, Keep(1, 5, 20)) == {made(7 * DAY * n) for n in range(20, 40)}


def test_a_year_of_three_a_day_leaves_ten_then_days_then_weeks() -> None:
    there = run([DAY * day + 8 * HOUR * third for day in range(364) for third in range(3)])
    days = sorted({study_day(backup.at, 0) for backup in there}, reverse=True)
    apart = [later - earlier for later, earlier in pairwise(days)]
    assert apart[:13] == [1] * 13
    assert set(apart[14:]) == {7}
    assert 70 < days[0] - days[-1] <= 84
    assert len(there) <= 10 + 14 + 12


def test_an_absence_costs_nothing() -> None:
    before = run([DAY * day for day in range(200)])
    assert len(before - run([*(DAY * day for day in range(200)), 900 * DAY])) <= 3


def test_what_was_set_aside_has_places_of_its_own() -> None:
    aside = made(0, Purpose.RESTORE)
    later = {made(HOUR * n) for n in range(1, 20)}
    assert aside in kept({aside, *later})


@given(BACKUPS)
def test_the_newest_always_stays_and_so_do_ten(backups: list[Backup]) -> None:
    stay = kept(backups)
    newest = sorted(backups, key=lambda backup: -backup.at.utc_ms)[:10]
    assert stay <= set(backups)
    assert len(stay) >= min(10, len(backups))
    assert {backup.at for backup in newest} <= {backup.at for backup in stay}
    assert len(stay) <= 10 + 14 + 12 + 10


@given(BACKUPS)
def test_thinning_out_twice_takes_away_no_more(backups: list[Backup]) -> None:
    assert kept(kept(backups)) == kept(backups)


@given(BACKUPS)
def test_every_recent_day_keeps_its_last(backups: list[Backup]) -> None:
    days = sorted({study_day(backup.at, 0) for backup in backups}, reverse=True)[:14]
    stay = kept(backups)
    for day in days:
        last = max(b.at.utc_ms for b in backups if study_day(b.at, 0) == day)
        assert any(backup.at.utc_ms == last for backup in stay)


@given(BACKUPS)
def test_the_last_turning_points_stay(backups: list[Backup]) -> None:
    turns = sorted((b for b in backups if b.purpose in TURNING), key=lambda b: -b.at.utc_ms)
    assert {backup.at for backup in turns[:10]} <= {backup.at for backup in kept(backups)}
