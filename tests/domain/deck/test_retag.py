"""Tags are written into a note's heading, and nothing else of the deck is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.deck.parse import Deck, parse
from flashcards.domain.deck.retag import TAG, retagged
from flashcards.domain.ids import DeckId


def read(text: str) -> Deck:
    tags = {"tags": ["core"]} if text.startswith("---") else None
    return parse(text, DeckId("d"), "d.md", lambda _: tags)


def changed(heading: str, *, add: str = "", drop: str = "") -> str:
    text = f"{heading}\nAnswer.\n\n## Next\nMore.\n"
    after = retagged(text, read(text).notes[0], add.split(), drop.split())
    assert after.endswith("\nAnswer.\n\n## Next\nMore.\n")
    return after.partition("\n")[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## Why?", "## Why? {tags=new}"),
        ("## Why? ##", "## Why? {tags=new} ##"),
        ("## Why? {#why}", "## Why? {#why tags=new}"),
        ("## Why? {#why .cloze source=arXiv}", "## Why? {#why .cloze source=arXiv tags=new}"),
        ("## Why? {: #why }", "## Why? {: #why tags=new}"),
        ("## Why? {tags=old}", '## Why? {tags="old new"}'),
        ("## Why? {#a tags='b,c' .reversed}", '## Why? {#a .reversed tags="b c new"}'),
        ("## Why? {tags=NEW}", "## Why? {tags=NEW}"),
        ("## In {braces}", "## In {braces} {tags=new}"),
    ],
)  # fmt: skip
def test_a_tag_is_added(before: str, after: str) -> None:
    assert changed(before, add="new") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## Why? {tags=old}", "## Why?"),
        ("## Why? {#why tags=OLD}", "## Why? {#why}"),
        ('## Why? {tags="old new" #why}', "## Why? {#why tags=new}"),
        ("## Why? {#why}", "## Why? {#why}"),
    ],
)
def test_a_tag_is_taken_away(before: str, after: str) -> None:
    assert changed(before, drop="old") == after


def test_a_tag_of_the_whole_deck_is_neither_doubled_nor_taken() -> None:
    text = "---\ntags: [core]\n---\n## Why?\nSo.\n"
    (note,) = read(text).notes
    assert retagged(text, note, ["Core"], []) == text
    assert retagged(text, note, [], ["core"]) == text


words = st.from_regex(TAG, fullmatch=True)


@given(st.sampled_from(("", " {#why}", " {#why .reversed tags=a}", " {tags='a b'}")), words)
def test_what_is_added_is_read_back_and_can_be_taken_away(braces: str, tag: str) -> None:
    text = f"## Why?{braces}\r\nSo.\r\n"
    (before,) = read(text).notes
    tagged = retagged(text, before, [tag], [])
    (after,) = read(tagged).notes
    assert tag.casefold() in {each.casefold() for each in after.tags}
    assert (after.prompt, after.explicit_id, after.kind) == (
        "Why?",
        before.explicit_id,
        before.kind,
    )
    (again,) = read(retagged(tagged, after, [], [tag])).notes
    assert tag.casefold() not in {each.casefold() for each in again.tags}
