"""Decks of steps and stories in the whole window: what is read, marked, logged and undone."""

import json
import sqlite3

import pytest

from tests.ui import screen
from tests.ui.stage import Stage

STEPS = """## How does a PinSage convolution work? {#conv .steps source="a paper"}

> hint: its own vector comes late

1. A dense layer on each neighbour
2. Pooling by visit counts
3. Concatenation with the node
"""
STORY = """## Your biggest impact? {#impact .star values="Win or Learn"}
### Situation
A slow shop.
### Task
Make it quick.
### Action
I measured.
### Result
2 times as quick.
"""
PAPER = """## PinSage {#pinsage .paper venue=KDD year=2018 link=https://arxiv.org/abs/1806.01973}
### Problem
Three billion pins.
### Idea
Random walks.
### Results
It held.
"""


def begin(stage: Stage, deck: str) -> None:
    stage.write_deck(deck)
    stage.open()
    stage.press("Return")


def missed(stage: Stage) -> list[object]:
    """Read what the log keeps of each review beside its grade."""
    with sqlite3.connect(stage.data / "flashcards.sqlite") as connection:
        rows = connection.execute("SELECT data FROM events WHERE kind = 'reviewed'")
        found = [json.loads(data or "null") for (data,) in rows]
    connection.close()
    return found


def test_missed_steps_are_logged_and_undone_with_their_answer(stage: Stage) -> None:
    begin(stage, STEPS)
    assert stage.card == "How does a PinSage convolution work?"
    stage.press("H", "Space")
    for words in ("Knew it", "Missed it", "Knew it"):
        screen.button(stage.page, words).click()
    assert stage.card.replace("\u00a0", " ").split("\n")[1:] == [
        "Hint", "its own vector comes late",
        "Step 1   ✓ known", "A dense layer on each neighbour",
        "Step 2   ✗ missed", "Pooling by visit counts",
        "Step 3   ✓ known", "Concatenation with the node",
        "Source: a paper",
    ]  # fmt: skip
    stage.press("2")
    assert stage.log() == ["reviewed 3"]
    assert missed(stage) == [{"parts": 3, "missed": ["pooling-by-visit-counts"]}]
    stage.press("U")
    assert stage.card == "How does a PinSage convolution work?"
    stage.press("H", "A")
    assert "Hint" in stage.card
    stage.press("4")
    assert missed(stage)[1:] == [None]


def test_a_story_is_told_against_its_clock(stage: Stage) -> None:
    begin(stage, STORY)
    assert stage.card.split("\n")[1:] == ["Win or Learn", "Tell it aloud, in 2 minutes at most."]
    assert any(text.endswith("of 2:00") for text in stage.texts())
    stage.press("Space")
    assert stage.card.endswith("Situation\nA slow shop.")
    assert any("Section 1 of 4 · told in 0:0" in text for text in stage.texts())
    stage.press("A", "3")
    assert stage.log() == ["reviewed 4"]


def test_a_paper_shows_where_it_is_from_on_both_sides(stage: Stage) -> None:
    begin(stage, PAPER)
    prompt = "PinSage — what problem does it solve?\nKDD 2018 · arxiv.org"
    assert stage.card == prompt
    stage.press("Space")
    assert stage.card == f"{prompt}\nThree billion pins."


@pytest.mark.parametrize("keys", ["", "Space", "A", "Space A"])
def test_text_at_twice_its_size_leaves_every_button_in_sight(stage: Stage, keys: str) -> None:
    stage.write_deck(STEPS)
    program = stage.open()
    program.look.set_zoom(2.0)
    stage.press("Return", *keys.split())
    assert (stage.shell.width(), stage.shell.height()) == (1024, 700)
    for made in screen.buttons(stage.shell):
        corner = made.mapTo(stage.shell, made.rect().bottomRight())
        assert corner.x() < 1024, made.text()
        assert corner.y() < 700, made.text()
        assert made.width() >= made.fontMetrics().horizontalAdvance(made.text()), made.text()


@pytest.mark.parametrize("keys", ["", "Space"])
def test_tab_alone_reaches_every_button(stage: Stage, keys: str) -> None:
    begin(stage, STEPS)
    stage.press(*keys.split())
    there = screen.buttons(stage.shell)
    reached = screen.tab_round(stage.shell)
    assert [made.text() for made in there if made not in reached] == []
    assert all(screen.read_aloud(made) for made in reached)


def test_a_doubled_key_reveals_one_step(stage: Stage) -> None:
    begin(stage, STEPS)
    stage.press("Space", "Space", "Return")
    assert stage.card.endswith("Step 1\nA dense layer on each neighbour")
