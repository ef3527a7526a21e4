"""Places are found and replaced, as plain words or by an expression."""

import pytest

from flashcards.domain.deck.seek import CONTEXT, Hit, Sought, Spot, next_hit, replaced, spots

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
    assert len(sought.hits(TEXT)) == count


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("(", "missing ), unterminated subpattern"),
        ("a{99999999999}", "the repetition number is too large"),
        ("(?P<a>x)(?P<a>y)", "redefinition of group name 'a' as group 2; was group 1"),
    ],
)
def test_a_wrong_expression_is_told(words: str, told: str) -> None:
    fault = f"This expression cannot be used: {told}."
    assert Sought(words, pattern=True).fault == fault
    assert Sought(words, pattern=True).fault_with("x") == fault
    assert Sought(words).fault_with(r"\1") == ""


@pytest.mark.parametrize(
    ("new", "told"),
    [(r"\9", "invalid group reference 9"), (r"\g<b>", "unknown group name 'b'"), (r"\1", "")],
)
def test_a_wrong_replacement_is_told_and_replaces_nothing(new: str, told: str) -> None:
    sought = Sought("(n)o", pattern=True)
    assert sought.fault_with(new).startswith(
        f"What to replace it by cannot be used: {told}" if told else ""
    )
    assert len(sought.hits(TEXT, new)) == (0 if told else 1)


@pytest.mark.parametrize(
    ("sought", "new", "after"),
    [
        (Sought("loss", case=True), "cost", "Loss, cost and LOSS.\nno cost"),
        (Sought("loss", case=True), r"\1", "Loss, \\1 and LOSS.\nno \\1"),
        (Sought(r"(l)oss", pattern=True), r"\1ot", "Lot, lot and Lot.\nno lot"),
        (Sought(r"\.\n", pattern=True), ": ", "Loss, loss and LOSS: no loss"),
        (Sought("nothing"), "x", TEXT),
    ],
)
def test_all_are_replaced(sought: Sought, new: str, after: str) -> None:
    assert replaced(TEXT, sought.hits(TEXT, new)) == after


def test_only_the_places_that_are_given_are_replaced() -> None:
    assert replaced(TEXT, Sought("loss").hits(TEXT, "x")[1:3]) == "Loss, x and x.\nno loss"


def test_the_next_place_is_found_round_the_end() -> None:
    first, last = Hit(0, 4, ""), Hit(6, 10, "")
    hits = [first, last]
    assert [next_hit(hits, at, 1) for at in (0, 4, 7)] == [first, last, first]
    assert [next_hit(hits, at, -1) for at in (0, 6, 9)] == [last, first, last]
    assert next_hit([], 0, 1) is None


def test_a_place_is_shown_with_its_line() -> None:
    assert list(spots(TEXT, Sought("loss", case=True).hits(TEXT))) == [
        Spot(1, "Loss, ", "loss", " and LOSS."),
        Spot(2, "no ", "loss", ""),
    ]
    assert list(spots(TEXT, [Hit(14, 23, "")])) == [Spot(1, "Loss, loss and", " LOSS.⏎no", " loss")]


def test_of_a_long_line_only_what_is_near_is_shown() -> None:
    (spot,) = spots(f"{'a' * 99}x{'b' * 99}", [Hit(99, 100, "")])
    assert spot == Spot(1, f"…{'a' * CONTEXT}", "x", f"{'b' * CONTEXT}…")
