"""A text is proofread while it is written, and its notes' cards are made."""

from pathlib import Path

import pytest

from flashcards.services.proofreading import Length, Proofreader, length_of
from flashcards.store.deck_files import DeckFiles, read_yaml

STORY = "## A {.star minutes=1}\n### Situation\none two three\n### Action\nI measured 3 things.\n"


@pytest.fixture
def reader(tmp_path: Path) -> Proofreader:
    file = tmp_path / "deck.md"
    return Proofreader(str(file), "deck", DeckFiles([tmp_path]), read_yaml)


def test_problems_are_those_of_a_check_and_ids_that_stand_elsewhere(reader: Proofreader) -> None:
    text = "---\ntitel: x\n---\n## One {#a}\n![](none.png) $\\frac{1$\n\n## Two {#b}\n\n##No\n"
    proof = reader.proof(text, {"a": "other.md"})
    assert [(each.place.line, each.code) for each in proof.problems] == [
        (2, "unknown-key"),
        (4, "duplicate-id"),
        (5, "missing-image"),
        (5, "bad-math"),
        (9, "heading-without-space"),
    ]
    assert "other.md" in proof.problems[1].message
    assert [(note.line, note.prompt, note.name) for note in proof.notes] == [
        (4, "One", "a"),
        (7, "Two", "b"),
    ]


def test_the_cards_of_a_note_are_as_they_will_be_asked(reader: Proofreader) -> None:
    cards = reader.cards("## Net {.cloze}\n{{L1}} and {{L2}}\n\n## Another\nx\n")
    assert [(card.id, card.prompt) for card in cards] == [("l1", "Net — […]"), ("l2", "Net — […]")]
    assert reader.cards("# A section\n") == []


def test_words_are_counted_and_a_story_has_its_minutes(reader: Proofreader) -> None:
    (card,) = reader.cards(STORY)
    length = length_of(card, STORY)
    assert (length.words, round(length.told, 2), length.has) == (7, 0.05, 1)
    note = "---\ntitle: Not counted\n---\n## One two {#a .b}\nthree\n"
    assert length_of(None, note) == Length(3)
    assert length_of(None, "---\ntitle: Not counted\n---\n# A section\n") == Length(0)


def test_only_what_is_said_is_counted() -> None:
    note = (
        '## What is it? {#a .cloze source="a long book"}\n{{c1::It::hint}} is [here](a/b.md)[^1]\n'
    )
    assert length_of(None, note) == Length(7)
    code = (
        "## A [link](https://example.org/a) {#b}\n- $\\frac{1}{n}$ of it\n\n```python\nx = 1\n```\n"
    )
    assert length_of(None, code) == Length(7)


def test_a_note_that_is_left_out_is_in_the_outline_without_a_name(reader: Proofreader) -> None:
    text = "# S\n## One {.clozze}\nx\n## Two {#two}\ny\n##\nz\n## Three {#a #b}\nx\n"
    notes = reader.proof(text, {}).notes
    assert [(n.line, n.prompt, n.kind, n.section, n.name) for n in notes] == [
        (2, "One", "", "S", ""),
        (4, "Two", "basic", "S", "two"),
        (8, "Three", "", "S", ""),
    ]
    assert text[notes[0].start : notes[0].end] == "## One {.clozze}\nx\n"
