"""Another process writes into the folder while the window is open."""

import subprocess
import sys

import pytest

from tests.ui.stage import Stage

ROW = "{card},2026-03-02T12:00:00+00:00,{grade}\n"


def run(stage: Stage, *words: str) -> None:
    """Run ``flashcards`` in a process of its own."""
    where = ("--data", str(stage.data), "--decks", str(stage.decks), "--today", "2026-03-02")
    command = [sys.executable, "-m", "flashcards", *where, *words]
    subprocess.run(command, check=True, capture_output=True)


def import_reviews(stage: Stage, *cards: str) -> None:
    """Import past reviews of some cards."""
    file = stage.data.with_name("past.csv")
    rows = (ROW.format(card=card, grade=4) for card in cards)
    file.write_text("card,time,grade\n" + "".join(rows), "utf-8")
    run(stage, "log", "import", str(file))


@pytest.fixture
def named(stage: Stage) -> Stage:
    """Open a window on a deck whose notes have ids: c1, c2 …"""
    stage.write_deck("".join(f"## Question {n} {{#c{n}}}\nAnswer {n}\n\n" for n in range(1, 6)))
    stage.open()
    return stage


def test_answers_given_elsewhere_count_when_today_is_shown_again(named: Stage) -> None:
    named.press("Return")
    import_reviews(named, "c2", "c3")
    named.press("Escape")
    assert named.texts()[1:3] == ["3 cards for today", "2 cards answered so far today."]
    named.press("Return", "Space", "3")
    assert named.card == "Question 4"


def test_no_answer_is_lost_when_both_write(named: Stage) -> None:
    named.press("Return", "Space", "3")
    import_reviews(named, "c3")
    named.press("Space", "3", "Space", "3")
    import_reviews(named, "c4")
    named.press("Space", "3")
    assert named.log() == ["reviewed 4"] * 6


def test_undo_takes_back_its_own_answer_only(named: Stage) -> None:
    named.press("Return", "Space", "3")
    import_reviews(named, "c3")
    named.press("U")
    assert named.log() == ["reviewed 4", "reviewed 4", "undone"]
    named.press("Escape")
    assert named.texts()[1] == "4 cards for today"


def test_reading_the_decks_again_sees_the_others_answers(named: Stage) -> None:
    import_reviews(named, "c1", "c2")
    named.press("Return", "Escape")
    assert named.texts()[1] == "3 cards for today"


def test_a_note_that_is_said_to_be_another_is_not_asked_as_a_new_one(stage: Stage) -> None:
    stage.write_deck("## What does L1 do? {#old}\nIts slope stays constant near zero.\n")
    stage.open()
    stage.press("Return", "Space", "3", "Escape")
    stage.close()
    stage.write_deck("## Unlike it {#new}\nAnother.\n")
    stage.open()
    assert stage.texts()[1] == "1 card for today"
    run(stage, "same", "new", "old")
    stage.press("Return")
    assert stage.texts()[1] == "Done for today"
