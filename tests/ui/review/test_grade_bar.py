"""The grade buttons: their words, keys and intervals."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from flashcards.domain.grade import Grade
from flashcards.services.session import Session
from flashcards.ui.review.grade_bar import GradeBar
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


def words_of(bar: GradeBar) -> list[str]:
    """List the words of the buttons, from left to right."""
    return [
        made.text() for made in sorted(buttons(bar), key=lambda made: made.mapTo(bar, QPoint()).x())
    ]


@pytest.mark.parametrize(("grades", "shown"), [("four", FOUR), ("six", SIX)])
def test_each_grade_says_its_key_and_its_interval(
    bar: GradeBar, open_deck: OpenDeck, grades: str, shown: list[tuple[str, str]]
) -> None:
    desk = open_deck("## Q\nA\n", f'grades = "{grades}"\n')
    bar.show_grades(Session(desk.library).view().buttons)
    words = words_of(bar)
    intervals = [text for text in texts(bar) if "day" in text]
    assert list(zip(words, intervals, strict=True)) == shown


def test_a_grade_is_read_aloud_with_its_interval(bar: GradeBar, open_deck: OpenDeck) -> None:
    bar.show_grades(Session(open_deck("## Q\nA\n").library).view().buttons)
    again, _, good, _ = buttons(bar)
    assert [read_aloud(again), read_aloud(good)] == ["Again, 1 day", "Good, 1 day"]
    assert again.toolTip() == (
        "Again: 1 day (key 1). The card is asked again today, until it is graded Good or Easy."
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
    bar.show_question()
    bar.show_note("Asked again today.")
    assert words_of(bar) == ["Show answer  Space"]
    assert texts(bar) == ["Asked again today."]


def test_a_part_is_offered_by_its_name_with_a_hint_and_all_the_others(bar: GradeBar) -> None:
    bar.show_question("section", hint=True, more=True)
    assert words_of(bar) == ["Hint  H", "Show section  Space", "Show all  A"]
    assert [read_aloud(made) for made in buttons(bar)] == [
        "Show the hint",
        "Show section",
        "Show all steps or sections at once",
    ]


def test_a_step_is_marked_by_a_click(qtbot: QtBot, bar: GradeBar) -> None:
    bar.show_marks(more=False)
    assert words_of(bar) == ["Missed it  M", "Knew it  Space"]
    for words, hit in (("Missed", False), ("Knew", True)):
        with qtbot.waitSignal(bar.marked) as marked:
            button(bar, words).click()
        assert marked.args == [hit]


def test_the_suggested_grade_says_that_space_gives_it(bar: GradeBar, open_deck: OpenDeck) -> None:
    views = Session(open_deck("## Q\nA\n").library).view().buttons
    bar.show_grades(views, Grade.HARD)
    assert words_of(bar) == ["Again  1", "Hard  2 · Space", "Good  3", "Easy  4"]
    hard = button(bar, "Hard")
    assert read_aloud(hard) == "Hard, 1 day, suggested"
    assert hard.toolTip().startswith("Hard: 1 day (keys 2 and Space)")
    bar.show_grades(views)
    assert words_of(bar)[1] == "Hard  2"


def test_the_bar_is_as_tall_for_a_question_as_for_grades(
    bar: GradeBar, open_deck: OpenDeck
) -> None:
    view = Session(open_deck("## Q\nA\n").library).view()
    bar.show_question()
    bar.show()
    question = bar.height()
    bar.show_marks(more=True)
    assert bar.height() == question
    bar.show_grades(view.buttons)
    assert bar.height() == question
