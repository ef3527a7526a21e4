"""Choosing what to review by typing."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from flashcards.ui.today.limit import LimitBar
from tests.ui.screen import buttons, focused, press, show, texts


@pytest.fixture
def bar(qtbot: QtBot) -> LimitBar:
    made = LimitBar()
    qtbot.addWidget(made)
    show(qtbot, made)
    return made


def test_what_is_typed_is_tried_after_a_moment(qtbot: QtBot, bar: LimitBar) -> None:
    with qtbot.waitSignal(bar.asked) as asked:
        QTest.keyClicks(focused(), "topic:ml")
    assert asked.args == ["topic:ml", 0]
    bar.show_found("12 cards, about 4 minutes.", startable=True)
    assert texts(bar) == ["12 cards, about 4 minutes."]


def test_enter_starts_what_was_typed_just_now(qtbot: QtBot, bar: LimitBar) -> None:
    bar.asked.connect(lambda query, _: bar.show_found(query, startable=query == "x"))
    bar.show_found("", startable=False)
    with qtbot.waitSignal(bar.start_wanted) as started:
        QTest.keyClicks(focused(), "x")
        press(bar, "Return")
    assert started.args == ["x", 0]


def test_what_cannot_be_found_cannot_be_started(qtbot: QtBot, bar: LimitBar) -> None:
    bar.show_found("Nothing to ask.", startable=False)
    with qtbot.assertNotEmitted(bar.start_wanted):
        press(bar, "Return")
    assert [made.text() for made in buttons(bar)] == ["Saved…"]


def test_minutes_limit_it_too(qtbot: QtBot, bar: LimitBar) -> None:
    press(bar, "Tab")
    with qtbot.waitSignal(bar.asked):
        press(bar, "Up", "Up")
    with qtbot.waitSignal(bar.start_wanted) as started:
        press(bar, "Return")
    assert started.args == ["", 10]


def test_it_closes_and_says_so(qtbot: QtBot, bar: LimitBar) -> None:
    with qtbot.waitSignal(bar.left):
        bar.leave()
    assert bar.isHidden()
