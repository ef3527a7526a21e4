"""Another scheduler, chosen on the Settings page: shown first, then done, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog
from pytestqt.qtbot import QtBot

from flashcards.domain.grade import Grade
from tests.ui import screen
from tests.ui.settings.test_page import control, kept
from tests.ui.stage import Stage, deck_of
from tests.ui.test_today_errands import answer, names


@pytest.fixture
def chosen(qtbot: QtBot, stage: Stage) -> QDialog:
    """Choose FSRS-6 after some answers, and give the dialog that asks."""
    stage.write_deck(deck_of(5))
    answer(stage, days_ago=dict.fromkeys((30, 29, 23), Grade.GOOD), cards=names(5))
    stage.open()
    stage.press("Ctrl+,")
    stage.wait_for("Choose an action")
    control(stage, "Scheduler").setFocus(Qt.FocusReason.TabFocusReason)
    stage.press("Down")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    qtbot.waitUntil(lambda: any(text.startswith("5 of 5 cards") for text in screen.texts(dialog)))
    return dialog


def test_it_says_what_moves_before_anything_is_done(stage: Stage, chosen: QDialog) -> None:
    heading, lines, *table, back = screen.texts(chosen)
    assert heading == "FSRS-6 at 90% desired retention?"
    assert "5 of 5 cards get another due day: 0 sooner, 5 later." in lines
    assert "About " in lines
    assert table[:3] == ["Cards due", "now", "then"]
    assert back == "You can go back at any time; nothing is lost."
    assert not (stage.data / "settings.toml").exists()


def test_a_no_leaves_all_as_it_is(stage: Stage, chosen: QDialog) -> None:
    before = stage.program and stage.program.conductor
    assert before
    screen.button(chosen, "Cancel").click()
    box = control(stage, "Scheduler")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "SM-2"
    assert not (stage.data / "settings.toml").exists()


def test_a_yes_changes_it_and_the_way_back_is_the_same(
    qtbot: QtBot, stage: Stage, chosen: QDialog
) -> None:
    assert stage.program
    desk = stage.program.conductor._desk  # the schedules in force
    assert desk
    before = dict(desk.library.schedules.everything())
    screen.button(chosen, "Change it").click()
    qtbot.waitUntil(lambda: stage.notice == "FSRS-6 at 90% desired retention is in force.")
    assert kept(stage) == {"scheduler": "fsrs"}
    after = dict(desk.library.schedules.everything())
    assert all(schedule.stability for schedule in after.values())
    control(stage, "Reset Scheduler").setFocus()
    stage.press("Space")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog
    qtbot.waitUntil(lambda: any(text.startswith("5 of 5") for text in screen.texts(dialog)))
    screen.button(dialog, "Change it").click()
    qtbot.waitUntil(lambda: stage.notice == "SM-2 is in force.")
    assert dict(desk.library.schedules.everything()) == before
