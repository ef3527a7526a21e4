"""A text that is meant to hurt costs no more than its length."""

from time import process_time

import pytest

from flashcards.domain.imports.formats import ANKI, TABLE, Format
from flashcards.domain.imports.gather import Taken
from flashcards.domain.imports.imported import Reading, imported

SIZE = 30_000
LONGEST_S = 12
"""Each takes under a second here; with a step a pair of marks it took from 20 to 44."""

MARKS = ['"a"x,', '<a "', "[[", "{{c1::", "\\(", "<!--", "<b>", "[latex]", "`"]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("wished", [TABLE, ANKI], ids=lambda wished: wished.name)
def test_marks_that_are_never_closed_cost_a_step_each(wished: Format, mark: str) -> None:
    began = process_time()
    imported("in", (mark * SIZE).encode(), Taken(), Reading(wished))
    assert process_time() - began < LONGEST_S


def test_a_thousand_equal_prompts_get_a_number_each() -> None:
    text = "".join(f"The same?;Answer {number}\n" for number in range(1_000))
    made = imported("in.csv", text.encode(), Taken())
    assert len(made.notes) == 1_000
    assert made.notes[-1][1].startswith("## The same? {#same-1000}\n")
