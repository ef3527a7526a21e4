"""A control for each kind of value: what is typed into it, and what it hands on."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox
from pytestqt.qtbot import QtBot

from flashcards.domain.choices import CHOICES, Choice
from flashcards.ui.settings.control import Control
from flashcards.ui.settings.controls import PAUSE_MS, KeyField, control_for, told
from tests.ui import screen


def choice(name: str) -> Choice:
    return next(each for each in CHOICES if each.name == name)


def shown(qtbot: QtBot, name: str, value: object) -> tuple[Control, list[Any], list[str]]:
    """Put a setting's control on the screen; give it, what it hands on, what it doubts."""
    made = control_for(choice(name))
    qtbot.addWidget(made.widget)
    made.show(value)
    screen.show(qtbot, made.widget)
    chosen, doubts = list[Any](), list[str]()
    made.chosen.connect(chosen.append)
    made.doubted.connect(doubts.append)
    made.widget.setFocus()
    return made, chosen, doubts


@pytest.mark.parametrize("setting", CHOICES, ids=lambda each: each.name)
def test_every_setting_has_a_control_that_shows_its_default_and_hands_nothing_on(
    qtbot: QtBot, setting: Choice
) -> None:
    made, chosen, _ = shown(qtbot, setting.name, setting.default)
    made.take()
    assert chosen == []
    assert told(setting, setting.default)


def test_showing_a_value_is_no_choice(qtbot: QtBot) -> None:
    for name, value in (("fuzz", True), ("new_per_day", 3), ("theme", "dark"), ("editor", "ed")):
        made, chosen, _ = shown(qtbot, name, value)
        made.take()
        assert chosen == []


def test_arrows_are_one_choice_when_they_pause(qtbot: QtBot) -> None:
    made, chosen, _ = shown(qtbot, "new_per_day", 20)
    for _ in range(3):
        QTest.keyClick(made.widget, Qt.Key.Key_Up)
    assert chosen == []
    qtbot.waitUntil(lambda: chosen == [23], timeout=4 * PAUSE_MS)


def test_a_number_out_of_range_is_cut_to_it(qtbot: QtBot) -> None:
    made, chosen, _ = shown(qtbot, "rollover_hour", 4)
    assert isinstance(made.widget, QSpinBox)
    made.widget.selectAll()
    QTest.keyClicks(made.widget, "29")
    QTest.keyClick(made.widget, Qt.Key.Key_Return)
    assert all(hour <= 23 for hour in chosen)


def test_what_nought_means_is_said(qtbot: QtBot) -> None:
    made, _, _ = shown(qtbot, "maximum_interval", 0)
    assert isinstance(made.widget, QSpinBox)
    assert made.widget.text() == "no limit"
    assert told(choice("maximum_interval"), 0) == "no limit"
    assert told(choice("maximum_interval"), 1200) == "1,200 days"


def test_a_box_hands_on_what_is_ticked(qtbot: QtBot) -> None:
    made, chosen, _ = shown(qtbot, "fuzz", False)
    assert isinstance(made.widget, QCheckBox)
    made.widget.click()
    assert chosen == [True]
    assert told(choice("fuzz"), False) == "off"
    assert told(choice("desired_retention"), 0.9) == "0.90"


def test_a_choice_hands_on_its_word_not_its_name(qtbot: QtBot) -> None:
    made, chosen, _ = shown(qtbot, "scheduler", "sm2")
    assert isinstance(made.widget, QComboBox)
    QTest.keyClick(made.widget, Qt.Key.Key_Down)
    assert (made.widget.currentText(), chosen) == ("FSRS-6", ["fsrs"])


@pytest.mark.parametrize(("typed", "day"), [("2026-12-01", "2026-12-01"), (" ", None)])
def test_a_day_is_taken_on_enter(qtbot: QtBot, typed: str, day: str | None) -> None:
    made, chosen, doubts = shown(qtbot, "interview", "")
    assert isinstance(made.widget, QLineEdit)
    QTest.keyClicks(made.widget, typed)
    QTest.keyClick(made.widget, Qt.Key.Key_Return)
    assert chosen == ([day] if day else [])
    assert not any(doubts)


@pytest.mark.parametrize(
    ("typed", "table"),
    [
        ("ml = 2", {"ml": 2}),
        ('\n  ml/norms=0.5 \n\n"system design" = 3\n', {"ml/norms": 0.5, "system design": 3}),
        ("a=b = 1", {"a=b": 1}),
    ],
)
def test_a_table_is_read_line_by_line(qtbot: QtBot, typed: str, table: dict[str, float]) -> None:
    made, chosen, _ = shown(qtbot, "weights", {})
    assert isinstance(made.widget, QPlainTextEdit)
    made.widget.setPlainText(typed)
    made.take()
    assert chosen == [table]


@pytest.mark.parametrize(
    ("key", "modifiers", "written"),
    [
        (Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier, "Ctrl+J"),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, "F5"),
        (Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier, None),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, ""),
    ],
)
def test_a_key_is_taken_down_as_it_is_written_in_the_file(
    qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, written: str | None
) -> None:
    field, pressed = KeyField(), list[str]()
    qtbot.addWidget(field)
    screen.show(qtbot, field)
    field.pressed.connect(pressed.append)
    QTest.keyClick(field, key, modifiers)
    assert pressed == ([] if written is None else [written])
