"""What a few typed letters may mean."""

import pytest

from flashcards.domain.fuzzy import likeness, likest

TEXTS = (
    "Start the review",
    "Suspend the card",
    "Show all keys",
    "Settings: Theme",
    "Next theme: system, light, dark",
    "Bury the card until tomorrow",
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("theme", "Settings: Theme"),
        ("nth", "Next theme: system, light, dark"),
        ("susp", "Suspend the card"),
        ("CARD bury", "Bury the card until tomorrow"),
        ("sak", "Show all keys"),
        ("", "Start the review"),
    ],
)
def test_the_likest_stands_first(typed: str, first: str) -> None:
    assert likest(typed, TEXTS, str, 3)[0] == first


def test_what_lacks_a_letter_is_no_match() -> None:
    assert likest("xyz", TEXTS, str, 3) == []
    assert likeness("start zz", "Start the review") is None


def test_beginnings_of_words_count_most_then_letters_in_a_row() -> None:
    beginnings, row, scattered = (
        likeness(typed, "bury the card") for typed in ("btc", "ury", "uyh")
    )
    assert beginnings
    assert row
    assert scattered
    assert beginnings > row > scattered
