"""The head of a review: where the card is from, what is left, what can be undone."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from flashcards.domain.grade import Grade
from flashcards.services.session import Session
from flashcards.ui.review.context_bar import ContextBar
from tests.ui.conftest import OpenDeck
from tests.ui.screen import button, buttons, texts

DECK = """
---
title: Norms
verified: 2026-01-01
---
# Why they shrink

## What does L1 do?
Zeroes.

## What does L2 do?
Shrinks.
""".lstrip()


@pytest.fixture
def bar(qtbot: QtBot) -> ContextBar:
    made = ContextBar()
    qtbot.addWidget(made)
    made.resize(1024, 48)
    return made


@pytest.fixture
def session(open_deck: OpenDeck) -> Session:
    return Session(open_deck(DECK).library)


def test_the_trail_and_what_is_left_stand_in_words(bar: ContextBar, session: Session) -> None:
    bar.show_view(session.view())
    assert texts(bar)[0].endswith(" › Why they shrink")
    assert texts(bar)[-1] == "2 cards left · 1 min"


def test_a_flag_and_an_unverified_note_are_marked(bar: ContextBar, session: Session) -> None:
    view = session.flag().view
    assert view.card is not None
    bar.show_view(replace(view, card=replace(view.card, verified=False)))
    assert texts(bar)[1:3] == ["flagged", "unverified"]
    bar.show_view(replace(view, card=replace(view.card, verified=True, flagged=False)))
    assert len(texts(bar)) == 2


def test_where_room_is_short_undo_and_redo_are_icons(bar: ContextBar, session: Session) -> None:
    bar.resize(300, 48)
    view = session.answer(Grade.GOOD, 1_000).view
    bar.show_view(view)
    assert [made.text() for made in buttons(bar)] == ["Today", "", "More"]
    bar.resize(1024, 48)
    bar.show_view(view)
    assert [made.text() for made in buttons(bar)] == ["Today", "Undo", "More"]


def test_only_what_can_be_undone_can_be_pressed(bar: ContextBar, session: Session) -> None:
    bar.show_view(session.view())
    assert [made.text() for made in buttons(bar)] == ["Today", "More"]
    bar.show_view(session.answer(Grade.GOOD, 1_000).view)
    assert button(bar, "Undo").toolTip() == "Undo Good on “What does L1 do?” (Ctrl+Z)"
    bar.show_view(session.undo().view)
    assert [made.text() for made in buttons(bar)] == ["Today", "Redo", "More"]


def test_the_menu_names_every_deed_with_its_key(
    qtbot: QtBot, bar: ContextBar, session: Session
) -> None:
    bar.show_view(session.view())
    (menu,) = bar.findChildren(QMenu)
    keys = [entry.text().split("\t")[1] for entry in menu.actions()]
    assert keys == ["E", "Shift+E", "I", "F", "B", "S", "Ctrl+Shift+D", "Ctrl+Alt+N"]
    with qtbot.waitSignal(bar.wanted) as wanted:
        menu.actions()[4].trigger()
    assert wanted.args == ["bury"]


def test_the_menu_takes_a_flag_away(bar: ContextBar, session: Session) -> None:
    bar.show_view(session.flag().view)
    (menu,) = bar.findChildren(QMenu)
    assert menu.actions()[3].text() == "Take the flag away\tF"
