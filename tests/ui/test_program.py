"""A morning with the whole program: Today, the review, its summary."""

import tomllib

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flashcards.ui.review.page import ReviewPage
from flashcards.ui.review.summary_page import GUARD_MS as SUMMARY_GUARD_MS
from tests.ui import screen
from tests.ui.stage import Stage, deck_of


def answer(stage: Stage, grades: str) -> None:
    """Show the answer and grade it, one card a digit."""
    for grade in grades:
        stage.press("Space", grade)


def left(stage: Stage) -> str:
    """Read how many cards are left."""
    (words,) = [text for text in stage.texts() if " left" in text]
    return words.split(" · ")[0]


def test_today_counts_what_the_decks_hold(stage: Stage) -> None:
    stage.write_deck(deck_of(12))
    stage.open()
    head = ["Monday 2 March", "12 cards for today"]
    assert stage.texts()[:8] == [*head, "0", "due", "12", "new", "4", "minutes"]


def test_ten_answers_are_undone_redone_and_summed_up(stage: Stage) -> None:
    stage.write_deck(deck_of(10))
    stage.open()
    stage.press("Return")
    answer(stage, "3333333334")
    assert (stage.where, stage.texts()[0]) == ("Summary", "Done for today")
    stage.press("U", "Ctrl+Z", "Ctrl+Z")
    assert (stage.where, stage.card, left(stage)) == ("Review", "Question 8", "3 cards left")
    stage.press("Ctrl+Shift+Z")
    assert (stage.card, left(stage)) == ("Question 9", "2 cards left")
    answer(stage, "44")
    assert stage.texts()[:4] == ["Done for today", "Every answer is saved.", "10", "answers"]
    assert "Good 8 · Easy 2" in stage.texts()


def test_every_step_is_in_the_log_when_its_card_is_gone(stage: Stage) -> None:
    stage.write_deck(deck_of(3))
    stage.open()
    stage.press("Return")
    answer(stage, "12")
    assert stage.log() == ["reviewed 1", "reviewed 3"]
    stage.press("U")
    assert stage.log() == ["reviewed 1", "reviewed 3", "undone"]


def test_a_card_graded_again_comes_back_the_same_day(stage: Stage) -> None:
    stage.write_deck(deck_of(1))
    stage.open()
    stage.press("Return")
    answer(stage, "1")
    assert (stage.where, stage.card) == ("Review", "Question 1")
    assert "Asked again today, until it is graded Good or Easy." in stage.texts()
    answer(stage, "3")
    assert stage.where == "Summary"


