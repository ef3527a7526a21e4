"""Settings that somebody else changes hold in an open window: an editor, a command, a script."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog
from pytestqt.qtbot import QtBot

from flashcards.app import open_preferences, run
from flashcards.domain.choices import CHOICES, Choice
from flashcards.domain.grade import Grade
from flashcards.domain.settings import Settings
from flashcards.domain.values import Flag, Whole, Words
from flashcards.ui.settings.hearing import HEARD
from tests.ui import screen
from tests.ui.settings.test_page import control, kept, on, opened
from tests.ui.stage import Stage, deck_of
from tests.ui.test_today_errands import answer, names

pytestmark = pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing")

VALUES = {
    "limits": {"deck:ml": {"new": 3}},
    "interview": "2027-01-02",
    "weights": {"ml/norms": 2.5},
    "searches": {"weak": "lapses>3"},
    "keys": {"bury": ["Ctrl+J", "J"]},
    "decks": ["/one", "/two"],
    "text_font": "DejaVu Sans",
    "code_font": "DejaVu Sans Mono",
    "editor": "ed {file}",
    "desired_retention": 0.85,
}
"""Another value of each setting that has no short list of them."""


def another(choice: Choice) -> object:
    """Give a value that is not the usual one."""
    kind = choice.kind
    if isinstance(kind, Flag):
        return not choice.default
    if isinstance(kind, Words):
        return next(word for word in kind.labels if word != choice.default)
    return choice.default + 1 if isinstance(kind, Whole) else VALUES[choice.name]


def saved(stage: Stage, text: str) -> None:
    """Save the file as an editor does."""
    beside = stage.data / "settings.toml.new"
    beside.write_text(text, "utf-8")
    beside.replace(stage.data / "settings.toml")


def listening(qtbot: QtBot, stage: Stage) -> Stage:
    """Wait until the window hears of others."""
    assert stage.program
    pages = stage.program.conductor._all_pages()  # what a timer does a moment later
    assert pages
    pages.listen()
    return stage


@pytest.fixture
def window(qtbot: QtBot, stage: Stage) -> Stage:
    return listening(qtbot, opened(stage))


def settings(stage: Stage) -> Settings:
    assert stage.program
    return stage.program._preferences.settings


def test_what_an_editor_saves_holds_at_once(qtbot: QtBot, window: Stage) -> None:
    saved(window, 'theme = "dark"\nnew_per_day = 3\nzoom = 120\n[keys]\nbury = "Ctrl+J"\n')
    qtbot.waitUntil(lambda: window.notice == HEARD)
    assert window.program
    assert (window.program.look.theme.dark, window.program.look.zoom) == (True, 1.2)
    assert control(window, "New cards a day").property("value") == 3
    box = control(window, "Theme")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Dark"
    window.press("Escape")
    qtbot.waitUntil(lambda: any("3 new" in text or text == "3" for text in window.texts()))


def test_what_is_wrong_is_told_and_the_rest_holds(qtbot: QtBot, window: Stage) -> None:
    saved(window, 'fuzz = true\nrolover_hour = 5\ntheme = "pink"\n')
    qtbot.waitUntil(lambda: "Did you mean “rollover_hour”?" in window.notice)
    assert settings(window).fuzz
    assert any("\nLine 3: The setting “theme” cannot be “pink”." in one for one in window.texts())
    saved(window, "fuzz = true\n")
    qtbot.waitUntil(lambda: not any("rolover" in text for text in window.texts()))


def test_a_file_that_says_nothing_readable_leaves_all_as_it_is(qtbot: QtBot, window: Stage) -> None:
    saved(window, "fuzz = true\n")
    qtbot.waitUntil(lambda: settings(window).fuzz)
    saved(window, "fuzz = tr")
    qtbot.waitUntil(lambda: "The settings cannot be read" in window.notice)
    assert settings(window).fuzz
    (window.data / "settings.toml").unlink()
    qtbot.waitUntil(lambda: settings(window) == Settings())


def test_what_the_window_itself_keeps_says_nothing_new(qtbot: QtBot, window: Stage) -> None:
    on(window, "Fuzz")
    window.press("Space")
    window.press("Ctrl+T", "Ctrl+=")
    qtbot.wait(600)
    assert window.notice != HEARD
    assert kept(window) == {"fuzz": True, "theme": "light", "zoom": 110}


def test_a_scheduler_is_shown_before_it_holds_and_a_no_puts_the_file_back(
    qtbot: QtBot, stage: Stage
) -> None:
    stage.write_deck(deck_of(5))
    answer(stage, days_ago=dict.fromkeys((30, 29, 23), Grade.GOOD), cards=names(5))
    stage.open()
    listening(qtbot, stage)
    saved(stage, 'scheduler = "fsrs" # mine\nnew_per_day = 3\n')
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog
    qtbot.waitUntil(lambda: any(text.startswith("5 of 5") for text in screen.texts(dialog)))
    assert (settings(stage).scheduler, settings(stage).new_per_day) == ("sm2", 3)
    screen.button(dialog, "Cancel").click()
    text = (stage.data / "settings.toml").read_text("utf-8")
    assert text == 'scheduler = "sm2" # mine\nnew_per_day = 3\n'
    saved(stage, 'scheduler = "fsrs"\n')
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    again = QApplication.activeModalWidget()
    assert again
    qtbot.waitUntil(lambda: any(text.startswith("5 of 5") for text in screen.texts(again)))
    screen.button(again, "Change it").click()
    qtbot.waitUntil(lambda: settings(stage).scheduler == "fsrs")


def test_a_review_goes_on_with_other_grades_and_other_keys(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(deck_of(5))
    stage.open()
    listening(qtbot, stage)
    stage.press("Return", "Space")
    asked = stage.card
    saved(stage, 'grades = "six"\n[keys]\nbury = "Ctrl+J"\n')
    qtbot.waitUntil(lambda: len(grades(stage)) == 6)
    assert stage.card == asked
    stage.press("Ctrl+J")
    assert stage.log() == ["buried"]


def grades(stage: Stage) -> list[str]:
    labels = {grade.label for grade in Grade}
    shown = (each.text().partition("  ")[0] for each in screen.buttons(stage.page))
    return [text for text in shown if text in labels]


def test_what_a_command_has_shown_is_not_asked_again(qtbot: QtBot, window: Stage) -> None:
    where = ("--decks", str(window.decks), "--data", str(window.data))
    assert run([*where, "scheduler", "fsrs", "--yes"]) == 0
    qtbot.waitUntil(lambda: settings(window).scheduler == "fsrs")
    assert QApplication.activeModalWidget() is None
    with closing(sqlite3.connect(window.data / "flashcards.sqlite")) as log:
        (made_by,) = log.execute("SELECT name FROM schedules_version").fetchone()
    assert made_by.startswith("fsrs")


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.name)
def test_every_setting_reads_back_as_it_was_kept(stage: Stage, choice: Choice) -> None:
    preferences = open_preferences(stage.options)
    preferences.change(**{choice.name: another(choice)})
    assert (preferences.heard(), preferences.problems) == (preferences.settings, ())
    assert preferences.settings != Settings()
