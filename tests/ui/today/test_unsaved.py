"""Texts that were never saved, each with what can be done."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from flashcards.domain.clock import Moment
from flashcards.services.writing import Left
from flashcards.ui.today.unsaved import UnsavedList
from tests.ui.screen import button, buttons, read_aloud, show, texts

MINUTE = 60_000


@pytest.fixture
def shown(qtbot: QtBot) -> UnsavedList:
    made = UnsavedList()
    qtbot.addWidget(made)
    made.show_left([left("norms")])
    show(qtbot, made)
    return made


def left(name: str, minute: int = 5) -> Left:
    base = "## A\nx\n\n## B\ny\n"
    return Left(f"ml/{name}.md", base.replace("y", "yes"), base, Moment(minute * MINUTE))


def test_it_is_said_what_was_left_and_when(shown: UnsavedList) -> None:
    first, _, row = texts(shown)
    assert first == "1 text is not saved yet"
    assert row == "norms.md: what you wrote until 00:05 on 1 January"
    assert [read_aloud(each) for each in buttons(shown)] == [
        "Go on writing norms.md",
        "Discard what you wrote in norms.md",
    ]


def test_writing_goes_on_where_it_was_changed(qtbot: QtBot, shown: UnsavedList) -> None:
    with qtbot.waitSignal(shown.write_wanted) as wanted:
        button(shown, "Go on").click()
    assert wanted.args == ["ml/norms.md", 5]


def test_it_can_be_given_up(qtbot: QtBot, shown: UnsavedList) -> None:
    with qtbot.waitSignal(shown.discard_wanted) as wanted:
        button(shown, "Discard").click()
    assert wanted.args == [left("norms")]


def test_what_stood_in_a_form_goes_on_in_its_form(qtbot: QtBot, shown: UnsavedList) -> None:
    added = replace(left("norms"), form="a new note")
    edited = replace(left("norms", 4), form="norms#a", note="a")
    shown.show_left([added, edited])
    assert texts(shown)[2:] == [
        "norms.md: a new note that you wrote until 00:05 on 1 January",
        "norms.md: a note that you edited until 00:04 on 1 January",
    ]
    with qtbot.waitSignal(shown.form_wanted) as wanted:
        buttons(shown)[0].click()
    assert wanted.args == [added]


def test_the_latest_stand_first_and_the_others_are_named(shown: UnsavedList) -> None:
    shown.show_left([left(name, minute) for minute, name in enumerate("abcde")])
    title, _, *rows, rest = texts(shown)
    assert title == "5 texts are not saved yet"
    assert [row[0] for row in rows] == ["e", "d", "c"]
    assert rest == "and 2 more: b.md, a.md"
    shown.show_left([])
    assert shown.isHidden()
