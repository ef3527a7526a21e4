"""One window on one data folder."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from flashcards.ui.single import SingleInstance

HOLD = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from flashcards.ui.single import SingleInstance
application = QCoreApplication([])
single = SingleInstance(Path(sys.argv[1]))
print(single.claim(), flush=True)
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "data" / "window.lock"


def test_a_second_window_does_not_get_the_folder(qtbot: QtBot, lock: Path) -> None:
    first, second = SingleInstance(lock), SingleInstance(lock)
    assert [first.claim(), second.claim()] == [True, False]


def test_another_folder_is_free(qtbot: QtBot, lock: Path) -> None:
    first, second = SingleInstance(lock), SingleInstance(lock.with_name("other.lock"))
    assert [first.claim(), second.claim()] == [True, True]


def test_a_second_start_raises_the_first_window(qtbot: QtBot, lock: Path) -> None:
    first = SingleInstance(lock)
    first.claim()
    first.listen()
    for decks in ([], ["/decks/Über uns.md", "/decks/b.md"]):
        with qtbot.waitSignal(first.raise_wanted) as wanted:
            assert SingleInstance(lock).raise_other(list(map(Path, decks)))
        assert wanted.args == [decks]


def test_nobody_is_raised_where_nobody_listens(qtbot: QtBot, lock: Path) -> None:
    assert not SingleInstance(lock).raise_other()


def test_the_lock_of_a_killed_window_is_taken_over(qtbot: QtBot, lock: Path) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", HOLD, lock], capture_output=True, text=True, check=False
    )
    assert (killed.returncode, killed.stdout, lock.exists()) == (-9, "True\n", True)
    assert SingleInstance(lock).claim()


@pytest.mark.parametrize("content", ["", "nonsense", "123"])
def test_a_lock_that_says_nothing_is_taken_over(qtbot: QtBot, lock: Path, content: str) -> None:
    single = SingleInstance(lock)
    lock.write_text(content, "utf-8")
    assert single.claim()
