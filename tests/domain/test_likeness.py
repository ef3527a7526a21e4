"""What a person would call the same card, and what only looks like it."""

import pytest

from flashcards.domain.likeness import LONGEST, likeness, plain_body, text_of

ANSWER = "It drives them to exactly zero, because its slope stays constant near zero."

SAME = [
    ("a typo", ("Why use an embeding?", "A vector."), ("Why use an embedding?", "A point.")),
    ("the question", ("What does L1 do?", ANSWER), ("How do small weights end?", ANSWER)),
    ("some of both", ("What does an L1 penalty do?", ANSWER),
     ("What does an L1 penalty do to weights?", ANSWER + " That is sparsity.")),
    ("case and marks", ("Dense, in ALL", "x"), ("dense in all?", "y")),
]  # fmt: skip
OTHERS = [
    ("a word less", ("Why does dead ReLU stay?", "x"), ("Why does dead ReLU?", "y")),
    ("one template", ("What is L1?", "The sum of |w|."), ("What is L2?", "The sum of squares.")),
    ("a telling word", ("Why does ReLU die?", "Negative."), ("Why does tanh die?", "Never.")),
    ("numbers", ("What came in 2018?", "PinSage."), ("What came in 2022?", "PinnerFormer.")),
    ("short answers", ("Is it convex?", "Yes."), ("Does it scale?", "Yes.")),
    ("nothing shared", ("Alpha", "beta"), ("Gamma", "delta")),
    ("an empty text", ("?", "…"), ("!", "")),
]


@pytest.mark.parametrize(("old", "new"), [case[1:] for case in SAME], ids=[c[0] for c in SAME])
def test_one_card_edited(old: tuple[str, str], new: tuple[str, str]) -> None:
    assert likeness(text_of(*old), text_of(*new)) > 0


@pytest.mark.parametrize(("old", "new"), [case[1:] for case in OTHERS], ids=[c[0] for c in OTHERS])
def test_two_cards(old: tuple[str, str], new: tuple[str, str]) -> None:
    assert likeness(text_of(*old), text_of(*new)) == 0


def test_the_log_keeps_the_beginning_of_a_body_and_recognises_it() -> None:
    body = "Word **bold** `code`.\n\n" * 100
    kept = plain_body(body)
    assert kept.startswith("Word **bold** `code`.")
    assert len(kept) <= LONGEST
    assert likeness(text_of("a", kept), text_of("b", body)) > 0.8
