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


def test_what_lacks_a_letter_or_has_them_far_apart_is_no_match() -> None:
    assert likest("xyz", TEXTS, str, 3) == []
    assert likeness("rhadnl", "Bury the card until tomorrow")
    assert likest("rhadnl", TEXTS, str, 3) == []
    assert likeness("start zz", "Start the review") is None


def test_beginnings_of_words_count_most_then_letters_in_a_row() -> None:
    beginnings, row, scattered = (
        likeness(typed, "bury the card") for typed in ("btc", "ury", "uyh")
    )
    assert beginnings
    assert row
    assert scattered
    assert beginnings > row > scattered


def test_letters_left_out_of_one_word_fit_better_than_those_of_several() -> None:
    texts = ["Review training/3-trees-vs-logistic-regression", "Setting: Longest interval"]
    assert likest("intrvl", texts, str, 2)[0] == "Setting: Longest interval"


@pytest.mark.parametrize("text", ["bury the card", "the cards you bury", "to-bury: cards"])
def test_the_beginning_of_a_word_counts_the_same_wherever_it_stands(text: str) -> None:
    assert likeness("bur", text) == likeness("bur", "bury the card")
    assert likeness("bur", "auburn") != likeness("bur", text)


def test_of_equals_the_shorter_stands_first_then_the_earlier() -> None:
    assert likest("re", ["Review norms", "Reset", "Re-do", "Ready"], str, 9)[:2] == [
        "Reset",
        "Re-do",
    ]
