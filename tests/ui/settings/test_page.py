"""The Settings page in the real window, on real folders: what is chosen is in the file."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from flashcards.domain.choices import CHOICES
from flashcards.ui.settings.page import NONE, PAUSE_MS, SettingsPage
from flashcards.ui.settings.row import Row
from tests.ui import screen
from tests.ui.stage import Stage, deck_of


def opened(stage: Stage, text: str = "") -> Stage:
    if text:
        (stage.data / "settings.toml").write_text(text, "utf-8")
    stage.write_deck(deck_of(30))
    stage.open()
    stage.press("Ctrl+,")
    assert stage.where == "Settings"
    stage.wait_for("Choose an action")  # the last setting: all are made
    return stage


def kept(stage: Stage) -> dict[str, Any]:
    return tomllib.loads((stage.data / "settings.toml").read_text("utf-8"))


def control(stage: Stage, name: str) -> QWidget:
    """Find a setting's control by its name."""
    made = [each for each in stage.page.findChildren(QWidget) if each.accessibleName() == name]
    assert len(made) == 1
    return made[0]


def on(stage: Stage, name: str) -> QWidget:
    found = control(stage, name)
    found.setFocus(Qt.FocusReason.TabFocusReason)
    return found


def reset_of(stage: Stage, name: str) -> QWidget:
    return control(stage, f"Reset {name}")


def test_a_choice_holds_at_once_and_is_in_the_file(qtbot: QtBot, stage: Stage) -> None:
    opened(stage)
    on(stage, "New cards a day")
    stage.press("Down", "Tab")
    assert kept(stage) == {"new_per_day": 19}
    stage.press("Escape")
    assert stage.where == "Today"
    qtbot.waitUntil(lambda: any("19 new" in text or text == "19" for text in stage.texts()))


def test_every_kind_of_control_takes_a_value(stage: Stage) -> None:
    opened(stage)
    on(stage, "Fuzz")
    stage.press("Space")
    on(stage, "Grade buttons")
    stage.press("Down")
    field = on(stage, "Day of the interview")
    QTest.keyClicks(field, "2026-12-01")
    stage.press("Return")
    QTest.keyClicks(on(stage, "Editor"), "ed {file}")
    QTest.keyClicks(on(stage, "Weights"), "ml/norms = 2")
    stage.press("Tab")
    assert kept(stage) == {
        "fuzz": True,
        "grades": "six",
        "interview": "2026-12-01",
        "editor": "ed {file}",
        "weights": {"ml/norms": 2},
    }


def test_reset_gives_the_default_back_and_is_there_only_where_it_would_change_something(
    stage: Stage,
) -> None:
    opened(stage, "fuzz = true # mine\nnew_per_day = 5\n")
    assert reset_of(stage, "Fuzz").isVisible()
    assert not reset_of(stage, "Theme").isVisible()
    reset_of(stage, "Fuzz").setFocus()
    stage.press("Space")
    assert (stage.data / "settings.toml").read_text("utf-8") == (
        "fuzz = false # mine\nnew_per_day = 5\n"
    )
    assert not reset_of(stage, "Fuzz").isVisible()


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("Day of the interview", "soon", "That cannot be: it takes a day as YYYY-MM-DD"),
        ("Weights", "ml", "Line 1 is not a name, “=” and a number."),
        ("Weights", "= 2", "Line 1 has no name before “=”."),
        ("Weights", "ml = 99", "a number from 0 to 10."),
    ],
)
def test_what_cannot_be_is_said_and_not_kept(
    stage: Stage, name: str, typed: str, told: str
) -> None:
    opened(stage)
    field = on(stage, name)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    QTest.keyClicks(field, typed)
    stage.press("Tab")
    assert any(told in text for text in stage.texts())
    assert not (stage.data / "settings.toml").exists()


def test_words_find_settings(stage: Stage) -> None:
    opened(stage)
    QTest.keyClicks(screen.focused(), "interval")
    assert control(stage, "Longest interval").isVisible()
    assert not control(stage, "Theme").isVisible()
    QTest.keyClicks(screen.focused(), " zzz")
    assert NONE in stage.texts()


def test_what_is_wrong_in_the_file_is_told_with_its_line(stage: Stage) -> None:
    opened(stage, 'fuzz = true\nrolover_hour = 5\ntheme = "pink"\n')
    (told,) = [text for text in stage.texts() if text.startswith("Line 2: ")]
    assert "Did you mean “rollover_hour”?" in told
    assert "\nLine 3: The setting “theme” cannot be “pink”." in told


def test_a_file_that_cannot_be_written_is_told_and_the_old_choice_shown(stage: Stage) -> None:
    (stage.data / "settings.toml").mkdir()
    opened(stage)
    box = on(stage, "Fuzz")
    stage.press("Space")
    assert "settings.toml" in stage.notice
    assert not box.property("checked")


def test_the_theme_changes_here_and_what_ctrl_t_does_shows_here(stage: Stage) -> None:
    opened(stage, 'theme = "light"\n')
    box = on(stage, "Theme")
    assert isinstance(box, QComboBox)
    stage.press("Down")
    assert stage.program
    assert stage.program.look.theme.dark
    stage.press("Ctrl+T")
    assert box.currentText() == "As the system"
    assert kept(stage) == {"theme": "system"}


def test_the_wheel_scrolls_the_page_and_changes_no_number(stage: Stage) -> None:
    opened(stage)
    box = control(stage, "New cards a day")
    assert isinstance(box, QSpinBox)
    middle = QPointF(box.rect().center())
    turned = QWheelEvent(
        middle,
        QPointF(box.mapToGlobal(box.rect().center())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turned)
    assert box.value() == 20


def test_what_was_typed_is_kept_when_the_window_is_closed(stage: Stage) -> None:
    opened(stage)
    QTest.keyClicks(on(stage, "Editor"), "ed")
    stage.close()
    assert kept(stage) == {"editor": "ed"}


def test_the_file_can_be_opened_in_the_editor(qtbot: QtBot, stage: Stage, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "%s" "$*" > "$0.called"\n', "utf-8")
    editor.chmod(0o755)
    opened(stage, f"editor = '{editor} {{file}}'\n")
    screen.button(stage.page, "Open the file").click()
    called = tmp_path / "editor.called"
    qtbot.waitUntil(lambda: called.exists() and "settings.toml" in called.read_text("utf-8"))
    assert stage.notice.endswith("What you save there holds here at once.")


def test_nothing_more_is_made_once_nobody_looks(qtbot: QtBot) -> None:
    page = SettingsPage()
    qtbot.addWidget(page)
    screen.show(qtbot, page)
    page.hide()
    made = len(page.findChildren(Row))
    qtbot.wait(3 * PAUSE_MS)
    assert len(page.findChildren(Row)) == made < len(CHOICES)
    page.show()
    qtbot.waitUntil(lambda: len(page.findChildren(Row)) == len(CHOICES))
