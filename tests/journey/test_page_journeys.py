"""One journey a page, with real keys: what they do is read from the disk."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.journey.person import Person

pytestmark = pytest.mark.journey

STEPS = """## How does a convolution work? {#conv .steps}

> hint: its own vector comes late

1. A dense layer on each neighbour
2. Pooling by visit counts
3. Concatenation with the node

## Question {#after}
Answer.
"""
WORDS = "".join(f"## Question {name} {{#{name}}}\nAnswer.\n\n" for name in "abcdef")


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "steps.md").write_text(STEPS, "utf-8")
    (folder / "words.md").write_text(WORDS, "utf-8")
    return folder


def marks(person: Person) -> object:
    """Read how the last answer was marked."""
    path = f"file:{person.data / 'flashcards.sqlite'}?mode=ro"
    last = "SELECT data FROM events WHERE kind = 'reviewed' ORDER BY position DESC"
    with closing(sqlite3.connect(path, uri=True)) as connection:
        return json.loads(connection.execute(last).fetchone()[0])


def test_on_today_a_search_is_typed_and_its_cards_alone_are_asked(
    person: Person, decks: Path
) -> None:
    person.start(decks)
    person.type("slash", *"question", "space", *"d")
    person.begin()
    person.answer(1)
    assert person.log() == [("reviewed", "d")]
    assert person.quit() == 0


def test_in_a_review_steps_are_marked_and_a_wrong_mark_is_taken_back(
    person: Person, decks: Path
) -> None:
    person.start(decks / "steps.md")
    person.begin()
    for key in ("h", "space", "m", "u", "space", "m", "space"):
        person.type(key)
        person.pause()
    person.type("space")
    person.until("an answer in the log", lambda: person.log() == [("reviewed", "conv")])
    assert marks(person) == {"parts": 3, "missed": ["pooling-by-visit-counts"]}
    person.type("f", "u", "u", "ctrl+y")
    kinds = ["reviewed", "flagged", "undone", "undone", "undone"]
    person.until("undo and redo in the log", lambda: [kind for kind, _ in person.log()] == kinds)
    assert person.quit() == 0


def test_from_the_summary_the_last_answer_is_taken_back_and_today_is_reached(
    person: Person, decks: Path
) -> None:
    person.start(decks / "words.md")
    person.begin()
    person.answer(2)
    person.type("Escape", "u")
    person.until("the undo in the log", lambda: person.events() == 3)
    person.answer(1)
    person.type("Escape", "Escape")
    person.begin()
    person.answer(1)
    assert [card for kind, card in person.log() if kind == "reviewed"] == ["a", "b", "b", "c"]
    assert person.quit() == 0


def test_dialogs_open_and_close_by_keys_and_choose_a_day(person: Person, decks: Path) -> None:
    person.start(decks / "words.md")
    person.type("question")
    person.close("Keys", "Escape")
    person.begin()
    person.type("i")
    person.close("Card", "Escape")
    person.type("ctrl+shift+d")
    person.close("Choose a day", "Up", "Return")
    person.until("the day in the log", lambda: person.log() == [("due", "a")])
    assert person.quit() == 0


def test_progress_is_opened_searched_and_left_and_a_picture_is_saved(
    person: Person, decks: Path, tmp_path: Path
) -> None:
    person.start(decks / "words.md")
    person.begin()
    person.answer(2)
    person.type("Escape", "Escape", "g", "Tab", "Tab", *"topic", "colon", *"words")
    person.linger()
    person.type(*["Tab"] * _TO_THE_FORECAST, "space")
    person.close("Save .*", "ctrl+a", *_typed(tmp_path / "picture.svg"), "Return")
    person.until("the picture", (tmp_path / "picture.svg").exists)
    assert "<title>Due in the next 30 days</title>" in (tmp_path / "picture.svg").read_text("utf-8")
    person.type("Escape")
    person.begin()
    person.answer(1)
    assert [card for _, card in person.log()] == ["a", "b", "c"]
    assert person.quit() == 0


_TO_THE_FORECAST = 10
"""Today's button, two buttons each of three pictures that are empty yet, the third of this one."""


def _typed(file: Path) -> list[str]:
    """Write a path as keys."""
    names = {"/": "slash", ".": "period", "-": "minus", "_": "underscore"}
    return [names.get(letter, letter) for letter in str(file)]


def test_a_second_start_with_a_deck_reviews_it_in_the_first_window(
    person: Person, decks: Path
) -> None:
    person.start(decks)
    sentence = (
        "Flashcards is already open on this data folder; its window was asked for words.md.\n"
    )
    assert person.start_another(decks / "words.md") == (sentence, 0)
    person.question()
    person.answer(2)
    assert person.log() == [("reviewed", "a"), ("reviewed", "b")]
    assert person.quit() == 0


def test_after_a_crash_the_same_choice_goes_on_at_the_same_card(
    person: Person, decks: Path
) -> None:
    person.start(decks)
    person.type("slash", *"question")
    person.begin()
    person.answer(3)
    person.type("u")
    person.until("the undo in the log", lambda: person.events() == 4)
    undone = person.log()[-1][1]
    person.until("the place", lambda: undone in person.place())
    assert person.kill() == -9
    person.go_on(decks)
    person.answer(1)
    assert person.log()[-1] == ("reviewed", undone)
    person.until("the choice in the new place", lambda: "question" in person.place())
    assert person.quit() == 0
    assert person.place() == ""


def test_among_all_cards_some_are_found_suspended_and_taken_back_at_once(
    person: Person, decks: Path
) -> None:
    person.start(decks)
    person.begin()
    person.answer(1)
    person.type("Escape", "Escape")
    person.linger()
    person.type("b")
    person.linger()
    person.type(*"question", "space", *"is", "colon", *"new")
    person.linger()
    person.type("Return", "ctrl+a", "s")
    person.until("all suspended", lambda: len(person.log()) > 6)
    kinds = [kind for kind, _ in person.log()[1:]]
    assert kinds == ["suspended"] * len(kinds)
    person.type("u")
    person.until("all taken back", lambda: len(person.log()) == 1 + 2 * len(kinds))
    assert person.quit() == 0
    assert person.command("--decks", str(decks), "cards", "is:suspended", "--json") == []
