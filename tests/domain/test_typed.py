"""A typed answer beside the expected one."""

import pytest

from flashcards.domain.typed import alike, compared


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("sparse", "Sparse."), (" exactly\n zero ", "exactly zero"), ("STRASSE", "Straße"), ("", ".")],
)
def test_case_spaces_and_the_last_full_stop_do_not_count(typed: str, expected: str) -> None:
    assert alike(typed, expected)


@pytest.mark.parametrize(("typed", "expected"), [("a b", "ab"), ("L1", "L2"), ("", "x")])
def test_other_words_are_another_answer(typed: str, expected: str) -> None:
    assert not alike(typed, expected)


@pytest.mark.parametrize(
    ("typed", "expected", "told"),
    [
        ("zero", "zero", "[zero]"),
        ("exactly zero", "Exactly zero.", "[Exactly zero.]"),
        ("small weights to one", "It drives small weights to zero",
         "+[It drives] [small weights to] −[one] +[zero]"),
        ("it is very sparse", "it is sparse", "[it is] −[very] [sparse]"),
        ("", "all of it", "+[all of it]"),
        (", x", ". x", "−[,] +[.] [x]"),
    ],
)  # fmt: skip
def test_the_difference_is_told_in_words(typed: str, expected: str, told: str) -> None:
    pieces = [f"{piece.sign}[{piece.words}]" for piece in compared(typed, expected)]
    assert " ".join(pieces) == told
