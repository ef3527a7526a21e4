"""What two texts share is found, however long they are."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain import matching
from flashcards.domain.matching import matches


@pytest.mark.parametrize(
    ("old", "new", "shared"),
    [
        ("", "", [(0, 0, 0)]),
        ("abc", "abc", [(0, 0, 3), (3, 3, 0)]),
        ("abc", "xyz", [(3, 3, 0)]),
        ("abcd", "abXd", [(0, 0, 2), (3, 3, 1), (4, 4, 0)]),
        ("abcdef", "aXcYef", [(0, 0, 1), (2, 2, 1), (4, 4, 2), (6, 6, 0)]),
        ("xabcy", "zabcw", [(1, 1, 3), (5, 5, 0)]),
        ("1ababa2", "3baab4", [(1, 3, 2), (7, 6, 0)]),
        ("1abcdef2", "3defabc4", [(4, 1, 3), (8, 8, 0)]),
    ],
)
def test_shared_stretches_are_listed_in_order(
    old: str, new: str, shared: list[tuple[int, int, int]]
) -> None:
    assert matches(list(old), list(new)) == shared


LETTERS = st.text("abcdefgh", max_size=30)


@given(LETTERS, LETTERS)
def test_what_is_listed_is_shared_and_rises(old: str, new: str) -> None:
    found = matches(old, new)
    here = there = 0
    for one, two, size in found:
        assert old[one : one + size] == new[two : two + size]
        assert one >= here
        assert two >= there
        here, there = one + size, two + size
    assert found[-1] == (len(old), len(new), 0)


@given(LETTERS, st.integers(0, 30), LETTERS)
def test_of_one_change_all_the_rest_is_shared(old: str, at: int, added: str) -> None:
    at = min(at, len(old))
    assert sum(size for _, _, size in matches(old, old[:at] + added + old[at:])) == len(old)


def test_long_parts_without_any_line_of_their_own_share_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(matching, "MOST", 10)
    assert matches("1aabbaabb2", "3bbaabbaa4") == [(10, 10, 0)]


def test_a_long_text_with_changes_at_both_ends_is_compared_at_once() -> None:
    old = [f"## Question {n // 40}" if n % 40 == 0 else f"| row {n % 97} |" for n in range(40_000)]
    new = list(old)
    for place in (3, 9_000, 20_001, 39_990):
        new[place] = f"changed {place}"
    began = time.process_time()
    assert sum(size for _, _, size in matches(old, new)) == len(old) - 4
    assert time.process_time() - began < 2
