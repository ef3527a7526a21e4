"""Faults while the window is open: told in words, and nothing is lost."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from pytestqt.qtbot import QtBot

from flashcards.domain.errors import FlashcardsError
from flashcards.services.session import Session
from flashcards.store import database
from flashcards.ui.sitting import NEXT_ONE
from tests.ui import screen
from tests.ui.stage import Stage, deck_of

NAMED = "".join(f"## Question {n} {{#c{n}}}\nAnswer {n}\n\n" for n in range(1, 4))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait a moment only for another program's lock, not the usual seconds."""
    monkeypatch.setattr(database.open_database, "__kwdefaults__", {"lock_wait_s": 0.05})


@pytest.fixture
def reviewing(stage: Stage, impatient: None) -> Stage:
    """Stand before the second card."""
    stage.write_deck(NAMED)
    stage.open()
    stage.press("Return", "Space", "3")
    return stage


@pytest.fixture
def writer(reviewing: Stage) -> Iterator[sqlite3.Connection]:
    """Open another connection to the same database."""
    path = reviewing.data / "flashcards.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        yield other


def test_an_answer_that_cannot_be_saved_keeps_its_card(
    reviewing: Stage, writer: sqlite3.Connection
) -> None:
    writer.execute("BEGIN IMMEDIATE")
    reviewing.press("Space", "3")
    assert reviewing.notice.startswith("Another program is writing to")
    assert reviewing.card == "Question 2\nAnswer 2"
    writer.execute("ROLLBACK")
    reviewing.press("3")
    assert (reviewing.card, reviewing.log()) == ("Question 3", ["reviewed 4", "reviewed 4"])


@pytest.mark.parametrize("key", ["U", "B", "S", "F"])
def test_nothing_else_is_claimed_either(
    reviewing: Stage, writer: sqlite3.Connection, key: str
) -> None:
    writer.execute("BEGIN IMMEDIATE")
    reviewing.press(key)
    assert reviewing.notice.startswith("Another program is writing to")
    assert (reviewing.card, reviewing.log()) == ("Question 2", ["reviewed 4"])
    writer.execute("ROLLBACK")


class AwayError(FlashcardsError):
    """A network drive that is away."""


@pytest.mark.parametrize("key", ["3", "B", "S", "F", "U"])
def test_a_key_meant_for_one_card_is_not_taken_for_the_next_that_could_not_be_read(
    reviewing: Stage, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    def fail(*_: object) -> None:
        raise AwayError("The drive is away.")

    with monkeypatch.context() as patched:
        patched.setattr(Session, "view", fail)
        reviewing.press("Space", "3")
        assert (reviewing.notice, reviewing.card) == ("The drive is away.", "Question 2\nAnswer 2")
        reviewing.press(key)
        assert (reviewing.notice, reviewing.card) == ("The drive is away.", "Question 2\nAnswer 2")
    reviewing.press(key)
    assert reviewing.notice == NEXT_ONE
    assert reviewing.card == "Question 3"
    assert reviewing.log() == ["reviewed 4", "reviewed 4"]
    reviewing.press("Space", "3")
    assert reviewing.histories() == {"c1": 1, "c2": 1, "c3": 1}


def test_the_last_card_of_all_leads_to_the_summary_once_it_can_be_read(
    reviewing: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    reviewing.press("Space", "3")
    with monkeypatch.context() as patched:
        patched.setattr(Session, "view", lambda _: (_ for _ in ()).throw(AwayError("Away.")))
        reviewing.press("Space", "3")
    reviewing.press("3")
    assert (reviewing.where, reviewing.log()) == ("Summary", ["reviewed 4"] * 3)


def test_reading_the_decks_again_tells_a_fault_over_the_card(
    qtbot: QtBot, reviewing: Stage, writer: sqlite3.Connection
) -> None:
    reviewing.write_deck(NAMED.replace("Question 1", "Question one"))
    writer.execute("BEGIN IMMEDIATE")
    reviewing.press("Ctrl+R")
    qtbot.waitUntil(lambda: reviewing.notice.startswith("Another program is writing to"))
    writer.execute("ROLLBACK")
    assert (reviewing.where, reviewing.card) == ("Review", "Question 2")


def test_a_database_that_is_no_database_can_be_tried_again(qtbot: QtBot, stage: Stage) -> None:
    file = stage.data / "flashcards.sqlite"
    file.write_text("nonsense" * 1_000, "utf-8")
    stage.write_deck(deck_of(3))
    stage.raise_curtain()
    qtbot.waitUntil(lambda: "Your data could not be opened" in stage.texts())
    assert f"{file} is not a Flashcards database" in stage.texts()[1]
    file.unlink()
    screen.button(stage.page, "Try again").click()
    qtbot.waitUntil(lambda: "3 cards for today" in stage.texts())


def test_a_database_broken_while_the_window_is_open_lets_it_close(reviewing: Stage) -> None:
    for file in reviewing.data.glob("flashcards.sqlite*"):
        file.write_bytes(b"nonsense" * 4_096)
    reviewing.press("Escape")
    assert reviewing.where == "Today"
    said = reviewing.notice  # which of them depends on what SQLite has read of it already
    assert "it is damaged" in said or "could not be used: disk I/O error" in said
    reviewing.press("Ctrl+Q")
    assert reviewing.shell.isHidden()


def test_a_change_that_a_crash_broke_off_is_finished_and_told(stage: Stage) -> None:
    stage.write_deck("## Old {#old}\nx\n")
    deck, new = stage.decks / "deck.md", "## New {#new}\nx\n"
    kept = [{"file": str(deck), "before": deck.read_text("utf-8"), "after": new}]
    (stage.data / "half-done.json").write_text(json.dumps(kept), "utf-8")
    stage.open()
    assert stage.notice.startswith("A change to your decks that was broken off is finished now: 1")
    assert deck.read_text("utf-8") == new


def test_a_setting_that_cannot_be_used_is_told(stage: Stage) -> None:
    (stage.data / "settings.toml").write_text('theme = "drak"\n', "utf-8")
    stage.open()
    assert "Warning: The setting “theme” cannot be “drak”." in stage.texts()


def test_a_theme_that_cannot_be_kept_is_told(stage: Stage) -> None:
    stage.open()
    (stage.data / "settings.toml").mkdir()
    stage.press("Ctrl+T")
    assert "settings.toml" in stage.notice
