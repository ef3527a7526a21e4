"""Cells from a spreadsheet become a table."""

import pytest

from flashcards.domain.imports.cells import table_of


def test_cells_become_a_table_with_its_columns_in_line() -> None:
    assert table_of('\tL1\tL2\r\nPenalty\ta|b\t`c|d`\r\n"Two\nlines"\t\\|\t$|x|$\r\n') == (
        "|           | L1   | L2    |\n"
        "|-----------|------|-------|\n"
        "| Penalty   | a\\|b | `c|d` |\n"
        "| Two lines | \\|   | $|x|$ |\n"
    )


def test_a_line_break_in_a_cell_stays_one_but_for_what_names_a_row_or_a_column() -> None:
    assert table_of('"The\nfirst"\tSecond\nx\t"say ""one""\n\ntwo"\n') == (
        "| The first | Second           |\n"
        "|-----------|------------------|\n"
        '| x         | say "one"<br>two |\n'
    )


def test_a_quotation_mark_that_no_spreadsheet_wrote_is_a_letter() -> None:
    assert table_of('Size\tWhat\n5" disk\t"so said" he\n"open\ta\n') == (
        "| Size    | What         |\n"
        "|---------|--------------|\n"
        '| 5" disk | "so said" he |\n'
        '| "open   | a            |\n'
    )


@pytest.mark.parametrize(
    "text",
    ["", "a\tb", "a\nb", "a\tb\nc", "\tcode\n\tmore\tx", "\tif x:\n\tgo()\n", '"' * 200_000],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert table_of(text) == ""


def test_a_cell_that_is_too_long_for_a_table_is_left_alone() -> None:
    assert table_of("a\tb\n" + "x" * 200_000 + "\tc\n") == ""
