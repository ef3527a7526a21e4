"""The ways to catch up after a break."""

import pytest
from pytestqt.qtbot import QtBot

from flashcards.services.backlog import BacklogChoice, BacklogView
from flashcards.ui.today.backlog import BacklogCard
from tests.ui.screen import button, buttons, show, texts

LATE = BacklogView(
    "214 cards are overdue.",
    (
        BacklogChoice(40, "about 9 days, 14 minutes a day"),
        BacklogChoice(80, "about 4 days, 27 minutes a day"),
        BacklogChoice(0, "72 minutes today"),
    ),
)


@pytest.fixture
def card(qtbot: QtBot) -> BacklogCard:
    made = BacklogCard()
    qtbot.addWidget(made)
    made.show_backlog(LATE)
    show(qtbot, made)
    return made


def test_each_way_says_what_it_comes_to(card: BacklogCard) -> None:
    assert [made.text() for made in buttons(card)] == ["40 a day", "80 a day", "All at once"]
    assert texts(card)[:2] == ["214 cards are overdue.", "about 9 days, 14 minutes a day"]


def test_a_way_is_chosen(qtbot: QtBot, card: BacklogCard) -> None:
    with qtbot.waitSignal(card.chosen) as chosen:
        button(card, "80 a day").click()
    assert chosen.args == [80]


def test_the_way_in_force_is_marked(card: BacklogCard) -> None:
    card.show_backlog(BacklogView("Catching up.", LATE.choices, chosen=80))
    assert [made.text() for made in buttons(card)] == ["40 a day", "All at once"]


def test_without_a_backlog_nothing_is_shown(card: BacklogCard) -> None:
    card.show_backlog(None)
    assert card.isHidden()
