"""The Summary: what was done, and what comes tomorrow."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from flashcards.services.views import SummaryView
from flashcards.ui.review.summary_page import GUARD_MS, SummaryPage
from tests.ui.screen import button, buttons, press, show, texts

DONE = SummaryView(
    answers=8, minutes=3, learned=2, recalled=7, graded=(("Again", 1), ("Good", 7)),
    tomorrow_due=1_200, tomorrow_new=1, tomorrow_minutes=1, left_today=0, undo="Undo Good on “L1”",
)  # fmt: skip


@pytest.fixture
def page(qtbot: QtBot) -> SummaryPage:
    made = SummaryPage()
    qtbot.addWidget(made)
    show(qtbot, made)
    made.show_view(DONE)
    return made


def test_a_day_that_is_done_is_summed_up(page: SummaryPage) -> None:
    head = ["Done for today", "Every answer is saved."]
    figures = ["8", "answers", "88%", "right", "3", "minutes", "2", "new cards"]
    grades = ["Grades", "Again 1 · Good 7"]
    tomorrow = ["Tomorrow", "1,200 due and 1 new, about 1 minute."]
    found = texts(page)
    assert [found[:2], found[2:4], sorted(found)] == [
        head, found[2:4], sorted([*head, *figures, *grades, *tomorrow])]  # fmt: skip


@pytest.mark.parametrize(
    ("left", "head"),
    [
        (1, ["Paused", "1 card left for today; they wait for you."]),
        (30, ["Paused", "30 cards left for today; they wait for you."]),
    ],
)
def test_a_pause_says_what_waits(page: SummaryPage, left: int, head: list[str]) -> None:
    page.show_view(replace(DONE, left_today=left))
    assert texts(page)[:2] == head


def test_a_sitting_without_answers_claims_nothing(page: SummaryPage) -> None:
    none = replace(DONE, answers=0, recalled=0, graded=(), tomorrow_due=0, tomorrow_new=0)
    page.show_view(none)
    assert {"–", "No answers in this sitting.", "Nothing is due tomorrow."} <= set(texts(page))


@pytest.mark.parametrize("key", ["Return", "Enter", "Space", "Escape"])
def test_one_key_goes_back_to_today(qtbot: QtBot, page: SummaryPage, key: str) -> None:
    qtbot.wait(0 if key == "Escape" else GUARD_MS + 50)
    with qtbot.waitSignal(page.done_wanted):
        press(page, key)


def test_a_key_meant_for_the_last_card_does_not_close_the_summary(
    qtbot: QtBot, page: SummaryPage
) -> None:
    with qtbot.assertNotEmitted(page.done_wanted, wait=50):
        press(page, "Space")


@pytest.mark.parametrize("key", ["Ctrl+Z", "U"])
def test_the_last_answer_can_still_be_undone(qtbot: QtBot, page: SummaryPage, key: str) -> None:
    assert button(page, "Undo").toolTip() == "Undo Good on “L1” (Ctrl+Z)"
    with qtbot.waitSignal(page.undo_wanted):
        press(page, key)


def test_nothing_is_undone_where_there_is_nothing(qtbot: QtBot, page: SummaryPage) -> None:
    page.show_view(replace(DONE, undo=""))
    assert [made.text() for made in buttons(page)] == ["Back to Today"]
    with qtbot.assertNotEmitted(page.undo_wanted):
        press(page, "U")


@pytest.mark.parametrize("key", ["Return", "Space"])
def test_while_cards_wait_the_same_key_goes_on(qtbot: QtBot, page: SummaryPage, key: str) -> None:
    page.show_view(replace(DONE, left_today=3, waiting=3))
    assert [made.text() for made in buttons(page)][:2] == ["Go on", "Back to Today"]
    qtbot.wait(GUARD_MS + 50)
    with qtbot.waitSignal(page.go_on_wanted), qtbot.assertNotEmitted(page.done_wanted):
        press(page, key)
    with qtbot.waitSignal(page.done_wanted):
        press(page, "Escape")
