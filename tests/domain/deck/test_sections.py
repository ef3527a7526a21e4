"""The ``###`` sections of a body."""

import pytest

from flashcards.domain.deck.sections import sections


def test_a_heading_of_level_three_begins_a_section() -> None:
    above, found = sections("\nx\n\n### A\n1\n\n#### B\n2\n### C ###\n3")
    assert above == "x"
    assert [tuple(each) for each in found] == [(3, "A", "1\n\n#### B\n2"), (8, "C", "3")]


@pytest.mark.parametrize(
    "body",
    [
        "```\n### A\n```",
        "<!--\n### A\n-->",
        "> ### A",
        "- ### A",
        "    ### A",
        "###A",
        "#### A",
        "",
    ],
)
def test_a_heading_in_something_else_is_text(body: str) -> None:
    assert sections(body) == (body, [])


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("###", ""),
        ("### #", ""),
        ("###  A  ", "A"),
        ("### A ##", "A"),
        ("### A#", "A#"),
        ("   ###\tA", "A"),
    ],
)
def test_a_title_has_no_closing_hashes(line: str, title: str) -> None:
    ((_, found, text),) = sections(f"{line}\n")[1]
    assert (found, text) == (title, "")
