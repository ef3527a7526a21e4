"""A deck saved in another editor shows in the open window, and interrupts no answer."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from flashcards.ui.dialogs.due_day import DueDayDialog
from tests.ui.stage import Stage

NOTE = "## Question {n} {{#c{n}}}\n{answer}\n\n"


def deck(*answers: str) -> str:
    return "".join(NOTE.format(n=n, answer=answer) for n, answer in enumerate(answers, start=1))


@pytest.fixture
def opened(stage: Stage) -> Stage:
    stage.write_deck(deck("one", "two", "three"))
    stage.open()
    return stage


def test_today_counts_what_was_saved(qtbot: QtBot, opened: Stage) -> None:
    opened.write_deck(deck("one", "two", "three", "four"))
    qtbot.waitUntil(lambda: opened.texts()[1] == "4 cards for today", timeout=8000)


def test_today_tells_a_problem_as_soon_as_it_is_saved(qtbot: QtBot, opened: Stage) -> None:
    opened.write_deck(deck("one", "two", "three") + "## No answer\n")
    qtbot.waitUntil(lambda: "1 problem in your decks" in opened.texts(), timeout=8000)


def test_a_revealed_card_keeps_its_answer_and_takes_the_new_text(
    qtbot: QtBot, opened: Stage
) -> None:
    opened.press("Return", "Space")
    opened.write_deck(deck("corrected", "two", "three"))
    qtbot.waitUntil(lambda: "corrected" in opened.card, timeout=8000)
    opened.press("3")
    assert opened.log() == ["reviewed 4"]
    assert opened.card == "Question 2"


def test_a_card_that_is_gone_makes_way_for_the_next(qtbot: QtBot, opened: Stage) -> None:
    opened.press("Return", "Space")
    opened.write_deck("## Question 2 {#c2}\ntwo\n")
    qtbot.waitUntil(lambda: opened.card == "Question 2", timeout=8000)
    assert opened.notice == "“Question 1” is in no deck any more. Its history is kept."
    opened.press("Space", "3")
    assert opened.where == "Summary"


def test_the_last_card_is_gone_with_its_deck_and_that_is_said(qtbot: QtBot, opened: Stage) -> None:
    opened.press("Return")
    (opened.decks / "deck.md").unlink()
    qtbot.waitUntil(lambda: opened.where == "Summary", timeout=8000)
    assert opened.notice == "“Question 1” is in no deck any more. Its history is kept."


def test_a_day_is_set_for_no_card_but_the_one_it_was_chosen_for(
    qtbot: QtBot, opened: Stage
) -> None:
    def choose_late() -> None:
        (dialog,) = opened.shell.findChildren(DueDayDialog)
        opened.write_deck("## Question 2 {#c2}\ntwo\n")
        qtbot.waitUntil(lambda: opened.card == "Question 2", timeout=8000)
        dialog.accept()

    opened.press("Return")
    QTimer.singleShot(200, choose_late)
    opened.press("Ctrl+Shift+D")
    assert opened.notice == "“Question 1” is gone: its deck was saved meanwhile."
    assert opened.log() == []


CLOZE = "## Net {{#net .cloze}}\nElastic net adds the {{{{{}}}}} penalties of {}.\n"
TABLE = "## Net {{#net .compare}}\n| | L1 | L2 |\n|-|-|-|\n| {} | sparse | {} |\n"


@pytest.mark.parametrize(
    ("before", "after", "seen"),
    [
        (CLOZE.format("sumed", "both"), CLOZE.format("summed", "both"), "summed"),
        (TABLE.format("Weights", "shrunk"), TABLE.format("Its weights", "shrunk"), "Its weights"),
    ],
)
def test_a_card_whose_text_is_corrected_on_disk_stays_and_keeps_its_history(
    qtbot: QtBot, stage: Stage, before: str, after: str, seen: str
) -> None:
    stage.write_deck(before)
    stage.open()
    stage.press("Return", "Space", "1", "Space")
    stage.write_deck(after)
    qtbot.waitUntil(lambda: seen in stage.card, timeout=8000)
    stage.press("3")
    assert stage.where == "Summary"
    assert stage.log() == ["reviewed 1", "rekeyed", "reviewed 4"]
    assert stage.histories() == {"net/" + seen.lower().replace(" ", "-"): 2}


def test_the_first_deck_in_an_empty_folder_shows_by_itself(qtbot: QtBot, stage: Stage) -> None:
    stage.open()
    assert stage.texts()[1] == "No cards yet"
    stage.write_deck(deck("one"))
    qtbot.waitUntil(lambda: stage.texts()[1] == "1 card for today", timeout=8000)


def test_a_card_whose_note_gets_an_id_before_any_answer_stays_and_so_do_the_others(
    qtbot: QtBot, stage: Stage
) -> None:
    stage.write_deck("## One\nfirst\n\n## Two\nsecond\n")
    stage.open()
    stage.press("Return", "Space")
    stage.write_deck("## One {#one}\nfirst, corrected\n\n## Two {#two}\nsecond\n")
    qtbot.waitUntil(lambda: "corrected" in stage.card, timeout=8000)
    stage.press("3", "Space", "3")
    assert (stage.where, sorted(stage.histories())) == ("Summary", ["one", "two"])
