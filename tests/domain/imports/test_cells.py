"""Cells from a spreadsheet become a table."""

import pytest

from flashcards.domain.deck.tables import table_of


def test_cells_become_a_table_with_its_columns_in_line() -> None:
    assert table_of('\tL1\tL2\r\nPenalty\ta|b\t`c|d`\r\n"Two\nlines"\t\\|\t$|x|$\r\n') == (
        "|           | L1   | L2    |\n"
        "|-----------|------|-------|\n"
        "| Penalty   | a\\|b | `c|d` |\n"
        "| Two lines | \\|   | $|x|$ |\n"
    )


@pytest.mark.parametrize(
    "text", ["", "a\tb", "a\nb", "a\tb\nc", "\tcode\n\tmore\tx", '"' * 200_000]
)
def test_other_text_is_left_alone(text: str) -> None:
    assert table_of(text) == ""


def test_a_cell_that_is_too_long_for_a_table_is_left_alone() -> None:
    assert table_of("a\tb\n" + "x" * 200_000 + "\tc\n") == ""
