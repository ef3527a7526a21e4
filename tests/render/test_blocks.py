"""Lists, tables and fences as code hosts read them."""

from html import escape
from string import punctuation
from textwrap import dedent

import pytest

from flashcards.render.blocks import respell
from flashcards.render.fences import lift_fences
from flashcards.render.markdown import convert


@pytest.mark.parametrize(
    ("written", "respelled"),
    [
        ("text\n- a", "text\n\n- a"),
        ("- a\n  - b\n- c", "- a\n    - b\n- c"),
        ("1. a\n   - b", "1. a\n    - b"),
        ("1) a", "1. a"),
        ("- a\n1. b", "- a\n\n1. b"),
        ("in the year\n1984. Nothing", "in the year\n1984. Nothing"),
        ("- a\nlazy", "- a\n    lazy"),
        ("- a\n\nafter", "- a\n\nafter"),
        ("text\n| a | b |\n|---|---|", "text\n\n| a | b |\n|---|---|"),
        ("- a\n\n  p\n- b", "- a\n\n    p\n\n- b"),
        ("1. a\n\n   p\n2. b", "1. a\n\n    p\n\n2. b"),
        ("- a\n  wrapped\n- b", "- a\n    wrapped\n- b"),
        ("- a\n\ntext\n\n1. b", "- a\n\ntext\n\n1. b"),
        ("***", "***"),
        ("- - -", "- - -"),
        ("-", "- <!-- -->"),
        ("> text\n> - a\n>   - b", "> text\n>\n> - a\n>     - b"),
    ],
)
def test_lists_and_tables_are_respelled(written: str, respelled: str) -> None:
    assert respell(written.split("\n")) == respelled.split("\n")


@pytest.mark.parametrize("sign", punctuation)
def test_a_backslash_makes_any_sign_a_letter_as_in_commonmark(sign: str) -> None:
    html = convert(f"a \\{sign}b> c").html
    assert html == f"<p>a {escape(sign, quote=False)}b&gt; c</p>"


def lifted(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def store(code: str, language: str) -> str:
        found.append((code, language))
        return "CODE"

    lift_fences(dedent(text).strip("\n").split("\n"), store)
    return found


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("```python\nx\n```", [("x", "python")]),
        ("```{.Python}\nx\n```", [("x", "python")]),
        ("~~~\n```\n~~~", [("```", "")]),
        ("````\n```\n````", [("```", "")]),
        ("```\nx", [("x", "")]),
        ("```\n```", [("", "")]),
        ("> ```\n> x\n> ```\nafter", [("x", "")]),
        ("> ```\n> x\nafter", [("x", "")]),
        ("- a\n  ```\n    x\n  ```", [("  x", "")]),
        ("``` not `a` fence", []),
    ],
)
def test_fences_are_found_where_commonmark_finds_them(
    text: str, blocks: list[tuple[str, str]]
) -> None:
    assert lifted(text) == blocks
