"""Something long: done in another thread, while the page hears no keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from flashcards.services.bulk import Step, StoppedError
from flashcards.ui.browse.working import Working
from flashcards.ui.tasks import Tasks
from tests.ui import screen


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QPushButton("Here"))
    screen.show(qtbot, made)
    made.findChildren(QPushButton)[0].setFocus()
    yield made
    made.close()


class Told:
    """Notes what came of it."""

    def __init__(self, page: QWidget) -> None:
        self.done: list[str] = []
        self.faults: list[str] = []
        self.tasks = Tasks(page)
        self.working = Working(page, self.faults.append)

    def run(self, count: int = 9) -> None:
        self.working.run(
            self.tasks.run, "Counting", count, lambda step: counted(count, step), self.done.append
        )


def counted(count: int, step: Step) -> str:
    for _ in range(count):
        step()
    return f"{count} steps"


def test_a_little_is_done_at_once(page: QWidget) -> None:
    told = Told(page)
    told.working.at_once(lambda step: counted(1, step), told.done.append)
    assert (told.done, told.faults) == (["1 steps"], [])


def test_much_is_done_beside_the_page_which_gets_its_keys_back(qtbot: QtBot, page: QWidget) -> None:
    told = Told(page)
    told.run()
    assert not page.isEnabled()
    told.run(10)
    told.working.at_once(lambda step: counted(1, step), told.done.append)
    qtbot.waitUntil(lambda: bool(told.done))
    assert told.done == ["9 steps"]
    assert page.isEnabled()
    assert screen.focused() is page.findChildren(QPushButton)[0]


@pytest.mark.parametrize("at_once", [True, False])
def test_why_it_was_not_done_is_told(qtbot: QtBot, page: QWidget, *, at_once: bool) -> None:
    told = Told(page)

    def refused(_step: Step) -> str:
        raise StoppedError

    if at_once:
        told.working.at_once(refused, told.done.append)
    else:
        told.working.run(told.tasks.run, "Counting", 9, refused, told.done.append)
    qtbot.waitUntil(lambda: bool(told.faults))
    assert (told.done, told.faults) == ([], ["Stopped. Nothing was changed."])
    assert page.isEnabled()
