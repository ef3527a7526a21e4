"""A few days' play around the algorithm's interval."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.scheduling.fuzz import play, shift_by_chance, shift_by_load

INTERVALS = st.integers(min_value=0, max_value=5_000)
TODAY = Day(739_000)


@pytest.mark.parametrize(
    ("interval", "days"),
    [(1, 0), (2, 0), (3, 1), (6, 1), (15, 2), (38, 3), (95, 6), (365, 20)],
)
def test_a_longer_interval_has_more_play(interval: int, days: int) -> None:
    assert play(interval) == days


@given(INTERVALS)
def test_no_card_with_play_comes_back_before_its_second_day(interval: int) -> None:
    assert interval < 3 or interval - play(interval) >= 2


@given(INTERVALS, st.text(), st.integers(0, 50))
def test_chance_is_the_same_for_the_same_card_and_repetition(
    interval: int, name: str, repetition: int
) -> None:
    shift = shift_by_chance(interval, CardId(name), repetition)
    assert shift == shift_by_chance(interval, CardId(name), repetition)
    assert abs(shift) <= play(interval)


def test_cards_learned_together_are_parted_evenly() -> None:
    days = Counter(shift_by_chance(95, CardId(f"card-{n}"), 5) for n in range(1_300))
    assert sorted(days) == list(range(-6, 7))
    assert min(days.values()) > 70


def test_load_balance_takes_the_lightest_day() -> None:
    full = {TODAY + 15: 40, TODAY + 14: 9, TODAY + 16: 30}
    shift = shift_by_load(15, CardId("c"), 3, TODAY, lambda day: full.get(day, 50))
    assert shift == -1


def test_among_equally_light_days_chance_decides() -> None:
    for number in range(20):
        card = CardId(f"card-{number}")
        by_load = shift_by_load(95, card, 4, TODAY, lambda _: 7)
        assert by_load == shift_by_chance(95, card, 4)
