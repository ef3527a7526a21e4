"""Saving a deck in any editor shows in the open window, and interrupts no answer."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from flashcards.store.deck_files import DeckFiles
from flashcards.ui.deck_watch import PATIENCE, QUIET_MS, DeckWatch

DECK = "## One\nanswer\n"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    path = tmp_path / "sub" / "a.md"
    path.write_text(DECK)
    return path


@pytest.fixture
def watch(qtbot: QtBot, deck: Path) -> Iterator[DeckWatch]:
    marks = DeckFiles([deck.parent.parent]).marks
    made = DeckWatch([deck.parent.parent], marks)
    made.start(dict(marks()))
    yield made
    made.deleteLater()


def replace_by_rename(deck: Path) -> None:
    new = deck.with_name("a.md~")
    new.write_text(DECK + "more\n")
    new.rename(deck)


def add_another(deck: Path) -> None:
    deck.with_name("b.md").write_text(DECK)


def remove(deck: Path) -> None:
    deck.unlink()


def write_in_place(deck: Path) -> None:
    deck.write_text(DECK + "more\n")


@pytest.mark.parametrize("save", [write_in_place, replace_by_rename, add_another, remove])
def test_a_save_is_told_in_less_than_300_ms(
    qtbot: QtBot, watch: DeckWatch, deck: Path, save: Callable[[Path], None]
) -> None:
    times = []
    for number in range(3):  # the best of three: other programs may hold the processors
        began = monotonic()
        with qtbot.waitSignal(watch.changed, timeout=5000):
            save(deck)
        times.append(monotonic() - began)
        with qtbot.waitSignal(watch.changed, timeout=5000):
            deck.with_name("b.md").unlink(missing_ok=True)
            deck.write_text(DECK + "again\n" * (number + 2))
    assert min(times) < 0.3


def test_a_save_between_reading_and_watching_is_told(qtbot: QtBot, deck: Path) -> None:
    marks = DeckFiles([deck.parent.parent]).marks
    read = dict(marks())
    write_in_place(deck)
    late = DeckWatch([deck.parent.parent], marks)
    with qtbot.waitSignal(late.changed, timeout=2500):
        late.start(read)
    late.deleteLater()


def test_two_saves_by_rename_are_both_told(qtbot: QtBot, watch: DeckWatch, deck: Path) -> None:
    for _ in range(2):
        with qtbot.waitSignal(watch.changed, timeout=8000):
            replace_by_rename(deck)
            os.utime(deck, ns=(0, deck.stat().st_mtime_ns + 10))


def test_other_files_are_no_news(qtbot: QtBot, watch: DeckWatch, deck: Path) -> None:
    with qtbot.assertNotEmitted(watch.changed, wait=3 * QUIET_MS):
        deck.with_name("notes.txt").write_text("x")
        deck.with_name(".a.md.swp").write_text("x")


def test_a_file_that_is_being_written_is_read_once_it_is_whole(
    qtbot: QtBot, watch: DeckWatch, deck: Path
) -> None:
    with qtbot.assertNotEmitted(watch.changed, wait=2 * QUIET_MS):
        deck.write_text("")
    with qtbot.waitSignal(watch.changed, timeout=8000):
        deck.write_text(DECK + "whole\n")


def test_a_file_left_empty_is_news_in_the_end(qtbot: QtBot, watch: DeckWatch, deck: Path) -> None:
    with qtbot.waitSignal(watch.changed, timeout=4 * PATIENCE * QUIET_MS):
        deck.write_text("")


def test_a_folder_that_takes_long_to_look_at_is_looked_at_rarely(qtbot: QtBot, deck: Path) -> None:
    def slowly() -> Iterator[tuple[str, tuple[int, ...]]]:
        sleep(0.05)
        yield str(deck), (1, 1)

    made = DeckWatch([deck.parent], slowly)
    made._look()  # as its timer does
    qtbot.waitUntil(lambda: made._poll.interval() >= 5_000)  # nothing else shows how rarely
    made.deleteLater()


def test_many_files_are_looked_at_a_few_at_a_time(qtbot: QtBot, deck: Path) -> None:
    looked, turns = list[int](), list[int]()

    def one_after_another() -> Iterator[tuple[str, tuple[int, ...]]]:
        for number in range(20):
            sleep(0.002)
            looked.append(number)
            yield f"{deck}-{number}", (1, 1)

    made = DeckWatch([deck.parent], one_after_another)
    clock = QTimer()
    clock.timeout.connect(lambda: turns.append(len(looked)))
    with qtbot.waitSignal(made.changed, timeout=8000):
        made.start({})
        clock.start(0)
    clock.stop()
    assert len({turn for turn in turns if 0 < turn < 20}) > 3  # the window's turns come between
    made.deleteLater()
