"""The one stretch in which two texts differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.deck.change import Change, changed, difference


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("abc", "abc", Change(3, 3, "")),
        ("abc", "abXc", Change(2, 2, "X")),
        ("abc", "ac", Change(1, 2, "")),
        ("aa", "aaa", Change(2, 2, "a")),
        ("", "new", Change(0, 0, "new")),
    ],
)
def test_what_differs(before: str, after: str, change: Change) -> None:
    assert difference(before, after) == change


@given(st.text("ab"), st.text("ab"))
def test_making_the_change_gives_the_other_text(before: str, after: str) -> None:
    assert changed(before, [difference(before, after)]) == after
