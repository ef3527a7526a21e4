"""The grammar and the schema, for other tools, say what the program does."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from flashcards.domain.deck.attributes import split_heading
from flashcards.domain.deck.header import KEYS, ROUNDS
from flashcards.domain.deck.parse import ATTRIBUTES
from flashcards.domain.kinds import KINDS, expand, kind_names
from flashcards.domain.marks import OPEN
from flashcards.domain.problems import Severity
from flashcards.store.deck_files import DeckFiles
from tests.decks.ebnf import GRAMMAR, compiled, rules, words
from tests.decks.test_format_examples import deck_of, examples

SHIPPED = GRAMMAR.parent
SCHEMA = json.loads((SHIPPED / "front-matter.schema.json").read_text("utf-8"))
DECK, NOTE, HEADING = compiled("deck"), compiled("note"), compiled("heading")
CARD_EXAMPLES = [match["deck"] for match in examples() if match["what"] == "cards"]


def test_every_rule_is_defined_and_none_needs_itself() -> None:
    for name in rules():
        compiled(name)


def test_the_words_of_the_grammar_are_those_of_the_program() -> None:
    assert words("kind") == list(kind_names())
    assert set(words("option")) == {option for kind in KINDS for option in kind.options}
    assert words("key") == [*ATTRIBUTES, *(key for kind in KINDS for key in kind.attributes)]


def test_neither_is_read_as_a_deck() -> None:
    found = {Path(file.path).name for file in DeckFiles([SHIPPED]).listing().files}
    assert found.isdisjoint({"grammar.ebnf", "front-matter.schema.json", "README.md"})


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*/*.md")), ids=lambda path: path.stem)
def test_every_shipped_deck_is_of_the_grammar(path: Path) -> None:
    held_equal(path.read_text("utf-8"))


@pytest.mark.parametrize("text", CARD_EXAMPLES)
def test_every_example_is_of_the_grammar(text: str) -> None:
    held_equal(text)


def held_equal(text: str) -> None:
    """Compare the grammar's notes with the program's."""
    assert DECK.fullmatch(text)
    head = compiled("front-matter").match(text)
    body = compiled("body").match(text, head.end() if head else 0)
    position, found = body.end() if body else 0, list[str]()
    section, note = compiled("section"), NOTE
    while position < len(text):
        match = note.match(text, position) or section.match(text, position)
        assert match
        if match[0].startswith("##"):
            found.append(split_heading(match[0].partition("\n")[0][2:])[0])
        position = match.end()
    assert found == [read.prompt for read in deck_of(text).notes]


@given(heading=st.from_regex(HEADING, fullmatch=True))
def test_a_heading_of_the_grammar_is_read_without_an_error(heading: str) -> None:
    assume(not heading.startswith("#") and heading.isprintable())
    deck = deck_of(f"## {heading}\nAnswer.\n")
    codes = {found.code for found in deck.problems if found.severity is Severity.ERROR}
    assert codes <= {"two-ids", "two-kinds", "unknown-kind"}
    assert len(deck.notes) == 1 or codes


@given(braces=st.from_regex(compiled("attributes"), fullmatch=True))
def test_braces_of_the_grammar_are_an_attribute_list(braces: str) -> None:
    prompt, attributes = split_heading(f"Prompt {braces}")
    assert prompt == "Prompt"
    assert attributes.ids or attributes.kinds or attributes.values


@given(gap=st.from_regex(compiled("deletion"), fullmatch=True))
def test_a_deletion_of_the_grammar_hides_something(gap: str) -> None:
    assume(gap.isprintable() and not set(gap) & set("`$\\<"))
    (note,) = deck_of(f"## Q {{.cloze}}\nA {gap} here.\n").notes
    (faces,) = expand(note).faces
    assert OPEN in faces.front
    assert gap not in faces.back


@pytest.mark.parametrize("text", ["## Q?\n```\nA.\n", "## Q?\n<!-- A.\n"])
def test_what_is_never_closed_is_not_of_the_grammar(text: str) -> None:
    assert not DECK.fullmatch(text)
    assert deck_of(text).problems


# --- the front matter ------------------------------------------------------------------


def accepts(schema: Mapping[str, Any], value: object) -> bool:
    """Validate by the few keywords that the schema uses."""
    if "enum" in schema:
        return value in schema["enum"]
    if "anyOf" in schema:
        return any(accepts(each, value) for each in schema["anyOf"])
    allowed = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if isinstance(value, list):
        return "array" in allowed and all(accepts(schema["items"], each) for each in value)
    if isinstance(value, dict):
        known = schema.get("properties", {})
        return "object" in allowed and all(
            key in known and accepts(known[key], each) for key, each in value.items()
        )
    kinds = {str: "string", bool: "boolean", int: "number", float: "number", type(None): "null"}
    return kinds[type(value)] in allowed


SCALARS = st.none() | st.booleans() | st.integers(0, 99) | st.sampled_from(["a word", "x", *ROUNDS])
VALUES = SCALARS | st.lists(SCALARS, max_size=2) | st.just({"a": 1}) | st.just([["x"]])


def test_the_schema_names_the_keys_and_rounds_of_the_program() -> None:
    assert tuple(SCHEMA["properties"]) == KEYS
    assert SCHEMA["properties"]["round"]["enum"] == [*ROUNDS, None]


@given(values=st.dictionaries(st.sampled_from([*KEYS, "tpoic"]), VALUES))
def test_the_schema_accepts_what_the_program_does(values: dict[str, object]) -> None:
    text = f"---\n{json.dumps(values)}\n---\n## Q?\nA.\n"
    codes = [found.code for found in deck_of(text).problems]
    assert accepts(SCHEMA, values) == (codes == []), codes
