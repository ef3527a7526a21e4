"""A deck is renamed in the window, and its limit and the searches of it go along, and back."""

import tomllib
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.shelves.test_decks_page import Keeper, typed
from tests.ui.stage import Stage

TOLD = "Limits, weights and saved searches that named it do so still."
SETTINGS = '[limits]\n"deck:ml/norms" = { new = 0 }\n[searches]\nhard = "deck:ml/norms lapses>3"\n'


def kept(stage: Stage) -> dict[str, Any]:
    """Read the file of the settings."""
    return tomllib.loads((stage.data / "settings.toml").read_text("utf-8"))


def test_a_limit_holds_on_under_the_decks_new_name_and_undo_names_the_old_one(
    qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(stage.data / "share"))
    (stage.data / "settings.toml").write_text(SETTINGS, "utf-8")
    keeper, before = Keeper(qtbot, stage), kept(stage)
    keeper.choose("ml")
    keeper.asked("F2", typed("maths"))
    keeper.told(f"ml is maths now. Ctrl+Z takes it back. {TOLD}")
    assert kept(stage) == {
        "limits": {"deck:maths/norms": {"new": 0}},
        "searches": {"hard": "deck:maths/norms lapses>3"},
    }
    program = stage.program
    assert program is not None
    stage.press("Escape")
    qtbot.waitUntil(program.conductor.today.isVisible)
    stage.press("Ctrl+D")
    stage.press("Ctrl+Z")
    keeper.told(f"Taken back: ml is maths now. {TOLD}")
    assert kept(stage) == before
