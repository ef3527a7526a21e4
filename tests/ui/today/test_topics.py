"""The day by topic, row by row."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from flashcards.domain.queue.plan import TopicPlan
from flashcards.ui.today.topics import MOST, TopicTable
from tests.ui.screen import button, buttons, read_aloud, texts

HEAD = ["By topic", "due", "new"]


@pytest.fixture
def table(qtbot: QtBot) -> TopicTable:
    made = TopicTable()
    qtbot.addWidget(made)
    return made


def test_a_row_tells_a_topic_with_its_due_and_new_cards(table: TopicTable) -> None:
    table.show_topics([TopicPlan("ml/norms", 3, 0), TopicPlan("papers", 0, 1_200)])
    assert texts(table) == [*HEAD, "3", "–", "–", "1,200"]
    assert [made.text() for made in buttons(table)] == ["ml/norms", "papers"]


def test_a_topic_can_be_reviewed_alone(qtbot: QtBot, table: TopicTable) -> None:
    table.show_topics([TopicPlan("ml/norms", 3, 0)])
    with qtbot.waitSignal(table.wanted) as wanted:
        button(table, "ml/norms").click()
    assert wanted.args == ["ml/norms"]
    assert read_aloud(button(table, "ml/norms")) == "Review ml/norms alone"


def test_a_number_is_read_aloud_with_its_topic(table: TopicTable) -> None:
    table.show_topics([TopicPlan("ml", 3, 1)])
    aloud = [read_aloud(label) for label in table.findChildren(QLabel)]
    assert {"ml: 3 due", "ml: 1 new"} <= set(aloud)


@pytest.mark.parametrize(
    ("more", "last_line"),
    [(0, "–"), (1, "and one more topic"), (2, "and 2 more topics")],
)
def test_topics_that_have_no_room_are_counted(table: TopicTable, more: int, last_line: str) -> None:
    table.show_topics([TopicPlan(f"t{n}", 1, 0) for n in range(MOST + more)])
    assert texts(table)[-1] == last_line


def test_fewer_topics_than_before_leave_no_old_row(table: TopicTable) -> None:
    table.show_topics([TopicPlan(f"t{n}", 1, 0) for n in range(MOST + 1)])
    table.show_topics([TopicPlan("ml", 1, 1)])
    assert texts(table) == [*HEAD, "1", "1"]
    assert [made.text() for made in buttons(table)] == ["ml"]


def test_a_day_without_topics_hides_the_table(table: TopicTable) -> None:
    table.show_topics([])
    assert table.isHidden()
