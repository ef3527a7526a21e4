"""The sheet of all keys."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from flashcards.ui.actions import ACTIONS
from flashcards.ui.dialogs.keys import OF_PAGES, KeysDialog
from flashcards.ui.theme.look import Look
from tests.ui.screen import press, show, texts


@pytest.fixture
def sheet(qtbot: QtBot, window: QWidget) -> KeysDialog:
    made = KeysDialog(window)
    show(qtbot, made)
    return made


def test_every_action_stands_on_a_sheet_with_its_keys(sheet: KeysDialog, window: QWidget) -> None:
    found = texts(sheet)
    others = [text for page in OF_PAGES for text in texts(KeysDialog(window, page))]
    assert {action.label for action in ACTIONS if action.keys} <= {*found, *others}
    assert "About Flashcards" not in found
    after = dict(pairwise(found))
    assert after["Redo"] == "Ctrl+Shift+Z  or  Ctrl+Y"
    assert after["Grade: Again, Hard, Good, Easy"] == "1 2 3 4"


def test_the_review_stands_first_and_today_beside_it(qtbot: QtBot, sheet: KeysDialog) -> None:
    sheet.resize(1400, 900)
    qtbot.wait(20)
    pages = {each.where for each in ACTIONS if each.where not in OF_PAGES}
    heads = {
        words: label.x() for label in sheet.findChildren(QLabel) if (words := label.text()) in pages
    }
    assert heads.keys() == pages
    assert heads["Review"] == heads["Summary"] < heads["Today"] == heads["Everywhere"]


def test_the_sheet_closes_with_escape(qtbot: QtBot, sheet: KeysDialog) -> None:
    with qtbot.waitSignal(sheet.finished):
        press(sheet, "Escape")


def test_the_sheet_closes_with_its_button(qtbot: QtBot, sheet: KeysDialog) -> None:
    with qtbot.waitSignal(sheet.finished):
        press(sheet, "Tab", "Space")


def test_the_sheet_is_never_larger_than_the_screen(qapp: QApplication, window: QWidget) -> None:
    look = Look(qapp, "light", 2.0)
    large = KeysDialog(window)
    large.show()
    assert large.screen().availableGeometry().contains(QRect(QPoint(), large.size()))
    (area,) = large.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    look.set_zoom(1.0)
    look.deleteLater()


def test_the_smallest_window_has_room_for_all_of_it(qtbot: QtBot, sheet: KeysDialog) -> None:
    (area,) = sheet.findChildren(QScrollArea)
    sheet.resize(1024, 700)
    bars = (area.verticalScrollBar(), area.horizontalScrollBar())
    qtbot.waitUntil(lambda: [bar.maximum() for bar in bars] == [0, 0])


def test_on_a_narrow_screen_the_columns_stand_below_one_another(
    qtbot: QtBot, sheet: KeysDialog
) -> None:
    (area,) = sheet.findChildren(QScrollArea)
    sheet.resize(700, 500)
    across, down = area.horizontalScrollBar(), area.verticalScrollBar()
    qtbot.waitUntil(lambda: across.maximum() == 0 and down.maximum() > 0)
