"""Numbers and times as a person says them."""

from datetime import date, timedelta

import pytest

from flashcards.domain.spoken import days_text, due_text, long_date, telling_text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "no days"),
        (1, "1 day"),
        (30, "30 days"),
        (31, "1 month"),
        (46, "1.5 months"),
        (304, "10 months"),
        (364, "12 months"),
        (365, "1 year"),
        (550, "1.5 years"),
        (3_652, "10 years"),
        (36_525, "100 years"),
    ],
)
def test_an_interval_is_said_in_its_largest_unit(days: int, text: str) -> None:
    assert days_text(days) == text


@pytest.mark.parametrize(
    ("seconds", "running", "told"),
    [
        (0, "0:00 of 2:00", "told in 0:00"),
        (108.9, "1:48 of 2:00", "told in 1:48"),
        (120.9, "2:00 of 2:00", "told in 2:00"),
        (132, "2:12 of 2:00, over by 0:12", "told in 2:12, over by 0:12"),
    ],
)
def test_a_story_is_timed(seconds: float, running: str, told: str) -> None:
    assert telling_text(seconds, 2, told=False) == running
    assert telling_text(seconds, 2, told=True) == told


@pytest.mark.parametrize(
    ("days", "text"),
    [(0, "today"), (1, "tomorrow"), (6, "in 6 days"), (-1, "1 day ago"), (-46, "1.5 months ago")],
)
def test_a_due_day_is_said_as_seen_from_today(days: int, text: str) -> None:
    today = date(2024, 2, 28)
    assert due_text(today + timedelta(days), today) == text


def test_a_long_date_names_its_day() -> None:
    assert long_date(date(2026, 11, 2)) == "Monday 2 November"
