"""Line endings are put aside while a text is edited, and put back when it is saved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.deck.endings import plain, restored

ENDINGS = ["\n", "\r\n", "\r", "\u2029"]


@pytest.mark.parametrize(
    ("before", "edited", "saved"),
    [
        ("a\r\nb\r\n", "a\nnew\nb\n", "a\r\nnew\r\nb\r\n"),
        ("a\r\nb\nc\r\n", "a\nb\nnew\nc\n", "a\r\nb\nnew\r\nc\r\n"),
        ("a\nb\r\nc", "c\na", "c\na"),
        ("", "a\nb", "a\nb"),
    ],
)
def test_each_line_keeps_its_ending_and_a_new_one_has_the_usual(
    before: str, edited: str, saved: str
) -> None:
    assert restored(before, edited) == saved


@given(st.lists(st.tuples(st.sampled_from(["a", "b", ""]), st.sampled_from(ENDINGS))))
def test_what_was_not_edited_is_the_same_to_the_byte(lines: list[tuple[str, str]]) -> None:
    text = "".join(f"{line}{ending}" for line, ending in lines)
    assert restored(text, plain(text)) == text
    assert plain(text).count("\n") == len(plain(text).split("\n")) - 1
