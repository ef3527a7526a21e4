"""What an answer does to the cards that wait."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.grade import Grade
from flashcards.domain.growing import Growing
from flashcards.domain.ids import CardId
from flashcards.domain.queue.line import Line, answered, beginning_with, without


def line(drawn: str) -> Line:
    """Read ``a b | c``: waiting, then drills."""
    waiting, _, drills = drawn.partition("|")
    return Line(tuple(map(CardId, waiting.split())), Growing(map(CardId, drills.split())))


def drawn(found: Line) -> str:
    return f"{' '.join(found.waiting)} | {' '.join(found.drills)}".strip()


@pytest.mark.parametrize(
    ("before", "grade", "after"),
    [
        ("a b |", 4, "b |"),
        ("a b |", 5, "b |"),
        ("a b |", 3, "b | a"),
        ("a b | c", 0, "b | c a"),
        ("a |", 1, "| a"),
        ("| a b", 2, "| b a"),
        ("| a b", 4, "| b"),
        ("| a", 3, "| a"),
        ("| a", 4, "|"),
    ],
)
def test_a_card_graded_below_four_goes_to_the_end_of_the_repeats(
    before: str, grade: int, after: str
) -> None:
    assert drawn(answered(line(before), Grade(grade))) == after


@pytest.mark.parametrize(
    ("drawing", "current", "upcoming", "drilling", "length"),
    [
        ("a b | c", "a", "b", False, 3),
        ("a | c", "a", "c", False, 2),
        ("a |", "a", None, False, 1),
        ("| c d", "c", "d", True, 2),
        ("|", None, None, False, 0),
    ],
)
def test_repeats_follow_when_nobody_waits(
    drawing: str, current: str | None, upcoming: str | None, drilling: bool, length: int
) -> None:
    found = line(drawing)
    assert (found.current, found.upcoming) == (current, upcoming)
    assert (found.drilling, len(found)) == (drilling, length)


@pytest.mark.parametrize(("card", "after"), [("a", "b | c"), ("c", "a b |"), ("z", "a b | c")])
def test_a_card_is_taken_out_wherever_it_stands(card: str, after: str) -> None:
    assert drawn(without(line("a b | c"), CardId(card))) == after


def test_a_repeat_is_taken_out_from_between_the_others() -> None:
    assert drawn(without(line("a | c d e"), CardId("d"))) == "a | c e"


@given(st.integers(0, 6), st.lists(st.sampled_from(Grade)))
def test_the_day_is_done_when_every_card_had_a_four(count: int, grades: list[Grade]) -> None:
    found = Line(tuple(CardId(f"c{number}") for number in range(count)))
    open_cards = set(found.waiting)
    for grade in grades:
        if found.current is None:
            break
        open_cards -= {found.current} if grade.settled else set()
        found = answered(found, grade)
        assert {*found.waiting, *found.drills} == open_cards
        assert len(found) == len(open_cards)


@pytest.mark.parametrize(
    ("card", "after"), [("b", "b a | c d"), ("d", "a b | d c"), ("x", "a b | c d")]
)
def test_a_card_comes_before_the_others_where_it_is_asked(card: str, after: str) -> None:
    assert drawn(beginning_with(line("a b | c d"), CardId(card))) == after
