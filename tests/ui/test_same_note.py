"""A doubtful note is settled on Today, by mouse or by keyboard, and the numbers follow."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import screen
from tests.ui.stage import Stage

BODY = "Its slope stays constant near zero, so it drives small weights to exactly zero.\n\n"
AFTER = f"## How does L1 act?\n{BODY}## How does L1 work?\n{BODY}"


@pytest.fixture
def asked(stage: Stage) -> Stage:
    """Review a note, and replace it by two that may be it."""
    stage.write_deck(f"## What does L1 do?\n{BODY}")
    stage.open()
    stage.press("Return", "Space", "3")
    stage.close()
    stage.write_deck(AFTER)
    stage.open()
    assert "1 problem in your decks" in stage.texts()
    assert stage.texts()[1] == "2 cards for today"
    return stage


def test_same_gives_the_note_its_history(qtbot: QtBot, asked: Stage) -> None:
    screen.button(asked.page, "Same note").click()
    qtbot.waitUntil(lambda: asked.texts()[1] == "1 card for today", timeout=8000)
    assert asked.log()[-1] == "merged"
    assert "1 problem in your decks" not in asked.texts()
    assert "goes on with its history (1 review). To take that back: " in asked.notice


def test_different_by_keyboard(qtbot: QtBot, asked: Stage) -> None:
    screen.button(asked.page, "Different").setFocus()
    asked.press("Return")
    qtbot.waitUntil(lambda: "1 problem in your decks" not in asked.texts(), timeout=8000)
    assert "distinguished" in asked.log()
