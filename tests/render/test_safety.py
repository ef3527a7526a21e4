"""Whatever a deck says, what comes out is harmless, and something always comes out."""

import json
import re
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.domain.collection import collect
from flashcards.domain.identity import Known
from flashcards.domain.marks import CLOSE, OPEN
from flashcards.render.dollars import CLOSING, OPENING
from flashcards.render.faces import MOST_FORMULAS, plain, render
from flashcards.render.formula_cache import FormulaCache
from flashcards.render.sanitize import TAGS, inside_deck
from tests.domain.samples import read
from tests.render.attacks import ATTACKS
from tests.render.stub import Boxes

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
    assert_harmless(render(attack, Boxes()).html)


LINE, TEXT = "@LINE@", "@TEXT@"
PLACES = {
    "prompt": f"## {LINE}\n\nb\n",
    "front matter": f"---\ntitle: '{LINE}'\ntopic: '{LINE}'\ntags: ['{LINE}']\n---\n\n## a\n\nb\n",
    "section": f"# {LINE}\n\n## a\n\nb\n",
    "attributes": f"## a {{source='{LINE}' tags='{LINE}' topic='{LINE}'}}\n\nb\n",
    "question": f"## a\n\n{TEXT}\n\n---\n\nb\n",
    "list": f"## a\n\n- {LINE}\n  1. {LINE}\n\n  {LINE}\n",
    "quote": f"## a\n\n> {LINE}\n> > {LINE}\n",
    "hint": f"## a\n\n> hint: {LINE}\n\nb\n",
    "footnote": f"## a\n\nb [^1]\n\n[^1]: {LINE}\n",
    "table cell": f"## a\n\n| b | {LINE} |\n|---|---|\n| c | {LINE} |\n",
    "compared": f"## a {{.compare}}\n\n| | b | {LINE} |\n|-|-|-|\n| {LINE} | {LINE} | c |\n",
    "code": f"## a\n\n`{LINE}` ``{LINE}``\n\n```\n{TEXT}\n```\n\n    {LINE}\n",
    "code's language": f"## a\n\n```{LINE}\nb\n```\n\n~~~ {LINE}\nb\n~~~\n",
    "TeX": f"## a\n\n${LINE}$ $$\\text{{{LINE}}}$$\n",
    "words of an image": f"## a\n\n![{LINE}](a.png) ![b](a.png '{LINE}') ![b](a.png \"{LINE}\")\n",
    "words of a link": f"## a\n\n[{LINE}](http://e.org) [{LINE}][c]\n\n[c]: http://e.org\n",
    "title of a link": f"## a\n\n[b](mailto:a '{LINE}') [b][c]\n\n[c]: http://e.org '{LINE}'\n",
    "target": f"## a\n\n[b]({LINE}) ![b]({LINE}) [b](<{LINE}>) <{LINE}>\n\n[c]: {LINE}\n\n[c]\n",
    "attribute of a tag": f"## a\n\n<a title='{LINE}' href=\"{LINE}\">b</a> <img alt={LINE}>\n",
    "comment": f"## a\n\nb <!-- {LINE} --> c\n\n<!-- {LINE}\n",
    "gap": f"## a {{.cloze}}\n\n{{{{{LINE}::{LINE}}}}} and {{{{c1::b::{LINE}}}}}\n",
    "step": f"## a {{.steps}}\n\n1. {LINE}\n2. {LINE}\n",
    "field": f"## a {{.paper venue='{LINE}' link='{LINE}'}}\n### {LINE}\n{TEXT}\n### Idea\nb\n",
    "columns": f"## a {{.compare.columns.summary}}\n| | {LINE} |c|\n|-|-|-|\n| {LINE} |b|d|\n",
    "typed": f"## a {{.typed}}\n\n{TEXT}\n",
    "steps' text": f"## a {{.steps}}\n\n{TEXT}\n\n1. {TEXT}\n2. b\n",
    "story": f"## a {{.star values='{LINE}'}}\n\n### Situation\n\n{TEXT}\n\n### Action\n\n{LINE}\n",
}  # fmt: skip


def shown(deck: str) -> list[str]:
    """List every Markdown text of a deck's cards that a front end renders."""
    cards = collect([read(deck)], Known()).cards.values()
    texts = [
        text
        for faces in (card.faces for card in cards)
        for text in (faces.front, faces.back, faces.hint, faces.context, faces.expected)
    ]
    return texts + [part.text for card in cards for part in card.faces.parts]


@pytest.mark.parametrize("place", PLACES)
def test_an_attack_is_harmless_wherever_text_can_stand(place: str) -> None:
    for attack in ATTACKS:
        line = attack.replace("\n", " ")
        deck = PLACES[place].replace(LINE, line).replace(TEXT, attack)
        for text in filter(None, shown(deck)):
            assert_harmless(render(text, Boxes()).html)


def test_the_corpus_reaches_every_place() -> None:
    reached = {place for place, deck in PLACES.items() if shown(deck)}
    assert reached == set(PLACES)
    assert len(ATTACKS) == len(set(ATTACKS)) > 100


EXAMPLES = json.loads((Path(__file__).parent / "commonmark" / "examples.json").read_text("utf-8"))


def test_the_examples_of_commonmarks_specification_come_out_harmless() -> None:
    assert len(EXAMPLES) == 652
    for example in EXAMPLES:
        for text in (example["markdown"], *shown(f"## a\n\n{example['markdown']}")):
            rendered = render(text, Boxes())
            assert_harmless(rendered.html)


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
    start = time.process_time()
    assert "[" in plain(text) or "]" in plain(text)
    assert time.process_time() - start < 5


def test_whatever_trips_the_parser_is_shown_as_it_was_written() -> None:
    deep = ">" * 3_000 + " <b>a"
    assert render(deep, Boxes()).html.endswith("&lt;b&gt;a</pre>")


@pytest.mark.parametrize("unit", ["$a{", "{$a", "$x^{", "$a}{", "$$a{", "$`", "\\$", "$a_{%d}$ "])
def test_hostile_dollars_cost_little_time(unit: str) -> None:
    hostile = "".join(unit.replace("%d", str(n)) for n in range(40_000 // len(unit)))
    start = time.process_time()
    rendered = render(hostile, FormulaCache(None))
    assert time.process_time() - start < 4  # a second, and three where the machine is slow
    assert (
        len(rendered.formulas) <= MOST_FORMULAS
        or "A card draws 500 formulas at most." in rendered.html
    )
