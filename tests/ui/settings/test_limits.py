"""Limits of decks and topics on the Settings page: added, changed, taken away, in force at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from tests.ui import screen
from tests.ui.settings.test_page import control, kept, on, opened
from tests.ui.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing")

NAMES = ("New cards a day", "Due cards a day", "Remove the limit")
ADD = "Add a limit of a deck or a topic"


def add(stage: Stage, typed: str) -> None:
    """Have a name in the field, and press Enter."""
    field = on(stage, ADD)
    assert isinstance(field, QLineEdit)
    field.setText(typed)
    stage.press("Return")


def test_a_limit_is_added_by_a_name_and_holds_on_today(qtbot: QtBot, stage: Stage) -> None:
    opened(stage)
    add(stage, "deck:deck")
    assert kept(stage) == {"limits": {"deck:deck": {"new": 5}}}
    assert screen.focused().accessibleName() == "New cards a day of deck:deck"
    QTest.keyClicks(screen.focused(), "3")
    stage.press("Tab")
    assert kept(stage) == {"limits": {"deck:deck": {"new": 3}}}
    stage.press("Escape")
    qtbot.waitUntil(lambda: "3" in stage.texts())


def test_tab_goes_through_the_lines_and_then_to_the_field(stage: Stage) -> None:
    opened(stage, '[limits]\n"deck:deck" = { new = 7 }\n')
    add(stage, "topic:deck")
    on(stage, "New cards a day of deck:deck")
    told = []
    for _ in range(6):
        stage.press("Tab")
        told.append(screen.read_aloud(screen.focused()).partition(",")[0])
    lines = [f"{name} of {of}" for of in ("deck:deck", "topic:deck") for name in NAMES]
    assert told == [*lines[1:], ADD]


def test_a_few_letters_offer_what_there_is(qtbot: QtBot, stage: Stage) -> None:
    opened(stage)
    field = on(stage, ADD)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "dec")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    offered = QApplication.activePopupWidget()
    assert offered
    assert field.completer().completionCount() == 2
    QTest.keyClick(offered, Qt.Key.Key_Down)
    QTest.keyClick(offered, Qt.Key.Key_Return)
    assert kept(stage) == {"limits": {"deck:deck": {"new": 5}}}
    qtbot.waitUntil(lambda: field.text() == "")


def test_what_there_is_not_gets_did_you_mean(stage: Stage) -> None:
    opened(stage)
    add(stage, "deck:dekc")
    told = "No deck or topic is called “deck:dekc”. Did you mean “deck:deck”?"
    assert told in stage.texts()
    assert not (stage.data / "settings.toml").exists()


def test_nothing_typed_adds_nothing_and_what_is_there_is_only_gone_to(stage: Stage) -> None:
    opened(stage, '[limits]\n"deck:deck" = { new = 7 }\n')
    add(stage, "")
    add(stage, "deck:deck")
    assert screen.focused().accessibleName() == "New cards a day of deck:deck"
    assert kept(stage) == {"limits": {"deck:deck": {"new": 7}}}


def test_both_numbers_can_be_chosen_and_none_is_as_the_day(stage: Stage) -> None:
    opened(stage, '[limits] # mine\n"deck:deck" = { new = 1 } # few\n')
    due = on(stage, "Due cards a day of deck:deck")
    assert isinstance(due, QSpinBox)
    assert due.text() == "due: as the day"
    stage.press("Up", "Up", "Tab")
    on(stage, "New cards a day of deck:deck")
    stage.press("Down", "Down", "Tab")
    assert kept(stage) == {"limits": {"deck:deck": {"reviews": 1}}}
    text = (stage.data / "settings.toml").read_text("utf-8")
    assert text == '[limits] # mine\n"deck:deck" = { reviews = 1 } # few\n'


def test_a_limit_is_taken_away_and_the_others_stay(stage: Stage) -> None:
    opened(stage, '[limits]\n"deck:deck" = { new = 1 }\n"topic:deck" = { new = 2 }\n')
    control(stage, "Remove the limit of deck:deck").setFocus()
    stage.press("Space")
    assert kept(stage) == {"limits": {"topic:deck": {"new": 2}}}
    control(stage, "Remove the limit of topic:deck").setFocus()
    stage.press("Space")
    assert kept(stage) == {"limits": {}}
    assert screen.focused().accessibleName() == ADD


def test_a_limit_of_nothing_is_told_with_its_line(stage: Stage) -> None:
    opened(stage, '[limits]\n"deck:dekc" = { new = 1 }\n"deck:deck" = { new = -1 }\n')
    wrong, idle = next(text for text in stage.texts() if text.startswith("Line 3")).split("\n")
    assert wrong.startswith("Line 3: “deck:deck” in the table “limits” cannot be “{ new = -1 }”.")
    assert idle.startswith("Line 2: No card here is of “deck:dekc”, so this limit changes")
