"""Every action can have other keys; what is wrong with them is said in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from flashcards.ui.keymap import Keymap
from flashcards.ui.settings.controls import KeyField
from tests.ui import screen
from tests.ui.settings.test_page import kept, opened
from tests.ui.stage import Stage, deck_of


def test_a_choice_replaces_an_actions_keys_and_no_others() -> None:
    keys = Keymap({"bury": "Ctrl+J", "undo": ["Ctrl+Z", "Q"]})
    assert keys.keys("bury") == ("Ctrl+J",)
    assert keys.keys("undo") == ("Ctrl+Z", "Q")
    assert keys.keys("flag") == ("F",)
    assert keys.problems == ()


def test_two_actions_may_change_their_keys_with_one_another() -> None:
    assert Keymap({"bury": "F", "flag": "B"}).problems == ()


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"burry": "B"}, "In [keys] there is no action “burry”. Did you mean “bury”?"),
        ({"bury": "Hyper+B"}, "In [keys], “Hyper+B” for “bury” is no key."),
        ({"bury": "F"}, "F for “bury” is the key of “Flag the card” already."),
        ({"bury": "f"}, "f for “bury” is the key of “Flag the card” already."),
        ({"bury": "Ctrl+Q"}, "Ctrl+Q for “bury” is the key of “Quit” already."),
        ({"quit": "D"}, "D for “quit” is the key of “Drill the weakest topic” already."),
        ({"bury": "3"}, "3 for “bury” is the key of “Grade” already."),
    ],
)
def test_what_is_wrong_keeps_the_usual_keys_and_is_said(chosen: dict[str, str], told: str) -> None:
    keys = Keymap(chosen)
    (problem,) = keys.problems
    assert told in f"{problem.message} {problem.hint}"
    assert (keys.keys("bury"), keys.keys("quit")) == (("B",), ("Ctrl+Q",))


def test_the_file_binds_keys_and_the_sheet_shows_them(stage: Stage) -> None:
    (stage.data / "settings.toml").write_text('[keys]\nbury = "Ctrl+J"\nflag = "Q"\n', "utf-8")
    stage.write_deck(deck_of(3))
    stage.open()
    stage.press("Return", "B", "Ctrl+J", "Q")
    assert stage.log() == ["buried", "flagged"]


def test_a_conflict_in_the_file_is_told_on_today(stage: Stage) -> None:
    (stage.data / "settings.toml").write_text('[keys]\nbury = "F"\n', "utf-8")
    stage.write_deck(deck_of(3))
    stage.open()
    stage.wait_for("F for “bury” is the key of “Flag the card” already.")


def test_a_key_that_is_pressed_on_the_page_holds_at_once(stage: Stage) -> None:
    opened(stage)
    stage.press("Escape", "Return", "Escape")
    stage.press("Ctrl+,")
    (box,) = [each for each in stage.page.findChildren(QComboBox) if each.findData("bury") >= 0]
    (field,) = stage.page.findChildren(KeyField)
    box.setCurrentIndex(box.findData("bury"))
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert field.text() == "B"
    stage.press("F")
    assert any("is the key of “Flag the card” already" in text for text in stage.texts())
    stage.press("Ctrl+J")
    assert field.text() == "Ctrl+J"
    assert kept(stage) == {"keys": {"bury": "Ctrl+J"}}
    stage.press("Tab")
    assert screen.focused() is not field
    stage.press("Escape", "Return", "B", "Ctrl+J")
    assert stage.log() == ["buried"]
    stage.press("Escape", "Escape", "Ctrl+,")
    field.setFocus()
    stage.press("Backspace")
    assert (field.text(), kept(stage)) == ("B", {"keys": {}})
