"""The weakest topics on Today."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from flashcards.domain.queue.scope import Drill
from flashcards.services.glimpse import WeakTopic, WeakView
from flashcards.ui.today.weak import WeakTopics
from tests.ui import screen

GRAPHS = WeakTopic("coding/graphs", "40% weak, likely 10% to 69% · 9 reviews of 3 of 5 cards")
NORMS = WeakTopic("ml/norms", "12% weak, likely 4% to 20% · 90 reviews of 30 of 31 cards")


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[WeakTopics]:
    made = WeakTopics()
    qtbot.addWidget(made)
    screen.show(qtbot, made)
    yield made
    made.close()


def wanted(qtbot: QtBot, card: WeakTopics, button: str) -> Drill:
    with qtbot.waitSignal(card.drill_wanted) as told:
        screen.button(card, button).click()
    drill: Drill = told.args[0]
    return drill


def test_each_topic_says_how_weak_it_is_and_can_be_drilled(qtbot: QtBot, card: WeakTopics) -> None:
    card.show_weak(WeakView((GRAPHS, NORMS)))
    texts = screen.texts(card)
    assert texts == ["Where you are weak", GRAPHS.topic, GRAPHS.words, NORMS.topic, NORMS.words]
    assert [each.text() for each in screen.buttons(card)] == [
        "Drill  D", "Drill", "I have 15 minutes", "Surprise me",
    ]  # fmt: skip
    assert wanted(qtbot, card, "Drill  D") == Drill("coding/graphs")
    assert screen.read_aloud(screen.button(card, "Drill  D")) == "Drill coding/graphs"


def test_drills_over_all_topics(qtbot: QtBot, card: WeakTopics) -> None:
    card.show_weak(WeakView((), "It is too early to tell."))
    assert screen.texts(card) == ["Where you are weak", "It is too early to tell."]
    assert wanted(qtbot, card, "I have") == Drill()
    assert wanted(qtbot, card, "Surprise") == Drill(by_chance=True)


def test_the_key_drills_the_weakest_or_all(qtbot: QtBot, card: WeakTopics) -> None:
    drills = list[Drill]()
    card.drill_wanted.connect(drills.append)
    for view in (WeakView((GRAPHS, NORMS)), WeakView(), None):
        card.show_weak(view)
        card.drill_weakest()
    assert drills == [Drill("coding/graphs"), Drill()]
    assert not card.isVisible()
