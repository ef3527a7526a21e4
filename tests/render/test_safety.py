"""Whatever a deck says, what comes out is harmless, and something always comes out."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.domain.kinds import expand
from flashcards.domain.marks import CLOSE, OPEN
from flashcards.render.dollars import CLOSING, OPENING
from flashcards.render.faces import MOST_FORMULAS, plain, render
from flashcards.render.formula_cache import FormulaCache
from flashcards.render.sanitize import TAGS, inside_deck
from tests.domain.samples import read
from tests.render.stub import Boxes

ATTACKS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    '<img src=x onerror="alert(1)">',
    '<img src="http://evil.example/pixel.png">',
    '<img src="//evil.example/pixel.png">',
    '<img src="file:///etc/passwd">',
    '<img src="../../../etc/passwd">',
    '<img src="%2e%2e/%2e%2e/etc/passwd">',
    '<img src="data:image/png;base64,AAAA">',
    '<img src="a.png" srcset="http://evil.example/b.png 2x">',
    '<div style="background:url(http://evil.example/x)">a</div>',
    "<style>@import url(http://evil.example)</style>",
    '<link rel="stylesheet" href="http://evil.example/x.css">',
    '<iframe src="http://evil.example"></iframe>',
    '<object data="http://evil.example"></object>',
    '<svg onload="alert(1)"><use href="http://evil.example#a"/></svg>',
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](data:text/html,hello)",
    "[a](vbscript:x)",
    "[a](file:///etc/passwd)",
    '<a href="java\tscript:alert(1)">a</a>',
    '<a href="http://e.org" onclick="x()">a</a>',
    '<body background="http://evil.example/x">',
    '<table background="http://evil.example/x"><tr><td>a</td></tr></table>',
    '<td bgcolor="red" background="http://evil.example/x">a</td>',
    "![a](http://evil.example/x.png)",
    "![a](<javascript:alert(1)>)",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    '<form action="http://evil.example"><input name="a"></form>',
    "`<script>alert(1)</script>` and $<script>alert(1)</script>$",
    "```<script>\n</code></pre><script>alert(1)</script>\n```",
    "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
    f'<a title="{OPENING}0{CLOSING}" href="http://e.org">$"><script>alert(1)</script>$</a>',
    f'![{OPEN}" onerror="x{CLOSE}](a.png)',
    '![$"><script>alert(1)</script>$](a.png)',
]
HARMLESS = {"href", "title", "src", "alt", "width", "height", "start", "class", "align"}
HARMLESS |= {"colspan", "rowspan"}


class Judge(HTMLParser):
    """Reads HTML as a browser would and objects to all that is not known to be harmless."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        for name, value in attrs:
            assert name in HARMLESS
            assert name != "src" or inside_deck(value or "")
            assert name != "href" or (value or "").startswith(("http:", "https:", "mailto:"))


def assert_harmless(html: str) -> None:
    judge = Judge()
    judge.feed(html)
    judge.close()


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_comes_out_harmless(attack: str) -> None:
    rendered = render(attack, Boxes())
    assert_harmless(rendered.html)
    assert rendered.html.strip()


NOTES = [
    "## a\n> hint: {}\n\nb[^c]\n\n[^c]: {}\n",
    "## a {{.steps}}\n{}\n\n1. {}\n2. b\n",
    "## a {{.paper venue='{}' link='{}'}}\n{}\n### Idea\n{}\n### {}\nb\n",
    "## a {{.star values='{}'}}\n{}\n### Action\n{}\n### {}\nb\n",
    "## a {{.compare.columns.summary}}\n| | {} | c |\n|-|-|-|\n| {} | {} | d |\n",
]
"""Decks with a place for an attack wherever a kind of note takes text apart."""


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("note", NOTES)
def test_an_attack_is_harmless_wherever_a_note_takes_text(note: str, attack: str) -> None:
    blanks = note.count("{}")
    for written in read(note.format(*[attack] * blanks)).notes:
        for faces in expand(written).faces:
            texts = (faces.front, faces.back, faces.hint, faces.context)
            for text in (*texts, *(part.text for part in faces.parts)):
                assert_harmless(render(text, Boxes()).html)


SYNTAX = ["$", "$$", "`", "```", "|", "|---|---|", "- ", "1. ", "> ", "    ", "\n", "\n\n"]
SIGNS = [*"\\{}<&*_[#", "](", "~~", "\x00", OPEN, CLOSE, OPENING, CLOSING]
PIECES = st.sampled_from([*ATTACKS, *SYNTAX, *SIGNS])
MARKDOWN = st.lists(PIECES | st.text(max_size=8), max_size=24).map("".join)


@settings(max_examples=300, deadline=None)
@given(MARKDOWN)
def test_any_text_is_rendered_without_raising_and_without_harm(source: str) -> None:
    rendered = render(source, Boxes())
    assert_harmless(rendered.html)
    assert OPEN not in rendered.html
    assert CLOSE not in rendered.html
    assert rendered.html.count('<mark class="cloze">') <= rendered.html.count("</mark>")
    for number in re.findall(f"{OPENING}([0-9]+){CLOSING}", rendered.html):
        assert int(number) < len(rendered.formulas)


@settings(max_examples=200, deadline=None)
@given(MARKDOWN)
def test_any_text_has_plain_words(source: str) -> None:
    words = plain(source)
    assert OPEN not in words
    assert OPENING not in words


@pytest.mark.parametrize("name", ["a.png", "img/a.png", "./a.png", "img/../a.png", "a%20b.png"])
def test_an_image_beside_the_deck_is_shown(name: str) -> None:
    assert inside_deck(name)


@pytest.mark.parametrize(
    "name",
    [
        "/a.png",
        "../a.png",
        "img/../../a.png",
        "%2e%2e/a.png",
        "http://e.org/a.png",
        "//e.org/a.png",
        "file:a.png",
        "C:\\a.png",
        "\\\\host\\a.png",
        "a\0.png",
        "a.png?x",
        "..",
        ".",
        "",
    ],
)
def test_an_image_elsewhere_is_not(name: str) -> None:
    assert inside_deck(name) is None


@pytest.mark.parametrize("text", ["[" * 20_000, "[a\n\n" * 500, "](" * 5_000, "[[a]](" * 500])
def test_brackets_without_end_cost_no_time(text: str) -> None:
    start = time.perf_counter()
    assert "[" in plain(text) or "]" in plain(text)
    assert time.perf_counter() - start < 5


def test_whatever_trips_the_parser_is_shown_as_it_was_written() -> None:
    deep = ">" * 3_000 + " <b>a"
    assert render(deep, Boxes()).html.endswith("&lt;b&gt;a</pre>")


@pytest.mark.parametrize("unit", ["$a{", "{$a", "$x^{", "$a}{", "$$a{", "$`", "\\$", "$a_{%d}$ "])
def test_hostile_dollars_cost_little_time(unit: str) -> None:
    hostile = "".join(unit.replace("%d", str(n)) for n in range(40_000 // len(unit)))
    start = time.perf_counter()
    rendered = render(hostile, FormulaCache(None))
    assert time.perf_counter() - start < 2
    assert (
        len(rendered.formulas) <= MOST_FORMULAS
        or "A card draws 500 formulas at most." in rendered.html
    )
