"""``flashcards my.md`` while a window is open: that window is told, and does what it can."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.stage import Stage, deck_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


def both(stage: Stage) -> None:
    """Write two decks of which only one has cards today."""
    (stage.data / "settings.toml").write_text("new_per_day = 20\n", "utf-8")
    stage.write_deck(deck_of(3), "a.md")
    stage.write_deck("## Second deck?\nYes.\n", "b.md")


def test_its_deck_is_reviewed_alone(stage: Stage) -> None:
    both(stage)
    program = stage.open()
    program.come_forward([str(stage.decks / "b.md")])
    assert (stage.where, stage.card) == ("Review", "Second deck?")
    stage.press("Space", "3")
    assert "Done with your choice" in stage.texts()
    program.come_forward([str(stage.decks / "b.md")])
    assert stage.notice == "No card of these is due or new today."


def test_its_deck_is_reviewed_as_soon_as_all_is_loaded(qtbot: QtBot, stage: Stage) -> None:
    both(stage)
    program = stage.raise_curtain()
    with qtbot.waitSignal(program.conductor.ready):
        program.come_forward([str(stage.decks / "b.md")])
    qtbot.waitUntil(lambda: stage.where == "Review")
    assert stage.card == "Second deck?"


def test_a_deck_of_another_place_is_told_how_to_open(stage: Stage) -> None:
    both(stage)
    stage.open().come_forward([str(stage.data / "my.md")])
    assert stage.notice == (
        "my.md is not among the decks of this window. To open it, quit (Ctrl+Q), "
        "then type the command again."
    )


def test_a_folder_of_several_decks_is_not_guessed_at(stage: Stage) -> None:
    both(stage)
    stage.open().come_forward([str(stage.decks)])
    assert (stage.where, stage.notice) == (
        "Today",
        "decks has 2 decks, which are open here: / chooses among them.",
    )
