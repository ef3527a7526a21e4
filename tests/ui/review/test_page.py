"""Keys on the Review page, as a person presses them."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flashcards.domain.grade import Grade
from flashcards.domain.settings import Settings
from flashcards.ui.cards.card_view import CardView
from flashcards.ui.cards.document import CardDocument
from flashcards.ui.review.page import GUARD_MS, ReviewPage
from tests.ui.review.conftest import Begin
from tests.ui.screen import button, described, focused


def test_space_shows_the_answer_then_grades_it_good(qtbot: QtBot, reviewing: Begin) -> None:
    page = reviewing()
    page.press("Space")
    assert (page.revealed, page.grades) == (True, [])
    qtbot.wait(GUARD_MS + 10)
    page.press("Space")
    assert page.grades == [4]


@pytest.mark.parametrize("key", ["Space", "Return", "Enter"])
def test_a_doubled_key_grades_nothing(reviewing: Begin, key: str) -> None:
    page = reviewing()
    page.press(key, key, key)
    assert (page.revealed, page.grades) == (True, [])


def test_a_digit_grades_at_once_but_only_what_is_shown(reviewing: Begin) -> None:
    page = reviewing()
    page.press("1", "3")
    assert (page.revealed, page.grades) == (False, [])
    page.press("Space", "2")
    assert page.grades == [3]


FOUR, SIX = 'grades = "four"\n', 'grades = "six"\n'


@pytest.mark.parametrize(("settings", "grades"), [(FOUR, [1, 3, 4, 5]), (SIX, [0, 1, 2, 3, 4, 5])])
def test_every_digit_gives_its_grade(reviewing: Begin, settings: str, grades: list[int]) -> None:
    page = reviewing(settings)
    page.press("Space", *"0123456789")
    assert page.grades == grades


def test_the_digits_follow_the_buttons(reviewing: Begin) -> None:
    page = reviewing(FOUR)
    page.press("Space", "2")
    page.desk.library.settings = Settings(grades="six")
    page.page.show_view(page.session.view())
    page.press("Space", "2", "0", "5")
    assert page.grades == [3, 2, 0, 5]


def test_a_key_held_down_acts_once(qtbot: QtBot, reviewing: Begin) -> None:
    page = reviewing()
    page.press("Space")
    qtbot.wait(GUARD_MS + 10)
    for _ in range(5):
        hold(page.page, Qt.Key.Key_Space, " ")
        hold(page.page, Qt.Key.Key_3, "3")
    assert page.grades == []


def hold(page: ReviewPage, key: Qt.Key, text: str) -> None:
    """Send the repeat that a keyboard sends while a key stays down."""
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, key, none, text, True)
    QApplication.sendEvent(page.window().windowHandle(), event)


def test_space_presses_the_grade_that_tab_reached(reviewing: Begin) -> None:
    page = reviewing()
    page.press("Space")
    while focused() is not button(page.page, "Hard"):
        page.press("Tab")
    page.press("Space")
    assert page.grades == [3]


def test_the_focus_stays_with_the_card_when_tab_and_space_showed_it(reviewing: Begin) -> None:
    page = reviewing()
    page.press("Tab")
    assert focused() is button(page.page, "Show answer")
    page.press("Space", "Space")
    assert (page.revealed, page.wanted) == (True, [])


@pytest.mark.parametrize(
    ("key", "intent"),
    [("Ctrl+Z", "undo"), ("U", "undo"), ("Ctrl+Shift+Z", "redo"), ("E", "edit"), ("B", "bury"),
     ("S", "suspend"), ("!", "suspend"), ("F", "flag"), ("I", "details"), ("Escape", "leave")],
)  # fmt: skip
def test_keys_ask_for_what_the_key_sheet_says(reviewing: Begin, key: str, intent: str) -> None:
    page = reviewing()
    page.press(key)
    assert page.wanted == [intent]


def test_the_card_is_described_for_a_screen_reader(reviewing: Begin) -> None:
    page = reviewing(text="## What is $x^2$?\nThe **square** of $x$.\n")
    assert described(focused()) == "What is $x^2$?"
    page.press("Space")
    assert described(focused()) == "What is $x^2$?\nThe square of $x$."


def test_the_next_question_is_made_while_the_person_reads(
    qtbot: QtBot, reviewing: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = reviewing()
    with qtbot.waitSignal(page.page.upcoming_wanted):
        page.show_card()
    upcoming = page.session.upcoming()
    assert upcoming
    page.page.prepare(upcoming)
    page.session.answer(Grade.GOOD, 1)
    monkeypatch.setattr(CardDocument, "_write", None)  # none is made any more
    page.page.show_view(page.session.view())
    assert described(page.page.findChildren(CardView)[0]) == "Question 2"
