"""Which lines are headings and thematic breaks: each documented surprise by its example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.deck.blocks import DEEPEST, Fence, Html, lines_of, outline


def headings(text: str) -> list[str]:
    """List the headings as ``level text``."""
    return [f"{found.level} {found.text}" for found in outline(lines_of(text)).headings]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# a", ["1 a"]),
        ("## a", ["2 a"]),
        ("##\ta", ["2 a"]),
        ("## a ##", ["2 a"]),
        ("## a #b", ["2 a #b"]),
        ("## a#", ["2 a#"]),
        ("## ##", ["2 "]),
        ("##", ["2 "]),
        ("   ## a", ["2 a"]),
        ("text\n## a", ["2 a"]),
        ("##a", []),
        ("### a", []),
        ("####### a", []),
        ("\\## a", []),
        ("    ## a", []),
        ("\t## a", []),
    ],
)
def test_a_heading_is_one_or_two_hashes_and_a_blank(text: str, found: list[str]) -> None:
    assert headings(text) == found


def test_a_heading_in_a_fence_is_text() -> None:
    assert headings("```\n## a\n```\n## b") == ["2 b"]
    assert headings("~~~\n## a\n```\n## b\n~~~~") == []
    assert headings("````\n```\n## a\n````\n## b") == ["2 b"]


def test_a_fence_line_with_a_backtick_in_its_info_is_text() -> None:
    assert headings("``` a`b\n## a") == ["2 a"]


def test_a_fence_indented_four_columns_is_no_fence() -> None:
    assert headings("    ```\n## a") == ["2 a"]


def test_a_heading_in_a_comment_is_text() -> None:
    assert headings("<!--\n## a\n\n## b\n-->\n## c") == ["2 c"]
    assert headings("<!-- closed --> \n## a") == ["2 a"]


@pytest.mark.parametrize(
    ("start", "end"),
    [("<pre>", "</pre>"), ("<?php", "?>"), ("<!DOCTYPE", ">"), ("<![CDATA[", "]]>"), ("<div>", "")],
)
def test_a_heading_in_an_html_block_is_text(start: str, end: str) -> None:
    assert headings(f"{start}\n## a\n{end}\n## b") == ["2 b"]


def test_a_lone_tag_begins_a_block_but_does_not_interrupt_a_paragraph() -> None:
    assert headings("<b>\n## a") == []
    assert headings("text\n<b>\n## a") == ["2 a"]


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "> - ", "-   ", "+\t"])
def test_a_heading_in_a_quote_or_list_is_text(mark: str) -> None:
    assert headings(f"{mark}## a\n\n## b") == ["2 b"]


def test_a_heading_indented_to_its_list_item_belongs_to_it() -> None:
    assert headings("- a\n\n  ## b\n## c") == ["2 c"]
    assert headings("-\n  ## b") == []
    assert headings("-\n\n  ## b") == ["2 b"]  # an item may begin with one blank line only


def test_a_fence_ends_with_its_list_item() -> None:
    assert headings("- ```\n## a") == ["2 a"]
    assert headings("> ```\n## a") == ["2 a"]


def test_a_line_of_equals_or_hyphens_below_text_makes_a_setext_heading() -> None:
    found = outline(lines_of("a\n===\nb\n---\n\n---\n> c\n---"))
    assert [line.number for line in found.setext] == [2, 4]
    assert [line.number for line in found.breaks] == [6, 8]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("##a", [1]),
        ("a\n  ##b", [2]),
        ("##\u00a0a", [1]),
        ("- a\n##b", [2]),
        ("> a\n##b", [2]),
        ("#a", []),
        ("###a", []),
        ("\\##a", []),
        ("a ##b", []),
        ("> ##a", []),
        ("- b\n  ##a", []),
        ("- ##a", []),
        ("    ##a", []),
        ("```\n##a\n```", []),
        ("<div>\n##a", []),
    ],
)
def test_two_hashes_without_a_blank_are_text_and_told(text: str, found: list[int]) -> None:
    outlined = outline(lines_of(text))
    assert [line.number for line in outlined.unspaced] == found
    assert outlined.headings == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n    ## b", [2]),
        ("a\n\t# b\n\t## c", [2, 3]),
        ("> a\n    ## b", [2]),
        ("    ## b", []),
        ("a\n\n    ## b", []),
        ("# a\n    ## b", []),
        ("a\n    ### b", []),
        ("a\n    ##b", []),
        ("- a\n    ## b", []),
        ("> a\n>     ## b", []),
        ("```\n    ## b\n```", []),
        ("<div>\n    ## b", []),
    ],
)
def test_a_heading_indented_four_columns_goes_on_its_paragraph_and_is_told(
    text: str, found: list[int]
) -> None:
    assert [line.number for line in outline(lines_of(text)).indented] == found


@pytest.mark.parametrize("line", ["---", "* * *", "___", "- - -", "   ---", "-\t-\t-"])
def test_three_marks_are_a_thematic_break(line: str) -> None:
    assert [found.text for found in outline(lines_of(f"{line}\n")).breaks] == [line]


def test_a_break_in_a_container_is_not_the_notes() -> None:
    assert outline(lines_of("> ---\n- a\n\n  ---\n")).breaks == []


@pytest.mark.parametrize("text", ["```\na", "a\n\n~~~~ py\nb\n~~~"])
def test_an_unclosed_fence_is_told(text: str) -> None:
    assert isinstance(outline(lines_of(text)).unclosed, Fence)


def test_an_unclosed_html_block_is_told() -> None:
    assert isinstance(outline(lines_of("<!--\na")).unclosed, Html)
    assert outline(lines_of("> <!--\na")).unclosed is None


def test_marks_nested_deeper_than_thirty_two_are_text() -> None:
    text = ">" * (DEEPEST + 50) + " a\n## b\n" + "- " * (DEEPEST + 50) + "c\n\n## d"
    assert headings(text) == ["2 b", "2 d"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\n", ["a"]),
        ("a\r\nb\rc\n\nd", ["a", "b", "c", "", "d"]),
        ("\r\r\n", ["", ""]),
        ("a\x0bb\x0cc\x85d\u2028e", ["a\x0bb\x0cc\x85d\u2028e"]),
    ],
)
def test_lines_end_with_lf_crlf_or_cr_and_nothing_else(text: str, lines: list[str]) -> None:
    assert [line.text for line in lines_of(text)] == lines


@given(st.text(st.sampled_from("a\r\n\u2028\x0b"), max_size=20))
def test_lines_cover_the_text(text: str) -> None:
    lines = list(lines_of(text))
    assert "".join(text[line.start : line.next] for line in lines) == text
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


def test_the_outline_may_begin_below_the_front_matter() -> None:
    lines = list(lines_of("# a\n# b\n"))
    assert [found.text for found in outline(lines, lines[1].start).headings] == ["b"]
