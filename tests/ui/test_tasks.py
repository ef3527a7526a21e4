"""Work goes to another thread, and what comes of it comes back to the window's."""

import gc
import threading
import time
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from flashcards.ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    return Tasks()


def fail(_value: object) -> None:
    raise AssertionError("the other end was expected")


def test_a_result_arrives_in_the_windows_thread(qtbot: QtBot, tasks: Tasks) -> None:
    arrived: list[tuple[int, int]] = []
    tasks.run(
        threading.get_ident, lambda worked: arrived.append((worked, threading.get_ident())), fail
    )
    qtbot.waitUntil(lambda: bool(arrived))
    worked, told = arrived[0]
    assert told == threading.get_ident() != worked


def test_an_exception_arrives_in_the_windows_thread(qtbot: QtBot, tasks: Tasks) -> None:
    arrived: list[tuple[str, int]] = []
    tasks.run(
        lambda: 1 // 0, fail, lambda error: arrived.append((str(error), threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == [("integer division or modulo by zero", threading.get_ident())]


def test_work_is_done_in_turn_and_the_window_goes_on_meanwhile(qtbot: QtBot, tasks: Tasks) -> None:
    order: list[str] = []
    gate = threading.Event()
    tasks.run(lambda: gate.wait(5) and "first", order.append, fail)
    tasks.run(lambda: "second", order.append, fail)
    time.sleep(0.01)
    order.append("window")
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == ["window", "first", "second"]


def test_the_program_waits_for_what_runs_and_drops_what_waits(tasks: Tasks) -> None:
    done: list[str] = []
    started = threading.Event()

    def slow() -> None:
        started.set()
        time.sleep(0.05)
        done.append("slow")

    tasks.run(slow, lambda _: None, fail)
    tasks.run(lambda: done.append("never"), lambda _: None, fail)
    started.wait(5)
    tasks.wait()
    assert done == ["slow"]


def test_no_garbage_is_collected_in_the_other_thread(qtbot: QtBot, tasks: Tasks) -> None:
    meanwhile: list[bool] = []
    tasks.run(gc.isenabled, meanwhile.append, fail)
    tasks.run(gc.isenabled, meanwhile.append, fail)
    qtbot.waitUntil(lambda: len(meanwhile) == 2)
    assert meanwhile == [False, False]
    assert gc.isenabled()


def test_nor_by_work_that_follows_at_once(qtbot: QtBot, tasks: Tasks) -> None:
    meanwhile: list[bool] = []

    def follow(is_collecting: bool) -> None:
        meanwhile.append(is_collecting)
        if len(meanwhile) < 200:
            tasks.run(gc.isenabled, follow, fail)

    tasks.run(gc.isenabled, follow, fail)
    qtbot.waitUntil(lambda: len(meanwhile) == 200)
    assert not any(meanwhile)


def test_the_collector_does_not_look_through_much_that_was_read(qtbot: QtBot, tasks: Tasks) -> None:
    arrived: list[list[list[int]]] = []
    try:
        tasks.run(lambda: [[number] for number in range(60_000)], arrived.append, fail)
        qtbot.waitUntil(lambda: bool(arrived))
        assert gc.get_freeze_count() >= 60_000
        assert gc.isenabled()
    finally:
        gc.unfreeze()


def test_little_that_was_read_is_looked_through_as_ever(qtbot: QtBot, tasks: Tasks) -> None:
    frozen, arrived = gc.get_freeze_count(), list[list[list[int]]]()
    tasks.run(lambda: [[1], [2]], arrived.append, fail)
    qtbot.waitUntil(lambda: bool(arrived))
    assert gc.get_freeze_count() <= frozen


class Held:
    """Notes in which thread it is taken down, as what is Qt's must be in the window's."""

    def __init__(self, gone: list[int]) -> None:
        self._gone = gone

    def __del__(self) -> None:
        self._gone.append(threading.get_ident())


@pytest.mark.parametrize("fails", [False, True])
def test_what_the_work_holds_and_gives_is_let_go_in_the_windows_thread(
    qtbot: QtBot, tasks: Tasks, fails: bool
) -> None:
    gone: list[int] = []

    def give(held: Held) -> Held:
        if fails:
            raise ValueError(held)
        return held

    for _ in range(20):
        tasks.run(partial(give, Held(gone)), lambda _: None, lambda _: None)
    qtbot.waitUntil(lambda: len(gone) == 20)
    assert set(gone) == {threading.get_ident()}
