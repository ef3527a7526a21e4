"""Saved searches in the window: on the Cards page, in Choose, and on the Settings page."""

import tomllib

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from flashcards.ui.searching import SaveSearchDialog
from tests.ui import screen
from tests.ui.browse.test_cards_page import listed, opened, typed
from tests.ui.settings.test_page import on
from tests.ui.stage import Stage, deck_of

pytestmark = pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing")

MINE = '[searches]\nmine = "kind:basic"\n'


def kept(stage: Stage) -> dict[str, str]:
    file = stage.data / "settings.toml"
    text = file.read_text("utf-8") if file.exists() else ""
    return dict(tomllib.loads(text).get("searches", {}))


def saving(stage: Stage, name: str, key: str = "Return", by: str = "Ctrl+S") -> None:
    """Ask to save, and answer the dialog."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SaveSearchDialog)
        (field,) = dialog.findChildren(QLineEdit)
        field.setText(name)
        QTest.keySequence(field, QKeySequence(key))

    QTimer.singleShot(100, answer)
    stage.press(by)


def menu() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def chosen(words: str) -> None:
    """Choose from the menu that is open."""
    found = menu()
    next(each for each in found.actions() if each.text().startswith(words)).trigger()
    found.close()


def test_a_search_is_saved_and_stands_in_another(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage)
    page.field.setText("kind:basic")
    saving(stage, "plain")
    assert kept(stage) == {"plain": "kind:basic"}
    assert stage.notice == "Saved: “@plain” stands for this search wherever you search."
    page.field.setText("-@plain")
    assert len(listed(page)) == 4


def test_it_can_be_saved_while_words_are_offered(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage)
    typed("kind:basic is:")
    offered = QApplication.activePopupWidget()
    assert offered
    QTimer.singleShot(100, dismissed)
    QTest.keyClick(offered, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not page.field.offered


def dismissed() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SaveSearchDialog)
    dialog.reject()


def test_nothing_is_saved_without_a_search_or_a_yes(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage)
    stage.press("Ctrl+S")
    assert stage.notice == "There is nothing to save: type a search first."
    page.field.setText("zero")
    saving(stage, "mine", "Escape")
    assert kept(stage) == {}


def test_a_name_that_cannot_be_is_told(qtbot: QtBot, stage: Stage) -> None:
    page = opened(qtbot, stage)
    page.field.setText("zero")
    saving(stage, 'my "own"')
    assert stage.notice == "A saved search needs a name, without quotation marks."
    assert kept(stage) == {}


def test_the_menu_lists_them_and_leads_to_where_they_are_edited(qtbot: QtBot, stage: Stage) -> None:
    (stage.data / "settings.toml").write_text(MINE, "utf-8")
    page = opened(qtbot, stage)
    stage.press("Ctrl+O")
    assert [each.text() for each in menu().actions() if each.text()] == [
        "mine\tkind:basic",
        "Save this search…\tCtrl+S",
        "Rename or delete them…",
    ]
    chosen("mine")
    assert (page.field.text(), listed(page)) == ("@mine", ["What does L1 do?"])
    stage.press("Ctrl+O")
    chosen("Rename")
    assert stage.where == "Settings"
    assert screen.focused().accessibleName() == "Saved searches"


def test_they_are_renamed_and_deleted_as_text(stage: Stage) -> None:
    (stage.data / "settings.toml").write_text(MINE, "utf-8")
    stage.write_deck(deck_of(1))
    stage.open()
    stage.press("Ctrl+,")
    stage.wait_for("Choose an action")
    field = on(stage, "Saved searches")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "mine = kind:basic"
    field.setPlainText("yours = lapses>=3\n\nothers = @yours")
    stage.press("Tab")
    assert kept(stage) == {"yours": "lapses>=3", "others": "@yours"}
    for text, told in (
        ("yours", "Line 1 is not a name, “=” and a search."),
        ("a = is:dew", "a: A search does not know “dew”."),
    ):
        field.setPlainText(text)
        on(stage, "Saved searches")
        stage.press("Tab")
        assert any(each.startswith(told) for each in stage.texts())
    assert kept(stage) == {"yours": "lapses>=3", "others": "@yours"}


def test_choose_saves_and_offers_them_too_by_its_own_key(stage: Stage) -> None:
    (stage.data / "settings.toml").write_text('[keys]\nsave-choice = ["Ctrl+J"]\n', "utf-8")
    stage.write_deck(deck_of(3))
    stage.open()
    stage.press("/")
    typed('"Question 1"')
    saving(stage, "first", by="Ctrl+J")
    assert kept(stage) == {"first": '"Question 1"'}
    screen.button(stage.page, "Saved…").click()
    assert "Save this search…\tCtrl+J" in [each.text() for each in menu().actions()]
    chosen("first")
    stage.wait_for("1 card of today")
    stage.press("Return")
    assert stage.card == "Question 1"


def test_a_name_that_is_taken_is_told_before_it_is_replaced(qtbot: QtBot) -> None:
    parent = QDialog()
    qtbot.addWidget(parent)
    dialog = SaveSearchDialog("is:due", ["Mine"], parent)
    (field,) = dialog.findChildren(QLineEdit)
    QTest.keyClicks(field, "mine")
    assert dialog.name == "Mine"
    assert "“Mine” is there already; this search takes its place." in screen.texts(dialog)
    dialog.reject()


def test_a_faulty_one_is_told_on_today(stage: Stage) -> None:
    (stage.data / "settings.toml").write_text('[searches]\nmine = "is:dew"\n', "utf-8")
    stage.write_deck(deck_of(1))
    stage.open()
    assert any("The saved search “mine” cannot be read." in text for text in stage.texts())
