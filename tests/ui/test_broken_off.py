"""A window that was killed in mid-review: the next one goes on at its card."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from flashcards.ui.sitting import BROKE_OFF
from tests.ui.stage import Stage, deck_of


def place(stage: Stage) -> Path:
    return stage.data / "review.json"


def killed(qtbot: QtBot, stage: Stage, *keys: str) -> None:
    """Review a while, and leave the data folder as a crash does."""
    stage.write_deck(deck_of(5))
    stage.open()
    stage.press(*keys)
    qtbot.waitUntil(place(stage).exists)
    left = place(stage).read_text("utf-8")
    stage.close()
    assert not place(stage).exists()
    place(stage).write_text(left, "utf-8")


def test_the_same_card_is_asked_again_and_the_place_is_kept_anew(
    qtbot: QtBot, stage: Stage
) -> None:
    killed(qtbot, stage, "Return", "Space", "3", "Space", "3", "U", "Space")
    stage.open()
    assert (stage.where, stage.card, stage.notice) == ("Review", "Question 2", BROKE_OFF)
    qtbot.waitUntil(place(stage).exists)
    stage.press("Escape", "Escape")
    assert stage.where == "Today"
    qtbot.waitUntil(lambda: not place(stage).exists())


def test_a_choice_is_kept_and_its_end_is_its_own(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(deck_of(5))
    killed(qtbot, stage, "/", *'"answer', "Space", *'4"', "Return")
    stage.open()
    assert stage.card == "Question 4"
    stage.press("Space", "3")
    assert "Done with your choice" in stage.texts()


@pytest.mark.parametrize(("old", "new"), [('"day": ', '"day": 1'), ("decks", "x"), ("{", "")])
def test_another_day_other_decks_or_nonsense_open_today(
    qtbot: QtBot, stage: Stage, old: str, new: str
) -> None:
    killed(qtbot, stage, "Return")
    place(stage).write_text(place(stage).read_text("utf-8").replace(old, new, 1), "utf-8")
    stage.open()
    assert (stage.where, place(stage).exists()) == ("Today", False)
