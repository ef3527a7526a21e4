"""Every action can have other keys; what is wrong with them is said in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton

from flashcards.ui.keymap import Keymap, keymap
from flashcards.ui.review.summary_page import GUARD_MS
from flashcards.ui.settings.controls import KeyField
from flashcards.ui.shortcuts import use_keys
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
        ({"bury": "3"}, "3 for “bury” is the key of “Grade: the button 3” already."),
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
    assert screen.button(stage.page, "settings.toml:2").isVisible()


def test_the_settings_page_names_the_line_of_each(stage: Stage) -> None:
    opened(stage, 'fuzz = true\n\n[keys]\nundo = "Hyper+Z"\nbury = "F"\nburry = "B"\n')
    told = "\n".join(stage.texts())
    for words in ("Line 4: In [keys], “Hyper+Z”", "Line 5: In [keys], F for", "Line 6: In [keys]"):
        assert words in told


def test_a_file_that_went_away_has_no_lines(stage: Stage) -> None:
    opened(stage, '[keys]\nbury = "F"\n')
    (stage.data / "settings.toml").unlink()
    keymap().use({"bury": "F"})
    (problem,) = keymap().problems
    assert problem.place.line == 1


def tips(stage: Stage) -> str:
    """Read every tip, button and entry that there is in the window."""
    widgets = stage.shell.findChildren(QPushButton)
    entries = stage.shell.findChildren(QAction)
    return "\n".join(
        [f"{made.text()}: {made.toolTip()}" for made in widgets] + [each.text() for each in entries]
    )


def test_buttons_tips_and_menus_name_a_new_key_at_once(stage: Stage) -> None:
    stage.write_deck(deck_of(3))
    stage.open()
    stage.press("Return", "Space")
    before = tips(stage)
    for words in ("Flag the card\tF", "Start review  Enter", "Hint  H"):
        assert words in before
    use_keys({"flag": "Q", "start": "F4", "flip": "F6", "undo-last": "F7", "hint": "F9"})
    QTest.qWait(GUARD_MS)
    stage.press("F6")
    after = tips(stage)
    assert "Flag the card\tQ" in after
    assert "Start review  F4: Start (F4)" in after
    assert "Hint  F9: Show the hint (F9)" in after
    assert "Show answer  F6: Show the answer (F6)" in after
    assert stage.log() == ["reviewed 4"]


@pytest.mark.parametrize(("grades", "grade"), [("four", 4), ("six", 3), ("two", None)])
def test_grades_have_other_keys_too_and_their_buttons_name_them(
    stage: Stage, grades: str, grade: int | None
) -> None:
    chosen = f'grades = "{grades}"\n[keys]\ngrade-3 = "J"\nbury = "3"\n'
    (stage.data / "settings.toml").write_text(chosen, "utf-8")
    stage.write_deck(deck_of(3))
    stage.open()
    stage.press("Return", "Space")
    named = [made.text() for made in screen.buttons(stage.page) if "  J" in made.text()]
    assert len(named) == (grade is not None)
    stage.press("J", "3")
    assert stage.log() == [f"reviewed {grade}", "buried"][grade is None :]


def test_the_summary_is_left_by_its_new_key_and_by_escape_at_once(stage: Stage) -> None:
    stage.write_deck(deck_of(3))
    stage.open()
    stage.press("Return", "Space", "3", "Escape", "Escape")
    assert stage.where == "Today"
    use_keys({"done": "F4"})
    stage.press("Return", "Escape")
    QTest.qWait(GUARD_MS + 20)
    stage.press("Return")
    assert stage.where == "Summary"
    stage.press("F4")
    assert stage.where == "Review"
    stage.press("Escape", "Escape")
    assert stage.where == "Today"


def test_a_key_that_is_pressed_on_the_page_holds_at_once(stage: Stage) -> None:
    opened(stage)
    stage.press("Escape", "Return", "Escape")
    stage.press("Ctrl+,")
    stage.wait_for("Choose an action")
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
    stage.wait_for("Choose an action")
    field.setFocus()
    stage.press("Backspace")
    assert (field.text(), kept(stage)) == ("B", {"keys": {}})
