"""Stamping inserts ids and changes not a character else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.deck.parse import Deck, parse
from flashcards.domain.deck.stamp import insertions, readable_id, stamped
from flashcards.domain.ids import DeckId


def read(text: str) -> Deck:
    return parse(text, DeckId("deck"), "deck.md", lambda _: None)


def stamp(text: str, *taken: str) -> str:
    return stamped(text, insertions(text, read(text).notes, taken))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## Dead ReLU\nyes\n", "## Dead ReLU {#dead-relu}\nyes\n"),
        ("## Dead ReLU  \nyes", "## Dead ReLU {#dead-relu}  \nyes"),
        ("## Dead ReLU ##\nyes\n", "## Dead ReLU {#dead-relu} ##\nyes\n"),
        ("  ##\tTabs\r\nyes\r\n", "  ##\tTabs {#tabs}\r\nyes\r\n"),
        ("## Gaps {.cloze}\n{{a}}\n", "## Gaps {#gaps .cloze}\n{{a}}\n"),
        ("## Gaps {: topic=x }\na\n", "## Gaps {: #gaps topic=x }\na\n"),
        ("## The set {x | x}\na\n", "## The set {x | x} {#set-x-x}\na\n"),
        ("## Empty braces {}\na\n", "## Empty braces {} {#empty-braces}\na\n"),
        ("## Has one {#one}\na\n", "## Has one {#one}\na\n"),
    ],
)
def test_an_id_goes_where_the_heading_has_room(before: str, after: str) -> None:
    assert stamp(before) == after


def test_no_id_is_used_twice() -> None:
    text = "## Same\na\n\n## same\nb\n\n## Other {#same-2}\nc\n"
    assert stamp(text, "same") == text.replace("Same", "Same {#same-3}").replace(
        "## same", "## same {#same-4}"
    )


@pytest.mark.parametrize(
    ("prompt", "name"),
    [
        ("Why does a ReLU unit die?", "relu-unit-die"),
        ("What is it?", "what-is-it"),
        ("$\\lambda$ and $w$", "lambda-w"),
        ("Größe", "grösse"),
        ("One two three four five six seven", "one-two-three-four-five-six"),
    ],
)
def test_an_id_is_made_of_the_words_that_tell(prompt: str, name: str) -> None:
    assert readable_id(prompt) == name


LINES = st.lists(
    st.sampled_from(["## a", "## b {.cloze}", "##  c ##", "{{x}}", "text", "", "```", "# s", "> q"])
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_stamping_twice_is_stamping_once_and_takes_nothing_away(lines: list[str], end: str) -> None:
    text = end.join(lines)
    once = stamp(text)
    assert stamp(once) == once
    notes = read(once).notes
    assert len({note.explicit_id for note in notes}) == len(notes)
    assert [(note.prompt, note.body) for note in notes] == [
        (note.prompt, note.body) for note in read(text).notes
    ]
