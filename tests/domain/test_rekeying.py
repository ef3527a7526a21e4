"""Siblings keep their history when one of them is reworded."""

import pytest

from flashcards.domain.collection import Collection, collect
from flashcards.domain.identity import Known
from flashcards.domain.ids import CardId, NoteId
from flashcards.domain.log.events import Rekeyed
from flashcards.domain.rekeying import doubtful, rekeyings
from flashcards.domain.scheduling.scheduler import Schedule
from tests.domain.samples import event, places, read

TABLE = """## L1 vs L2 {{#n .compare}}
|                | L1     | L2     |
|----------------|--------|--------|
| {} | sparse | shrunk |
| {} | kink   | smooth |
| {} | many   | none   |
"""
ROWS = ("Weights", "Penalty at zero", "Exact zeros")
CLOZE = "## Attention {{#n .cloze}}\nThe {} meet the {}; weights are put on the {} in the end.\n"
GAPS = ("{{queries}}", "{{keys}}", "{{values}}")
ORDERED = "The {{queries}} meet {{keys}}. In the end weights are put on the {{values}}."


OTHER = "## Another note {#other}\nIts answer.\n"


def read_again(
    before: str, after: str, untouched: str = ""
) -> tuple[Collection, dict[CardId, Schedule], Known]:
    """Review every card of a deck (but one), edit it, and read it again."""
    known = Known()
    was = collect([read(before)], known)
    for named in was.notes.values():
        known.add(named.noted())
    cards = [card for card in was.cards if card != untouched]
    schedules = {card: Schedule(card, reviews=1) for card in cards}
    schedules[CardId("n/touched-and-undone")] = Schedule(CardId("n/touched-and-undone"))
    return collect([read(after + OTHER)], known), schedules, known


