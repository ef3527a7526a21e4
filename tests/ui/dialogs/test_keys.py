"""The sheet of all keys."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from flashcards.ui.actions import ACTIONS
from flashcards.ui.dialogs.keys import KeysDialog
from tests.ui.screen import press, show, texts


@pytest.fixture
def sheet(qtbot: QtBot, window: QWidget) -> KeysDialog:
    made = KeysDialog(window)
    show(qtbot, made)
    return made


def test_every_action_stands_on_the_sheet_with_its_keys(sheet: KeysDialog) -> None:
    found = texts(sheet)
    assert {action.label for action in ACTIONS} <= set(found)
    after = dict(pairwise(found))
    assert after["Redo"] == "Ctrl+Shift+Z  or  Ctrl+Y"
    assert after["Grade the answer"] == "0 … 5"


def test_the_pages_stand_in_the_order_of_a_morning(sheet: KeysDialog) -> None:
    pages = ("Today", "Review", "Summary", "Everywhere")
    assert tuple(text for text in texts(sheet) if text in pages) == pages


def test_the_sheet_closes_with_escape(qtbot: QtBot, sheet: KeysDialog) -> None:
    with qtbot.waitSignal(sheet.finished):
        press(sheet, "Escape")


def test_the_sheet_closes_with_its_button(qtbot: QtBot, sheet: KeysDialog) -> None:
    with qtbot.waitSignal(sheet.finished):
        press(sheet, "Tab", "Space")
