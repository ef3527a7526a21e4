"""Answers in parts, hints, stories against the clock, typed answers: as a person presses keys."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flashcards.domain.note import Part
from flashcards.ui.cards.card_view import CardView
from flashcards.ui.review.answer_field import AnswerField
from tests.ui.review.conftest import Begin, Reviewing
from tests.ui.screen import button, focused, tab_round

STEPS = tuple(
    Part(word.lower(), word, f"How to {word.lower()}.") for word in ("Split", "Fit", "Ship")
)


@pytest.fixture
def steps(reviewing: Begin) -> Reviewing:
    """A card of three steps, each to be marked."""
    page = reviewing()
    page.show_card(parts=STEPS, marked=True)
    return page


@pytest.fixture
def story(reviewing: Begin) -> Reviewing:
    """A card of three sections, to be told in two minutes."""
    page = reviewing()
    page.show_card(parts=STEPS, minutes=2)
    return page


@pytest.fixture
def typing(reviewing: Begin) -> Reviewing:
    """A card whose answer is typed."""
    page = reviewing()
    page.show_card(back="Answer: zero", expected="Answer: zero")
    return page


def type_in(page: Reviewing, words: str) -> None:
    """Type into whatever has the focus, by the window, so that shortcuts have their say."""
    window = page.page.window().windowHandle()
    for letter in words:
        QTest.keyClick(window, letter)  # type: ignore[call-overload]  # a letter, in its stub of QWidget only
    QApplication.processEvents()


def test_steps_are_shown_and_marked_one_by_one(steps: Reviewing) -> None:
    assert steps.buttons == ["Show step  Space", "Show all  A"]
    steps.press("Space")
    assert steps.card.endswith("Split\nHow to split.")
    assert (steps.note, steps.buttons) == (
        "Step 1 of 3",
        ["Missed it  M", "Knew it  Space", "Show all  A"],
    )
    steps.press_calmly("Space", "M")
    assert "Split   ✓ known" in steps.card
    assert "Fit   ✗ missed" in steps.card
    assert (steps.note, steps.grades) == ("Step 3 of 3", [])


def test_the_marks_suggest_the_grade_that_space_gives_and_go_along(steps: Reviewing) -> None:
    steps.press("Space")
    steps.press_calmly("Return", "X", "Enter")
    assert steps.note == "2 of 3 steps, missed: Fit"
    assert steps.buttons == ["Again  1", "Hard  2 · Space", "Good  3", "Easy  4"]
    steps.press_calmly("Space")
    assert (steps.grades, steps.marks) == ([3], [(3, ("fit",))])


@pytest.mark.parametrize(("keys", "grade"), [("Space Space Space", 4), ("M M Space", 1)])
def test_all_known_is_good_and_half_missed_is_again(
    steps: Reviewing, keys: str, grade: int
) -> None:
    steps.press("Space")
    steps.press_calmly(*keys.split(), "Space")
    assert steps.grades == [grade]


def test_a_doubled_key_marks_nothing_and_a_digit_does_not_grade_too_early(
    steps: Reviewing,
) -> None:
    steps.press("M", "Space", "Space", "M", "1", "4")
    assert (steps.note, steps.grades) == ("Step 1 of 3", [])
    button(steps.page, "Missed").click()
    steps.press("4")
    assert (steps.note, steps.grades) == ("Step 2 of 3", [])


@pytest.mark.parametrize("key", ["U", "Ctrl+Z"])
def test_undo_takes_the_marks_back_before_anything_else(steps: Reviewing, key: str) -> None:
    steps.press("Space")
    steps.press_calmly("Space", "M", "Space")
    undo = button(steps.page, "Undo")
    assert undo.toolTip() == "Undo the mark on “Ship” (Ctrl+Z)"
    steps.press(key)
    assert (steps.note, undo.toolTip()) == ("Step 3 of 3", "Undo the mark on “Fit” (Ctrl+Z)")
    steps.press(key)
    assert "missed" not in steps.card
    steps.press_calmly("Space", "Space", "Space")
    assert (steps.grades, steps.marks) == ([4], [(3, ())])
    assert steps.wanted == []


def test_undo_without_a_mark_takes_back_the_last_card(steps: Reviewing) -> None:
    steps.press("Space", "U")
    assert steps.wanted == ["undo"]


def test_one_key_shows_all_steps_and_suggests_nothing(steps: Reviewing) -> None:
    steps.press("Space")
    steps.press_calmly("M", "A")
    assert "How to ship." in steps.card
    assert steps.note == "0 of 1 step, missed: Split"
    assert steps.buttons == ["Again  1", "Hard  2", "Good  3", "Easy  4"]
    steps.press("3")
    assert (steps.grades, steps.marks) == ([4], [(1, ("split",))])


def test_sections_come_one_by_one_and_the_clock_stops_at_the_first(story: Reviewing) -> None:
    assert story.note == "0:00 of 2:00"
    story.press("Space")
    assert story.note == "Section 1 of 3 · told in 0:00"
    assert story.buttons == ["Show section  Space", "Show all  A"]
    story.press_calmly("Space", "Space")
    assert story.note.startswith("told in 0:00 · ↻ is asked again")
    story.press_calmly("Space")
    assert (story.grades, story.marks) == ([4], [(0, ())])


def test_the_clock_ticks_and_says_when_a_story_is_too_long(qtbot: QtBot, reviewing: Begin) -> None:
    page = reviewing()
    page.show_card(parts=STEPS, minutes=1 / 60)
    qtbot.waitUntil(lambda: page.note == "0:02 of 0:01, over by 0:01", timeout=4000)
    page.press("R")
    assert page.note == "0:00 of 0:01"


def test_a_clock_that_nobody_sees_does_not_tick(qtbot: QtBot, story: Reviewing) -> None:
    story.page.hide()
    qtbot.wait(1100)
    assert story.note == "0:00 of 2:00"


def test_the_newest_section_is_in_sight(reviewing: Begin) -> None:
    page = reviewing()
    page.page.resize(800, 500)
    long = tuple(Part(key, key, "A line.\n\n" * 9) for key in "abcd")
    page.show_card(parts=long)
    (view,) = page.page.findChildren(CardView)
    page.press("Space")
    page.press_calmly("Space", "Space")
    shown, bar = view.document(), view.verticalScrollBar()
    assert 0 < shown.newest_top - bar.value() < view.viewport().height() / 2  # type: ignore[attr-defined]  # a CardDocument
    page.press_calmly("Space")
    assert bar.value() > shown.newest_top - view.viewport().height()  # type: ignore[attr-defined]  # the same


def test_a_hint_is_shown_on_request_and_counts_nothing(reviewing: Begin) -> None:
    page = reviewing()
    page.press("H")
    assert "Hint" not in page.card
    page.show_card(hint="Think of zero.")
    assert page.buttons == ["Hint  H", "Show answer  Space"]
    page.press("H")
    assert page.card == "Question 1\nHint\nThink of zero."
    assert page.buttons == ["Show answer  Space"]
    page.press("Space", "3")
    assert page.card == "Question 1\nHint\nThink of zero.\nAnswer 1"
    assert (page.grades, page.marks) == ([4], [(0, ())])
    page.show_card(hint="Think of zero.")
    page.press("H")
    assert "Think of zero." in page.card


def test_what_is_typed_is_compared_and_no_letter_is_a_command(typing: Reviewing) -> None:
    assert isinstance(focused(), AnswerField)
    type_in(typing, "ans 3 bus!")
    assert (typing.wanted, typing.grades) == ([], [])
    typing.press("Return", "Return")
    assert (
        typing.card
        == "Question 1\nYou typed\n[−ans 3 bus!] [+Answer: zero]\nThe answer\nAnswer: zero"
    )
    assert typing.buttons == ["Again  1", "Hard  2", "Good  3", "Easy  4"]
    typing.press("2")
    assert typing.grades == [3]


def test_the_expected_answer_suggests_good(typing: Reviewing) -> None:
    type_in(typing, " answer:  ZERO ")
    typing.press("Return")
    assert "✓ as expected" in typing.card
    assert "Good  3 · Space" in typing.buttons


def test_a_short_answer_below_the_field_is_not_scrolled(typing: Reviewing) -> None:
    typing.page.resize(800, 500)
    typing.press("Return")
    (view,) = typing.page.findChildren(CardView)
    QTest.qWait(50)
    assert (view.verticalScrollBar().value(), view.verticalScrollBar().maximum()) == (0, 0)


def test_nothing_typed_is_compared_with_nothing(typing: Reviewing) -> None:
    typing.press("Return")
    assert typing.card == "Question 1\nAnswer: zero"


def test_escape_leaves_the_field_then_the_page(typing: Reviewing) -> None:
    type_in(typing, "an")
    typing.press("Escape")
    assert (isinstance(focused(), CardView), typing.wanted) == (True, [])
    typing.press("Escape")
    assert typing.wanted == ["leave"]
    typing.press("Space")
    assert "[−an]" in typing.card


def test_the_field_grows_with_its_lines_and_is_empty_for_the_next_card(typing: Reviewing) -> None:
    field = focused()
    low = field.height()
    type_in(typing, "one")
    typing.press("Shift+Return")
    type_in(typing, "two")
    assert field.height() > low
    typing.show_card(expected="x")
    assert (field.toPlainText(), field.height()) == ("", low)  # type: ignore[attr-defined]  # an AnswerField
    typing.show_card()
    assert not field.isVisible()


def test_tab_reaches_field_and_buttons(typing: Reviewing) -> None:
    typing.show_card(expected="x", hint="h")
    reached = tab_round(typing.page)
    assert {"Show answer  Enter", "Hint  H"} <= {getattr(made, "text", str)() for made in reached}
    assert any(isinstance(made, AnswerField) for made in reached)


def test_decks_read_again_leave_steps_as_far_as_they_were_shown(steps: Reviewing) -> None:
    steps.press("Space")
    steps.press_calmly("M")
    better = tuple(replace(part, text="Better.") for part in STEPS)
    steps.refresh_card(parts=better, marked=True)
    assert "Split   ✗ missed\nBetter." in steps.card
    assert steps.note == "Step 2 of 3"
    steps.refresh_card(parts=STEPS[:2], marked=True)
    assert steps.card == "Question 1"
