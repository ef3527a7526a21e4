"""The grade buttons: their words, keys and intervals."""

import pytest
from pytestqt.qtbot import QtBot

from flashcards.services.session import Session
from flashcards.ui.review.grade_bar import REPEATED, GradeBar
from tests.ui.conftest import OpenDeck
from tests.ui.screen import button, buttons, read_aloud, texts

FOUR = [("Again  1", "1 day ↻"), ("Hard  2", "1 day ↻"), ("Good  3", "1 day"), ("Easy  4", "1 day")]
SIX = [
    ("Blackout  0", "1 day ↻"),
    ("Again  1", "1 day ↻"),
    ("Nearly  2", "1 day ↻"),
    ("Hard  3", "1 day ↻"),
    ("Good  4", "1 day"),
    ("Easy  5", "1 day"),
]


@pytest.fixture
def bar(qtbot: QtBot) -> GradeBar:
    made = GradeBar()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("grades", "shown"), [("four", FOUR), ("six", SIX)])
def test_each_grade_says_its_key_and_its_interval(
    bar: GradeBar, open_deck: OpenDeck, grades: str, shown: list[tuple[str, str]]
) -> None:
    desk = open_deck("## Q\nA\n", f'grades = "{grades}"\n')
    bar.show_grades(Session(desk.library).view().buttons)
    words = [made.text() for made in buttons(bar)]
    intervals = [text for text in texts(bar) if "day" in text and text != REPEATED]
    assert list(zip(words, intervals, strict=True)) == shown


def test_a_grade_is_read_aloud_with_its_interval(bar: GradeBar, open_deck: OpenDeck) -> None:
    bar.show_grades(Session(open_deck("## Q\nA\n").library).view().buttons)
    again, _, good, _ = buttons(bar)
    assert [read_aloud(again), read_aloud(good)] == ["Again, 1 day", "Good, 1 day"]
    assert again.toolTip() == (
        "Again: 1 day (key 1). The card is asked again today, until it is graded 4 or 5."
    )


def test_a_click_gives_the_grade_on_the_logs_scale(
    qtbot: QtBot, bar: GradeBar, open_deck: OpenDeck
) -> None:
    bar.show_grades(Session(open_deck("## Q\nA\n").library).view().buttons)
    with qtbot.waitSignal(bar.grade_wanted) as wanted:
        button(bar, "Easy").click()
    assert wanted.args == [5]


def test_a_question_offers_its_answer_only(bar: GradeBar, open_deck: OpenDeck) -> None:
    bar.show_grades(Session(open_deck("## Q\nA\n").library).view().buttons)
    bar.show_question("Asked again today.")
    assert [made.text() for made in buttons(bar)] == ["Show answer  Space"]
    assert texts(bar) == ["Asked again today."]


def test_the_mark_on_low_grades_is_explained(bar: GradeBar, open_deck: OpenDeck) -> None:
    bar.show_grades(Session(open_deck("## Q\nA\n").library).view().buttons)
    assert "↻ is asked again today, until it is graded Good or Easy" in texts(bar)


def test_the_bar_is_as_tall_for_a_question_as_for_grades(
    bar: GradeBar, open_deck: OpenDeck
) -> None:
    view = Session(open_deck("## Q\nA\n").library).view()
    bar.show_question("")
    bar.show()
    question = bar.height()
    bar.show_grades(view.buttons)
    assert bar.height() == question
