"""An answer in parts: what is shown, what is marked, what the marks speak for."""

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.note import Part
from flashcards.domain.reveal import NOTHING_MARKED, Reveal

FIVE = tuple(Part(key, key.title(), "") for key in ("split", "fit", "tune", "test", "ship"))


def after(marks: str, parts: tuple[Part, ...] = FIVE) -> Reveal:
    """Show a first part, and mark one after the other: + known, - missed."""
    reveal = Reveal(parts, marked=True).onward()
    for mark in marks:
        reveal = reveal.mark(hit=mark == "+")
    return reveal


def test_an_answer_without_parts_is_shown_at_once() -> None:
    assert not Reveal().done
    assert Reveal().onward().done
    assert Reveal().onward().marks == NOTHING_MARKED


def test_sections_are_shown_one_by_one() -> None:
    reveal = Reveal(FIVE[:2])
    seen = [(reveal.shown, reveal.done)]
    for _ in range(3):
        reveal = reveal.onward()
        seen.append((reveal.shown, reveal.done))
    assert seen == [(0, False), (1, False), (2, True), (2, True)]
    assert (reveal.noun, reveal.tally, reveal.suggested) == ("section", "", None)


def test_a_step_waits_for_its_mark() -> None:
    reveal = after("+-")
    assert (reveal.shown, reveal.asks, reveal.done, reveal.noun) == (3, True, False, "step")
    assert after("+-+++").done
    assert not after("+-+++").asks


def test_what_was_missed_is_told_and_kept() -> None:
    assert after("+-++-").tally == "3 of 5 steps, missed: Fit · Ship"
    assert after("+-++-").marks == (5, ("fit", "ship"))
    assert after("+++++").tally == "5 of 5 steps"
    assert after("-", FIVE[:1]).tally == "0 of 1 step, missed: Split"


@pytest.mark.parametrize(
    ("marks", "grade"),
    [
        ("+++++", Grade.GOOD),
        ("++-++", Grade.HARD),
        ("+-+-+", Grade.HARD),
        ("--+-+", Grade.AGAIN),
        ("+-", Grade.AGAIN),
        ("-", Grade.AGAIN),
        ("+", Grade.GOOD),
    ],
)
def test_the_marks_speak_for_a_grade(marks: str, grade: Grade) -> None:
    assert after(marks, FIVE[: len(marks)]).suggested is grade


def test_a_mark_is_taken_back_and_its_step_asked_anew() -> None:
    assert after("+-").unmarked() == after("+")
    assert after("+-+++").unmarked() == after("+-++")
    assert after("+").whole().unmarked() == after("")
    assert (after("+-").undo, after("").undo) == ("Undo the mark on “Fit”", "")


def test_who_lets_all_show_marks_no_more_and_is_told_no_grade() -> None:
    reveal = after("+").whole()
    assert (reveal.shown, reveal.asks, reveal.done) == (5, False, True)
    assert (reveal.marks, reveal.tally, reveal.suggested) == ((1, ()), "1 of 1 step", None)
    assert Reveal(FIVE, marked=True).whole().tally == ""
