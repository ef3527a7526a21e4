"""Front matter: what holds for every note of a deck."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.deck.blocks import lines_of
from flashcards.domain.deck.header import Header, YamlFault, read_header
from tests.domain.samples import places, read

NOTE = "## a\nb\n"


def test_the_front_matter_is_read() -> None:
    text = "---\ntitle: Norms\nround: coding\ntopic: ml/norms\ntags: [x, y z]\n---\n"
    deck = read(text + NOTE)
    assert deck.header == Header("Norms", "coding", "ml/norms", ("x", "y z"))
    assert deck.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "---\n---\n",
        "---\n...\n",
        "---\n# only a comment\n---\n",
        "---  \n\n---\t\n",
        "---\r\n---\r\n",
        "---\r---\r",
        "---\ntitle:\ntags:\n---\n",
        "---\ntitle: ''\ntags: []\n---\n",
        "\ufeff---\n---\n",
    ],
)
def test_empty_front_matter_says_nothing(text: str) -> None:
    deck = read(text + NOTE)
    assert (deck.header, deck.problems) == (Header(), ())
    assert [note.prompt for note in deck.notes] == ["a"]


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("title: [", "3:1 front-matter"),
        ("a: b: c", "2:1 front-matter"),
        ("\ttitle: x", "2:1 front-matter"),
        ("title: x\n  y: z", "3:1 front-matter"),
        ("just words", "2:1 front-matter"),
        ("- a\n- b", "2:1 front-matter"),
        ("!!python/object:os.system x", "2:1 front-matter"),
        ("title: x\ntitel: y", "3:1 unknown-key"),
        ("title: x\nt: y", "3:1 unknown-key"),
        ("'tittle': x", "2:1 unknown-key"),
        ("1: x", "2:1 unknown-key"),
        ("yes: x", "2:1 unknown-key"),
        ("round: quiz", "2:1 wrong-value"),
        ("tags:\n  a: b", "2:1 wrong-value"),
        ("topic: x\ntitle: [a]", "3:1 wrong-value"),
        ("title: {a: b}", "2:1 wrong-value"),
        ("tags: [[a]]", "2:1 wrong-value"),
    ],
)
def test_broken_front_matter_costs_no_note(inside: str, found: str) -> None:
    deck = read(f"---\n{inside}\n---\n{NOTE}")
    assert places(deck.problems) == [found]
    assert [note.prompt for note in deck.notes] == ["a"]


def test_an_unknown_key_gets_did_you_mean() -> None:
    near, far = read(f"---\ntilte: x\nzzz: x\n---\n{NOTE}").problems
    assert near.hint == "Did you mean “title”?"
    assert far.hint == "Known keys: title, round, topic, tags."


def test_one_wrong_value_costs_no_right_one() -> None:
    deck = read(f"---\ntitle: x\nround: quiz\ntags: a\n---\n{NOTE}")
    assert deck.header == Header("x", tags=("a",))
    assert "coding, practitioner, system-design, competency" in deck.problems[0].hint


@pytest.mark.parametrize("text", ["---", "---\ntitle: x\n## a\nb\n", "---\n    ---\n"])
def test_front_matter_without_an_end_is_text(text: str) -> None:
    deck = read(text)
    assert "1:1 unclosed-front-matter" in places(deck.problems)
    assert deck.header == Header()


@pytest.mark.parametrize("first", ["", " ---", "----", "text", "# ---"])
def test_front_matter_begins_on_the_first_line(first: str) -> None:
    deck = read(f"{first}\n---\ntitle: x\n---\n{NOTE}")
    assert deck.header == Header()


def test_numbers_and_dates_are_words() -> None:
    deck = read(f"---\ntitle: 2024-01-02\ntopic: 3\ntags: [1, true]\n---\n{NOTE}")
    assert deck.header == Header("2024-01-02", "", "3", ("1", "True"))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
)
KEYS = st.sampled_from(["title", "round", "topic", "tags", "{x}", ""]) | st.integers() | st.none()


@given(VALUES | st.dictionaries(KEYS, VALUES) | st.builds(YamlFault, st.text(), st.integers(0, 9)))
def test_whatever_yaml_gives_is_read(values: object) -> None:
    text = "---\ntitle: x\n---\n"
    found = read_header(text, list(lines_of(text)), "d.md", lambda _: values)
    assert found.end == len(text)
    assert all(isinstance(tag, str) for tag in found.header.tags)
    assert isinstance(found.header.title, str)
