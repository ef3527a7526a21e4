"""The days on which something was answered."""

from datetime import date

import pytest

from flashcards.domain.activity import WEEKS, activity
from flashcards.domain.clock import Day, day_of

MONDAY = day_of(date(2026, 3, 2))


def test_the_weeks_end_today_and_begin_on_a_monday() -> None:
    for later in range(7):
        found = activity({}, Day(MONDAY + later))
        assert len(found.counts) == (WEEKS - 1) * 7 + later + 1


def test_each_day_has_its_answers() -> None:
    found = activity({MONDAY: 12, Day(MONDAY - 1): 3, Day(MONDAY - 400): 99}, MONDAY)
    assert found.counts[-3:] == (0, 3, 12)
    assert (found.total, found.days) == (15, 2)


@pytest.mark.parametrize(
    ("days_ago", "streak"),
    [([], 0), ([0], 1), ([1], 1), ([2], 0), ([0, 1, 2, 4], 3), ([1, 2, 3], 3), (range(400), 400)],
)
def test_a_streak_holds_until_a_whole_day_is_missed(days_ago: list[int], streak: int) -> None:
    answers = {Day(MONDAY - ago): 1 for ago in days_ago}
    assert activity(answers, MONDAY).streak == streak
