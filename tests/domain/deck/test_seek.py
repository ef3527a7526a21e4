"""Places are found and replaced, as plain words or by an expression."""

import pytest

from flashcards.domain.deck.seek import Sought, next_place

TEXT = "Loss, loss and LOSS.\nno loss"


@pytest.mark.parametrize(
    ("sought", "count"),
    [
        (Sought("loss"), 4),
        (Sought("loss", case=True), 2),
        (Sought("l.ss"), 0),
        (Sought("l.ss", pattern=True), 4),
        (Sought("^no", pattern=True), 1),
        (Sought(""), 0),
        (Sought("x*", pattern=True), 0),
        (Sought("(", pattern=True), 0),
    ],
)
def test_places_are_found(sought: Sought, count: int) -> None:
    assert len(sought.found(TEXT)) == count


def test_a_wrong_expression_is_told() -> None:
    assert Sought("(", pattern=True).fault.startswith("This expression cannot be used: missing )")
    assert Sought("(").fault == ""


@pytest.mark.parametrize(
    ("sought", "new", "after"),
    [
        (Sought("loss", case=True), "cost", ("Loss, cost and LOSS.\nno cost", 2)),
        (Sought(r"(l)oss", pattern=True), r"\1ot", ("Lot, lot and Lot.\nno lot", 4)),
        (Sought("no", pattern=True), r"\9", ("Loss, loss and LOSS.\n\\9 loss", 1)),
        (Sought("nothing"), "x", (TEXT, 0)),
    ],
)
def test_all_are_replaced(sought: Sought, new: str, after: tuple[str, int]) -> None:
    assert sought.all_replaced(TEXT, new) == after


def test_a_place_that_does_not_match_any_more_takes_the_words_as_they_are() -> None:
    assert Sought("b", pattern=True).replaced("a", (0, 1), r"\1") == r"\1"


def test_the_next_place_is_found_round_the_end() -> None:
    places = [(0, 4), (6, 10)]
    assert [next_place(places, at, 1) for at in (0, 4, 7)] == [(0, 4), (6, 10), (0, 4)]
    assert [next_place(places, at, -1) for at in (0, 6, 9)] == [(6, 10), (0, 4), (6, 10)]
    assert next_place([], 0, 1) is None