def test_start_pressed_early_starts_when_all_is_loaded(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(deck_of(3))
    stage.open()
    stage.close()
    program = stage.raise_curtain()
    ready: list[bool] = []
    program.conductor.ready.connect(lambda: ready.append(True))
    program.shell.painted.connect(lambda: stage.press("Return"))
    program.shell.painted.connect(lambda: ready.append(False))
    qtbot.waitUntil(lambda: stage.where == "Review")
    assert (ready, stage.card) == ([False, True], "Question 1")


@pytest.mark.parametrize(
    ("key", "told", "fact"),
    [
        ("B", "Buried “Question 1” until tomorrow.", "buried"),
        ("S", "Suspended “Question 1”: it is not asked any more.", "suspended"),
        ("!", "Suspended “Question 1”: it is not asked any more.", "suspended"),
    ],
)
def test_a_card_put_aside_makes_room_for_the_next(
    stage: Stage, key: str, told: str, fact: str
) -> None:
    stage.write_deck(deck_of(3))
    stage.open()
    stage.press("Return", key)
    assert (stage.card, stage.notice, stage.log()) == ("Question 2", told, [fact])
    stage.press("U")
    assert (stage.card, stage.log()) == ("Question 1", [fact, "undone"])


def test_a_flag_stays_on_its_card_until_it_is_taken_away(stage: Stage) -> None:
    stage.write_deck(deck_of(3))
    stage.open()
    stage.press("Return", "Space", "F")
    assert "flagged" in stage.texts()
    assert stage.card == "Question 1\nAnswer 1"
    stage.press("F")
    assert "flagged" not in stage.texts()
    stage.press("U")
    assert (stage.card, stage.notice) == ("Question 1\nAnswer 1", "Undid unflag on “Question 1”")
    assert stage.log() == ["flagged", "unflagged", "undone"]


def test_reading_the_decks_again_keeps_the_card(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(deck_of(2))
    stage.open()
    stage.press("Return")
    answer(stage, "3")
    stage.write_deck(deck_of(5).replace("Answer 2", "Another answer"))
    stage.press("Ctrl+R")
    qtbot.waitUntil(lambda: stage.notice == "The decks were read again.")
    stage.press("Space")
    assert stage.card == "Question 2\nAnother answer"


def test_a_card_that_left_the_deck_leaves_the_screen(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(deck_of(3))
    stage.open()
    stage.press("Return")
    stage.write_deck(deck_of(3).replace("## Question 1\n", "# Section\n"))
    stage.press("F5")
    qtbot.waitUntil(lambda: stage.card == "Question 2")


def test_escape_pauses_and_the_review_goes_on_where_it_was(stage: Stage) -> None:
    stage.write_deck(deck_of(4))
    stage.open()
    stage.press("Return")
    answer(stage, "3")
    stage.press("Escape")
    head = ["Paused", "3 cards left for today; they wait for you."]
    assert (stage.where, stage.texts()[:2]) == ("Summary", head)
    stage.press("Escape")
    assert (stage.where, stage.texts()[1]) == ("Today", "3 cards for today")
    stage.press("Return")
    assert stage.card == "Question 2"


def test_a_pause_offers_to_go_on_first(stage: Stage) -> None:
    stage.write_deck(deck_of(4))
    stage.open()
    stage.press("Return")
    answer(stage, "3")
    stage.press("Escape")
    QTest.qWait(SUMMARY_GUARD_MS + 50)
    stage.press("Return")
    assert (stage.where, stage.card) == ("Review", "Question 2")
    answer(stage, "3")
    stage.press("Escape")
    screen.button(stage.page, "Back to Today").click()
    assert (stage.where, stage.texts()[1]) == ("Today", "2 cards for today")


def test_a_pause_whose_cards_are_gone_leads_to_today(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(deck_of(2))
    stage.open()
    stage.press("Return")
    answer(stage, "3")
    stage.press("Escape")
    stage.write_deck("## Other\n\nText.\n")
    stage.press("Ctrl+R")
    qtbot.waitUntil(lambda: stage.notice == "The decks were read again.")
    QTest.qWait(SUMMARY_GUARD_MS + 50)
    stage.press("Return")
    assert stage.where == "Today"


def test_the_theme_is_kept_for_the_next_start(stage: Stage) -> None:
    stage.write_deck(deck_of(1))
    stage.open()
    stage.press("Ctrl+T", "Ctrl+T")
    assert tomllib.loads((stage.data / "settings.toml").read_text("utf-8")) == {"theme": "dark"}
    stage.close()
    stage.open()
    assert screen.button(stage.shell, "Theme").text() == "Theme: dark"
    assert QApplication.palette().window().color().lightness() < 64


def test_the_texts_size_is_kept_for_the_next_start(stage: Stage) -> None:
    stage.write_deck(deck_of(1))
    program = stage.open()
    stage.press("Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+-", "Ctrl+-")
    stage.close()
    program = stage.open()
    assert program.look.zoom == 0.9
    assert "zoom = 90" in (stage.data / "settings.toml").read_text("utf-8")
    stage.press("Ctrl+0")
    assert program.look.zoom == 1.0
    stage.press(*["Ctrl++"] * 12)
    assert program.look.zoom == 2.0


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_second_start_brings_the_window_forward(stage: Stage) -> None:
    program = stage.open()
    program.shell.showMinimized()
    program.come_forward()
    assert not program.shell.isMinimized()


def test_the_window_has_its_icon(stage: Stage) -> None:
    assert not stage.open().shell.windowIcon().isNull()


def test_a_window_closed_over_a_card_asks_the_decks_no_more(qtbot: QtBot, stage: Stage) -> None:
    stage.write_deck(deck_of(3))
    program = stage.open()
    stage.press("Return")
    page = program.shell.page
    assert isinstance(page, ReviewPage)
    program.shell.close()
    with qtbot.waitSignal(page.upcoming_wanted):  # its timer goes on; a question would fail
        pass
