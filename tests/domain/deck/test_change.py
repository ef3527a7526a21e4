"""The one stretch in which two texts differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.deck.change import MANY, Change, changed, difference, differences


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


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("one\ntwo", "one\ntwo", []),
        ("## A\nx\n## B\n", "## A {#a}\nx\n## B {#b}\n", [(4, 4, " {#a}"), (11, 11, " {#b}")]),
        ("one\ntwo\n", "one\nnew\ntwo\n", [(4, 4, "new\n")]),
        ("a\n" * MANY, "b\n" * MANY, [(0, 2 * MANY - 1, ("b\n" * MANY)[:-1])]),
    ],
)
def test_where_as_many_lines_stand_each_change_is_one_of_its_own(
    before: str, after: str, changes: list[tuple[int, int, str]]
) -> None:
    assert differences(before, after) == changes


@given(st.text("ab\n"), st.text("ab\n"))
def test_making_all_changes_gives_the_other_text(before: str, after: str) -> None:
    assert changed(before, differences(before, after)) == after
