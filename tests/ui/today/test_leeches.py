"""Cards that keep being forgotten."""

import pytest
from pytestqt.qtbot import QtBot

from flashcards.domain.ids import CardId
from flashcards.services.leeches import NO_LEECHES, LeechesView, LeechView
from flashcards.ui.today.leeches import LeechList
from tests.ui.screen import buttons, read_aloud, show, texts


@pytest.fixture
def shown(qtbot: QtBot) -> LeechList:
    made = LeechList()
    qtbot.addWidget(made)
    made.show_leeches(LeechesView(1, (leech(1),)))
    show(qtbot, made)
    return made


def leech(number: int) -> LeechView:
    return LeechView(CardId(f"c{number}"), f"Question {number}", 7 + number, "ml.md", number)


def test_a_leech_is_named_with_what_can_be_done(shown: LeechList) -> None:
    assert texts(shown)[0] == "1 card keeps being forgotten"
    assert texts(shown)[2:] == ["Question 1", "forgotten 8 times"]
    assert [read_aloud(each) for each in buttons(shown)] == [
        "Rewrite “Question 1”",
        "Suspend “Question 1”",
    ]


def test_its_note_opens_for_rewriting(qtbot: QtBot, shown: LeechList) -> None:
    with qtbot.waitSignal(shown.write_wanted) as wanted:
        buttons(shown)[0].click()
    assert wanted.args == ["ml.md", 1]


def test_it_can_be_suspended(qtbot: QtBot, shown: LeechList) -> None:
    with qtbot.waitSignal(shown.suspend_wanted) as wanted:
        buttons(shown)[1].click()
    assert wanted.args == ["c1"]


def test_many_are_counted(shown: LeechList) -> None:
    shown.show_leeches(LeechesView(5, tuple(leech(n) for n in range(1, 4))))
    assert texts(shown)[0] == "5 cards keep being forgotten"
    assert texts(shown)[-1] == "and 2 more: search for is:leech"
    shown.show_leeches(NO_LEECHES)
    assert shown.isHidden()
