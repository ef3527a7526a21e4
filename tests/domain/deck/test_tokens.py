"""Each line of a deck is taken apart by itself, given the state of the line above."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.deck.tokens import (
    FRONT,
    NOTE,
    SECTION,
    SORTS,
    START,
    TEXT,
    is_markdown,
    tokens,
)


def read(text: str) -> list[str]:
    """Take a text apart: each token with its sort, line by line."""
    state, found = START, []
    for line in text.split("\n"):
        parts, state = tokens(line, state)
        told = (f"{sort}:{line[start : start + length]}" for start, length, sort in parts)
        found.append(" ".join(told))
    return found


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("plain text", ""),
        ("# Norms", "section:# Norms"),
        ("### Problem", "field:### Problem"),
        ("#", "section:#"),
        ("#no heading", ""),
        (
            "## What? {#a .cloze topic=x}",
            "note:## What?  braces:{#a .cloze topic=x} name:#a kind:.cloze key:topic",
        ),
        (
            '## Q {link=https://a.org/b#c values="x.y z"}',
            'note:## Q  braces:{link=https://a.org/b#c values="x.y z"} key:link key:values',
        ),
        (r"$\frac{a}{b}\,c$", r"math:$\frac{a}{b}\,c$ tex:\frac tex:\,"),
        ("## The set {x | x}", "note:## The set {x | x} mark:|"),
        ("an $x_i$ and $$y$$", "math:$x_i$ math:$$y$$"),
        ("5 $ or 6 $", ""),
        (r"\$5 and \`x", ""),
        ("a `b` ``c`d``", "code:`b` code:``c`d``"),
        ("{{c1::a::hint}} {{b}}", "cloze:{{c1::a::hint}} cloze:{{b}}"),
        ("**a** *b* _c_ __d__", "strong:**a** emphasis:*b* emphasis:_c_ strong:__d__"),
        ("snake_case_name", ""),
        ("![a](b.png) [c](d) [^e]", "link:![a](b.png) link:[c](d) link:[^e]"),
        ("> hint: think", "quote:> hint:"),
        ("- item", "mark:-"),
        ("1. item `x`", "mark:1. code:`x`"),
        ("---", "mark:---"),
        ("a <!-- b --> c", "comment:<!-- b -->"),
        ("| a | b |", "mark:| mark:| mark:|"),
    ],
)
def test_a_line(line: str, told: str) -> None:
    parts, _ = tokens(line, TEXT)
    assert " ".join(f"{s}:{line[start : start + n]}" for start, n, s in parts) == told


def test_what_goes_over_several_lines() -> None:
    text = (
        "---\ntitle: a\n- b\n---\n```py\n## x\n```\n~~~\n```\n~~~\n$$\nx\n$$\n<!-- a\n\nb -->\n## n"
    )
    assert read(text) == [
        "front:---", "key:title", "", "front:---",
        "code:```py", "code:## x", "code:```", "code:~~~", "code:```", "code:~~~",
        "math:$$", "math:x", "math:$$",
        "comment:<!-- a", "", "comment:b -->", "note:## n",
    ]  # fmt: skip


def test_below_a_line_is_markdown_unless_it_opens_code_or_the_head() -> None:
    states = [tokens(line, START)[1] for line in ("## n", "text", "```", "---")]
    assert [is_markdown(state) for state in (START, *states)] == [True, True, True, False, False]


def test_a_blank_line_ends_a_formula_and_no_comment() -> None:
    assert read("$$\n\n# s") == ["math:$$", "", "section:# s"]
    assert read("<!--\n\n# s") == ["comment:<!--", "", "comment:# s"]


def test_headings_are_told_by_their_states() -> None:
    assert tokens("## a", TEXT)[1] == TEXT | NOTE
    assert tokens("# a", TEXT | NOTE)[1] == TEXT | SECTION
    assert tokens("title: a", FRONT)[1] == FRONT


@given(st.lists(st.text("#`~$*_{}[]()<!->|: a\\.1", max_size=12), max_size=8))
def test_tokens_lie_within_their_line_and_are_known(lines: list[str]) -> None:
    state = START
    for line in lines:
        found, state = tokens(line, state)
        assert state >= 0
        for start, length, sort in found:
            assert start >= 0
            assert length >= 0
            assert start + length <= len(line)
            assert sort in SORTS


def test_a_long_line_costs_no_more_than_its_beginning() -> None:
    found, _ = tokens("`" * 100_000 + "$" * 100_000, TEXT)
    assert len(found) < 10_000