def reworded(before: str, after: str, *, untouched: str = "") -> list[tuple[str, str]]:
    """Tell which siblings are which after an edit."""
    return [(fact.old, fact.new) for fact in rekeyings(*read_again(before, after, untouched))]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (ROWS, []),
        (("Weights", "Penalty at 0", "Exact zeros"), [("penalty-at-zero", "penalty-at-0")]),
        (("Weights", "Its slope", "Exact zeros"), [("penalty-at-zero", "its-slope")]),
        (("Wieghts", "Slope", "Zeros"),
         [("exact-zeros", "zeros"), ("penalty-at-zero", "slope"), ("weights", "wieghts")]),
        (("Exact zeros", "Weights", "Penalty at zero"), []),
    ],
)  # fmt: skip
def test_a_row_is_the_same_while_its_answer_stands_in_its_place(
    after: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert sorted(reworded(TABLE.format(*ROWS), TABLE.format(*after))) == expected


@pytest.mark.parametrize(
    ("row", "by"),
    [
        ("| Exact zeros | many   | none   |", "| Handling of correlation | one | all |"),
        ("| Exact zeros | many   | none   |", "| Exact ones | few | some |"),
    ],
)
def test_a_row_replaced_by_another_gives_nothing_away(row: str, by: str) -> None:
    assert reworded(TABLE.format(*ROWS), TABLE.format(*ROWS).replace(row, by)) == []


def test_an_added_row_takes_nothing() -> None:
    longer = TABLE.format(*ROWS) + "| Robustness | low | high |\n"
    assert reworded(TABLE.format(*ROWS), longer) == []


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (("{{querys}}", *GAPS[1:]), [("queries", "querys")]),  # a typo
        (("{{queries}}", "{{the keys}}", "{{values}}"), [("keys", "the-keys")]),  # a word more
        (("{{c1::queries}}", *GAPS[1:]), [("queries", "c1")]),  # a number
        (("{{wishes}}", *GAPS[1:]), [("queries", "wishes")]),  # another answer to the same gap
        (("queries", *GAPS[1:]), []),  # not hidden any more
        (("{{queries}} and {{others}}", *GAPS[1:]), []),  # one more
    ],
)
def test_a_gap_is_the_same_while_it_is_left_in_the_same_words(
    after: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert reworded(CLOZE.format(*GAPS), CLOZE.format(*after)) == expected


def test_another_gap_in_the_same_text_takes_nothing() -> None:
    assert (
        reworded(
            CLOZE.format(GAPS[0], "keys", "values"), CLOZE.format("queries", GAPS[1], "values")
        )
        == []
    )


def test_a_slip_in_a_gap_that_moved_is_found_by_its_words() -> None:
    text = "## A {{#n .cloze}}\n{} or {} of the weights when all is said and done.\n"
    before, after = (
        text.format("{{L1 norm}}", "{{variance}}"),
        text.format("{{varience}}", "{{L1 norm}}"),
    )
    assert reworded(before, after) == []
    moved = text.format("{{variance}}", "{{L1 norm}}")
    assert reworded(moved, moved.replace("variance", "varience")) == [("variance", "varience")]


def test_what_another_machine_answered_under_the_old_text_is_taken_along() -> None:
    after = collect([read(TABLE.format("Weights", "Slope", "Zeros"))], Known())
    known = Known()
    known.add(after.notes[NoteId("n")].noted())
    for old, new in [("penalty", "slope"), ("exact", "gone")]:
        known.learn(event(1, Rekeyed(NoteId("n"), old, new)))
    cards = [CardId(f"n/{key}") for key in ("penalty", "slope", "exact")]
    schedules = {card: Schedule(card, reviews=1) for card in cards}
    assert rekeyings(after, schedules, known) == [Rekeyed(NoteId("n"), "penalty", "slope")]


def test_two_that_may_be_the_one_stay_new() -> None:
    text = "## A {{#n .cloze}}\n" + "word " * 200 + "{}\n"
    before, after = text.format("{{embeding}}"), text.format("{{embedding}} {{embeddng}}")
    assert reworded(before, after) == []
    assert reworded(before, text.format("{{embedding}}")) == [("embeding", "embedding")]


TWO = "## A {{#n .cloze}}\nFirst learn the {} of words, then the {} of pictures.\n"


def test_what_two_may_be_is_told_until_one_of_them_is_answered() -> None:
    before, after = TWO.format("{{embeding}}", "sum"), TWO.format("{{embedding}}", "{{embeddng}}")
    assert reworded(before, after) == []
    cards, schedules, known = read_again(before, after)
    assert {note: places(found) for note, found in doubtful(cards, schedules, known).items()} == {
        "n": ["1:1 doubtful-sibling"]
    }
    schedules[CardId("n/embeddng")] = Schedule(CardId("n/embeddng"), reviews=1)
    assert doubtful(cards, schedules, known) == {}
    assert rekeyings(cards, schedules, known) == []


def test_two_that_may_be_one_stay_apart_without_a_question() -> None:
    before = TWO.format("{{embedding}}", "{{embeddng}}")
    cards, schedules, known = read_again(before, TWO.format("{{embeding}}", "sum"))
    assert rekeyings(cards, schedules, known) == []
    assert doubtful(cards, schedules, known) == {}


def test_a_note_of_another_kind_asks_something_else() -> None:
    basic = "## A {#n}\nIt is sparse.\n"
    assert reworded(basic, "## A {#n .cloze}\nIt is {{sparse}}.\n") == []
    assert reworded("## A {#n .reversed}\nIt is sparse.\n", basic) == []


def test_what_was_never_answered_leaves_nothing_behind() -> None:
    after = CLOZE.format("{{querys}}", *GAPS[1:])
    assert reworded(CLOZE.format(*GAPS), after, untouched="n/queries") == []


def test_a_long_text_is_known_by_its_beginning() -> None:
    long = "Sensitivity of the resulting coefficients to outliers in data"
    before, after = TABLE.format(long, *ROWS[1:]), TABLE.format(f"{long}sets", *ROWS[1:])
    ((old, new),) = reworded(before, after)
    assert old != new
    assert len(old) > 48


def test_equal_gaps_are_told_apart_by_their_order_alone() -> None:
    """The reason why the format says: number them."""
    before = "## A {#n .cloze}\n{{x}} here, {{x}} there.\n"
    assert reworded(before, before.replace("{{x}} here", "x here")) == []


COLUMNS = """## ReLU vs others {{#n .compare.columns}}
|          | {}                    | ReLU             |
|----------|-----------------------|------------------|
| Range    | from zero to one      | from zero upward |
| Gradient | a quarter at the most | one or zero      |
"""


def test_a_column_is_the_same_but_for_a_slip_in_its_name() -> None:
    found = reworded(COLUMNS.format("Sigmiod"), COLUMNS.format("Sigmoid"))
    assert found == [("column:sigmiod", "column:sigmoid")]
    assert reworded(COLUMNS.format("Sigmoid"), COLUMNS.format("tanh")) == []


def test_no_column_takes_the_history_of_a_row() -> None:
    table = "| | regularisation | b |\n|-|-|-|\n| regularisation | c | d |\n"
    before, after = f"## a {{#n .compare}}\n{table}", f"## a {{#n .compare.columns}}\n{table}"
    assert reworded(before, after) == reworded(after, before) == []


def test_a_field_is_the_same_while_its_text_stands_in_its_place() -> None:
    paper = "## P {{#n .paper}}\n### Idea\nSample it.\n### {}\nIt needs a graph of its own.\n"
    before, after = paper.format("Drawbacks"), paper.format("Weaknesses")
    assert reworded(before, after) == [("drawbacks", "weaknesses")]


def test_a_footnote_added_to_a_gap_changes_no_key() -> None:
    before = "## a {#n .cloze}\nIt adds {{L1}} and {{L2}}.\n"
    assert reworded(before, before.replace("L1", "L1[^p]") + "\n[^p]: Zou\n") == []
