"""Decks that came along are brought up to date where they were copied, and changed ones kept."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from flashcards.services.desk import Options
from flashcards.store.deck_home import MEMORY
from flashcards.store.paths import shipped
from flashcards.ui.today.home import HomeRow
from tests.ui import screen
from tests.ui.stage import MONDAY, Stage


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a new person an empty home."""
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path / "Flashcards"


def first_run(stage: Stage) -> HomeRow:
    """Start as a new person does: without naming a deck."""
    stage.options = Options((), str(stage.data), MONDAY)
    stage.open()
    return stage.page.findChildren(HomeRow)[0]


def settle_by_keys(qtbot: QtBot, stage: Stage, home: Path) -> None:
    """Tab to the folder that is offered, and take it."""
    row = first_run(stage)
    while not row.isAncestorOf(screen.focused()):
        stage.press("Tab")
    offered = screen.focused()
    assert isinstance(offered, QPushButton)
    assert offered.text() == "Keep them in ~/Flashcards"
    stage.press("Return")
    qtbot.waitUntil(lambda: "Your decks live in" in stage.notice)
    assert (home / MEMORY).exists()


def earlier(home: Path, deck: Path, text: str) -> None:
    """Make a deck what an earlier version shipped, which nobody has changed since."""
    known = json.loads((home / MEMORY).read_text("utf-8"))
    other = next(iter(known))
    stand_in = home / other
    content = stand_in.read_bytes()
    deck.write_bytes(content)
    known[deck.relative_to(home).as_posix()] = known[other]
    (home / MEMORY).write_text(json.dumps(known), "utf-8")
    assert text not in deck.read_text("utf-8")


def test_the_first_run_is_settled_by_the_keyboard_alone(
    qtbot: QtBot, stage: Stage, home: Path
) -> None:
    settle_by_keys(qtbot, stage, home)
    copied = {path.relative_to(home) for path in home.rglob("*.md")}
    assert copied == {path.relative_to(shipped("decks")) for path in shipped("decks").rglob("*.md")}


def test_it_says_what_a_later_version_does(stage: Stage) -> None:
    row = first_run(stage)
    (said,) = [text for text in screen.texts(row) if "later version" in text]
    assert said.endswith(
        "What you change or take away there stays so; the rest follows a later version when you"
        " say so on the Decks page."
    )


def test_what_nobody_changed_follows_a_later_version_and_the_rest_stays(
    qtbot: QtBot, stage: Stage, home: Path
) -> None:
    settle_by_keys(qtbot, stage, home)
    decks = sorted(home.rglob("*.md"))
    mine, gone, old = decks[2], decks[3], decks[4]
    mine.write_text("## Mine?\nYes.\n", "utf-8")
    gone.unlink()
    now = old.read_text("utf-8")
    earlier(home, old, now)
    stage.press("Ctrl+D")
    qtbot.waitUntil(lambda: stage.where == "Decks")
    stage.press("Ctrl+U")
    qtbot.waitUntil(lambda: "The decks that came with Flashcards" in stage.notice)
    assert "1 file brought up to date, 2 files of yours left alone" in stage.notice
    assert (old.read_text("utf-8"), gone.exists()) == (now, False)
    assert mine.read_text("utf-8") == "## Mine?\nYes.\n"
    stage.press("Ctrl+Z")
    assert stage.notice == "There is nothing to undo."


def test_decks_that_were_named_are_nobodys_copy(stage: Stage) -> None:
    stage.write_deck("## Q?\nA.\n")
    stage.open()
    stage.press("Ctrl+D", "Ctrl+U")
    assert stage.notice == "Your decks were not copied from those that came with Flashcards."


def test_without_an_answer_the_first_frame_comes_as_soon(qtbot: QtBot, stage: Stage) -> None:
    """The question is asked once the decks are read: nothing of it is looked at before."""
    stage.options = Options((), str(stage.data), MONDAY)
    program = stage.raise_curtain()
    (row,) = program.conductor.today.findChildren(HomeRow)
    assert not row.isVisible()
    with qtbot.waitSignal(program.conductor.ready, timeout=20_000):
        pass
    qtbot.waitUntil(row.isVisible)
