"""Numbers that are missing, in words."""

from flashcards.domain.log.gaps import Gap, gaps_text, missing

GAPS = [Gap("1f0c", 3, 6), Gap("1f0c", 9, 9)]


def test_gaps_are_counted_and_named() -> None:
    assert missing(GAPS) == 5
    assert gaps_text(GAPS) == "3 to 6 of 1f0c, 9 of 1f0c"


def test_of_many_gaps_the_first_are_named() -> None:
    assert gaps_text(GAPS * 3, most=1) == "3 to 6 of 1f0c and 5 more gaps"
