"""Two versions of a text are put together: what only one changed holds, and nothing is lost."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.merge3 import Side, merge

BASE = "one\ntwo\nthree\nfour\n"


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ("one\nTWO\nthree\nfour\n", BASE, "one\nTWO\nthree\nfour\n"),
        (BASE, "one\ntwo\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\nfive\n"),
        ("one\nTWO\nthree\nfour\n", "one\ntwo\nthree\nFOUR\n", "one\nTWO\nthree\nFOUR\n"),
        ("one\nthree\nfour\n", "one\nthree\nfour\n", "one\nthree\nfour\n"),
        ("zero\none\ntwo\nthree\nfour\n", "one\ntwo\nfour\n", "zero\none\ntwo\nfour\n"),
        ("", BASE, ""),
    ],
)
def test_what_only_one_side_changed_holds(mine: str, theirs: str, merged: str) -> None:
    found = merge(BASE, mine, theirs)
    assert (found.disputes, found.text()) == (0, merged)


@pytest.mark.parametrize(
    ("side", "merged"),
    [
        (Side.MINE, "one\nMINE\nthree\nfour\n"),
        (Side.THEIRS, "one\nTHEIRS\nthree\nfour\n"),
        (Side.BOTH, "one\nMINE\nTHEIRS\nthree\nfour\n"),
    ],
)
def test_what_both_changed_is_settled_by_a_person(side: Side, merged: str) -> None:
    found = merge(BASE, BASE.replace("two", "MINE"), BASE.replace("two", "THEIRS"))
    assert (found.disputes, found.text([side])) == (1, merged)


LINES = st.lists(st.sampled_from(["a", "b", "c", "", "## q", "x", "y"]), max_size=12)


@st.composite
def versions(draw: st.DrawFn) -> tuple[list[str], list[str], list[str]]:
    """Begin with some lines, and change them twice."""
    base = draw(LINES)

    def changed() -> list[str]:
        start = draw(st.integers(0, len(base)))
        end = draw(st.integers(start, len(base)))
        return [*base[:start], *draw(LINES), *base[end:]]

    return base, changed(), changed()


@given(versions())
def test_no_line_of_either_side_is_ever_lost(found: tuple[list[str], list[str], list[str]]) -> None:
    base, mine, theirs = found
    merged = Counter(merge(*("\n".join(lines) for lines in found)).text().split("\n"))
    for side in (mine, theirs):
        assert Counter(side) - Counter(base) <= merged


@given(LINES, LINES)
def test_a_side_that_changed_nothing_changes_nothing(base: list[str], other: list[str]) -> None:
    old, new = "\n".join(base), "\n".join(other)
    assert merge(old, new, old).text() == merge(old, old, new).text() == new
    assert merge(old, new, new).text() == new
    assert merge(old, new, new).disputes == 0
