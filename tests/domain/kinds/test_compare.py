"""compare: a table of aspects by things, one question a row."""

import pytest

from flashcards.domain.kinds.compare import cells, first_table
from tests.domain.samples import expand, places

TABLE = """\
|         | ReLU   | sigmoid |
|---------|--------|---------|
"""


def asked(rows: str) -> list[str]:
    """Write each card as ``key: answer row``."""
    faces = expand(f"## ReLU vs sigmoid {{.compare}}\n{TABLE}{rows}").faces
    return [f"{each.key}: {each.back.splitlines()[2]}" for each in faces]


def test_each_row_asks_for_one_aspect_of_all_things() -> None:
    (faces,) = expand(f"## ReLU vs sigmoid {{.compare}}\n{TABLE}| Range | x>0 | 0..1 |\n").faces
    assert (faces.key, faces.prompt) == ("range", "ReLU vs sigmoid — Range?")
    assert faces.front == "## ReLU vs sigmoid — Range?\n"
    assert faces.back == "| ReLU | sigmoid |\n| --- | --- |\n| x>0 | 0..1 |"


def test_what_stands_around_the_table_is_part_of_every_answer() -> None:
    body = f"Before.\n\n{TABLE}| a | 1 | 2 |\n| b | 3 | 4 |\n\nAfter.\n\n| x |\n|---|\n"
    first, second = expand(f"## q {{.compare}}\n{body}").faces
    assert first.back.endswith("| 1 | 2 |\n\nBefore.\n\n\nAfter.\n\n| x |\n|---|")
    assert second.back.endswith("| 3 | 4 |\n\nBefore.\n\n\nAfter.\n\n| x |\n|---|")


def test_a_question_mark_is_not_doubled() -> None:
    (faces,) = expand(f"## q {{.compare}}\n{TABLE}| Why? | 1 | 2 |\n").faces
    assert faces.prompt == "q — Why?"


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("  |a|b|  ", ["a", "b"]),
        ("| a | |", ["a", ""]),
        ("| | a |", ["", "a"]),
        (r"| a \| b | c |", [r"a \| b", "c"]),
        ("| `a|b` | c |", ["`a|b`", "c"]),
        ("| $|w|$ | c |", ["$|w|$", "c"]),
        ("| a ` b | c |", ["a ` b", "c"]),
        ("| costs $5 | c |", ["costs $5", "c"]),
        ("a", ["a"]),
        ("", [""]),
        ("|", [""]),
    ],
)
def test_a_row_is_split_at_pipes_outside_of_code_and_math(line: str, parts: list[str]) -> None:
    assert cells(line) == parts


def test_a_row_with_too_few_or_too_many_cells_is_asked_as_it_is() -> None:
    assert asked("| a | 1 |\n| b | 1 | 2 | 3 |\n") == ["a: | 1 |  |", "b: | 1 | 2 |"]
    problems = expand(f"## q {{.compare}}\n{TABLE}| a | 1 |\n| b | 1 | 2 | 3 |\n").problems
    assert [found.message for found in problems] == [
        "Cells in this row: 2, and in the table: 3.",
        "Cells in this row: 4, and in the table: 3.",
    ]
    assert places(problems) == ["4:1 uneven-row", "5:1 uneven-row"]


def test_a_row_without_an_aspect_of_its_own_is_left_out() -> None:
    rows = "|  | 1 | 2 |\n| a | 1 | 2 |\n| A! | 3 | 4 |\n| b | 5 | 6 |\n"
    assert asked(rows) == ["a: | 1 | 2 |", "b: | 5 | 6 |"]
    problems = expand(f"## q {{.compare}}\n{TABLE}{rows}").problems
    assert places(problems) == ["4:1 empty-aspect", "6:1 duplicate-aspect"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "text",
        "| | a |\n|-|-|\n| b | c |",
        "| | a | b |\n|-|-|-|",
        "| | a | b |\n|-|-|-|\n\n| c | d | e |",
        "| | a | b |\n| c | d | e |",
        "| | a | b |\n|-|x|-|\n| c | d | e |",
        "| | a | b |",
    ],
)
def test_without_a_table_of_two_things_and_a_row_nothing_is_asked(body: str) -> None:
    expansion = expand(f"## q {{.compare}}\n{body}")
    assert expansion.faces == ()
    assert places(expansion.problems) == ["1:1 no-table"]


@pytest.mark.parametrize("rule", ["|-|-|", "-|-", " :---: | --: ", "|:-|-:|", "| - | - | "])
def test_a_rule_row_may_align_its_columns(rule: str) -> None:
    table = first_table(f"a|b\n{rule}\nc|d")
    assert table is not None
    assert (table.header, table.rows) == (["a", "b"], [(2, ["c", "d"])])


def test_lines_are_counted_as_the_file_has_them() -> None:
    text = f"## q {{.compare}}\na\u2028b\x0cc\n\n{TABLE}| | 1 | 2 |\n"
    assert places(expand(text).problems) == ["6:1 empty-aspect"]


COLUMNS = "## ReLU vs sigmoid {.compare.columns}\n"


def test_with_columns_each_thing_is_asked_for_all_aspects() -> None:
    first, second = expand(
        f"{COLUMNS}{TABLE}| Range | x>0 | 0..1 |\n| Cost | low |\n\nBelow."
    ).faces
    assert (first.key, first.prompt) == ("column:relu", "ReLU vs sigmoid — what is true of ReLU?")
    assert first.front == "## ReLU vs sigmoid — what is true of ReLU?\n\n- Range\n- Cost\n"
    assert second.key == "column:sigmoid"
    assert second.back == "|  | sigmoid |\n| --- | --- |\n| Range | 0..1 |\n| Cost |  |\n\nBelow."


def test_with_summary_the_whole_table_is_asked_too() -> None:
    text = f"## q {{.compare.summary}}\n{TABLE}| Range | x>0 | 0..1 |\n"
    row, whole = expand(text).faces
    assert (row.key, whole.key, whole.prompt) == ("range", "whole:table", "q — the whole table?")
    assert whole.front.endswith("|  | ReLU | sigmoid |\n| --- | --- | --- |\n| Range |  |  |\n")
    assert whole.back.endswith("| Range | x>0 | 0..1 |")


def test_no_row_shares_its_key_with_a_column_or_the_whole() -> None:
    rows = "| column:relu | 1 | 2 |\n| whole:table | 1 | 2 |\n| Relu | 1 | 2 |\n"
    rows_of = expand(f"## q {{.compare.summary}}\n{TABLE}{rows}").faces
    assert [each.key for each in rows_of] == ["column-relu", "whole-table", "relu", "whole:table"]
    columns = expand(f"{COLUMNS}{TABLE}{rows}").faces
    assert not {each.key for each in rows_of} & {each.key for each in columns}


def test_a_column_without_a_name_of_its_own_is_left_out() -> None:
    expansion = expand("## q {.compare.columns}\n\n| | a | | A! |\n|-|-|-|-|\n| b | 1 | 2 | 3 |\n")
    assert [each.key for each in expansion.faces] == ["column:a"]
    assert places(expansion.problems) == ["3:1 empty-column", "3:1 duplicate-column"]


def test_a_table_whose_rows_cannot_be_asked_asks_nothing() -> None:
    expansion = expand(f"## q {{.compare.columns.summary}}\n{TABLE}|  | 1 | 2 |\n")
    assert (expansion.faces, places(expansion.problems)) == ((), ["4:1 empty-aspect"])
