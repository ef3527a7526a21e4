"""The states of the Today page, as what stands on it and what can be pressed."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from flashcards.domain.clock import Day
from flashcards.domain.problems import EMPTY_PROMPT, Place
from flashcards.domain.queue.plan import DayPlan, TopicPlan
from flashcards.services.day_view import TodayView
from flashcards.ui.today.page import TodayPage
from tests.ui.screen import buttons, press, show, texts

PLAN = DayPlan(Day(739_677), due=3, new=1, minutes=2, topics=(TopicPlan("ml", 3, 1),))
FULL = TodayView(PLAN, 80, 7, (Path("decks"),), (), 0, "")
FREE = replace(FULL, plan=DayPlan(Day(739_677), 0, 0, 0, ()))
WAYS = ["Start review  Enter", "Choose…", "Cards", "Progress", "Write", "Decks"]


@pytest.fixture
def page(qtbot: QtBot) -> TodayPage:
    made = TodayPage()
    made.show_waiting()
    qtbot.addWidget(made)
    show(qtbot, made)
    return made


def pressable(page: TodayPage) -> list[str]:
    return [made.text() for made in buttons(page)]


def test_a_full_day_shows_its_numbers_and_one_button(page: TodayPage) -> None:
    page.show_view(FULL)
    head = ["Monday 2 March", "4 cards for today"]
    figures = ["3", "due", "1", "new", "2", "minutes"]
    assert texts(page) == [*head, *figures, "By topic", "due", "new", "3", "1"]
    assert pressable(page) == [*WAYS, "ml"]


def test_a_day_that_is_done_asks_for_nothing(page: TodayPage) -> None:
    page.show_view(replace(FREE, done_today=4, next_due="tomorrow"))
    done = "4 cards answered so far today. The next card is due tomorrow."
    assert texts(page) == ["Monday 2 March", "Done for today", done]
    assert pressable(page) == ["Cards", "Write", "Decks"]


def test_an_empty_folder_says_where_a_deck_goes(page: TodayPage) -> None:
    page.show_view(replace(FREE, cards=0))
    assert texts(page)[1] == "No cards yet"
    assert texts(page)[2].startswith("Put a Markdown file into decks:")


def test_problems_stand_beside_the_day(page: TodayPage) -> None:
    page.show_view(replace(FULL, problems=(EMPTY_PROMPT.at(Place("a.md", 3)),)))
    assert "Error: This note has no prompt." in texts(page)
    assert pressable(page) == [*WAYS, "a.md:3", "Editor", "ml"]


def test_a_fault_says_why_and_offers_another_try(qtbot: QtBot, page: TodayPage) -> None:
    page.show_view(FULL)
    page.show_fault("The disk is full.")
    assert texts(page) == ["Your data could not be opened", "The disk is full."]
    (retry,) = buttons(page)
    with qtbot.waitSignal(page.retry_wanted):
        retry.click()


def test_waiting_is_quiet(page: TodayPage) -> None:
    assert texts(page) == ["Good day", "–", "due", "–", "new", "–", "minutes"]
    assert pressable(page) == WAYS


@pytest.mark.parametrize("key", ["Return", "Enter", "Space"])
def test_one_key_starts_the_review(qtbot: QtBot, page: TodayPage, key: str) -> None:
    page.show_view(FULL)
    with qtbot.waitSignal(page.start_wanted):
        press(page, key)


def test_space_presses_the_button_that_tab_reached(qtbot: QtBot, page: TodayPage) -> None:
    page.show_view(replace(FULL, problems=(EMPTY_PROMPT.at(Place("a.md", 3)),)))
    press(page, *["Tab"] * 7)
    with qtbot.waitSignal(page.write_wanted), qtbot.assertNotEmitted(page.start_wanted):
        press(page, "Space")
