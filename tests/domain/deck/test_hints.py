"""Hints: quotes that help before the answer is shown."""

import pytest

from tests.domain.samples import expand, note_of, places, read


def test_a_quote_that_begins_with_hint_is_no_part_of_the_answer() -> None:
    (faces,) = expand("## a\n> hint: think of\n> **zero**\n\nb\n").faces
    assert (faces.hint, faces.back) == ("think of\n**zero**", "b")


@pytest.mark.parametrize(
    "quote",
    ["> Hint: c", ">HINT:c", "   > hint:   c", "> **Hint:** c", "> hint:\n> c", "> _hint:_ c"],
)
def test_it_may_be_spelt_in_any_way(quote: str) -> None:
    note = note_of(f"## a\n{quote}\n\nb")
    assert (note.hint, note.body.strip()) == ("c", "b")


def test_several_are_joined_and_hold_for_every_sibling() -> None:
    first, second = expand("## a {.cloze}\n> hint: c\n\n{{b}} {{d}}\n\n> hint: e\n>\n> f").faces
    assert first.hint == second.hint == "c\n\ne\n\nf"


@pytest.mark.parametrize(
    "body",
    [
        "```\n> hint: c\n```",
        "<!--\n> hint: c\n-->",
        "- b\n\n  > hint: c",
        "> > hint: c",
        "> a hint: c",
        "> b\n> hint: c",
        "    > hint: c",
        "hint: c > d",
    ],
)
def test_what_stands_in_something_else_is_text(body: str) -> None:
    note = note_of(f"## a\n{body}")
    assert (note.hint, note.body) == ("", body)


def test_a_line_that_goes_on_lazily_belongs_to_the_hint() -> None:
    note = note_of("## a\n> hint: c\nd\n\nb")
    assert (note.hint, note.body) == ("c\nd", "\n\n\nb")


def test_an_empty_hint_is_none() -> None:
    assert note_of("## a\n> hint:\n\nb").hint == ""


def test_problems_keep_their_lines_and_breaks_their_places() -> None:
    text = "## a {.cloze}\n> hint: c\n> d\n\n{{b}}\n> hint: e\n\n {{f\n"
    assert places(expand(text).problems) == ["8:2 unclosed-deletion"]
    (faces,) = expand("## a\nq\n\n> hint: c\n\n---\nb\n\n> hint: d").faces
    assert (faces.front, faces.back, faces.hint) == ("## a\n\nq\n", "b", "c\n\nd")


def test_a_note_of_nothing_but_a_hint_has_no_answer() -> None:
    assert places(expand("## a\n> hint: b\n").problems) == ["1:1 empty-answer"]


def test_hints_are_found_whatever_the_line_endings() -> None:
    for ending in ("\r\n", "\r"):
        (note,) = read(f"## a{ending}> hint: b{ending}> c{ending}{ending}d").notes
        assert (note.hint, note.body) == ("b\nc", "\n\n\nd")
