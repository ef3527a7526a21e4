"""The table of all cards is read by one reader, however many look into it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from flashcards.services.library import Library
from flashcards.ui.browse.reading import Reading
from tests.ui.conftest import OpenDeck
from tests.ui.stage import deck_of


def never() -> bool:
    return False


@pytest.fixture
def library(open_deck: OpenDeck, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Read it all at once, however busy the machine is."""
    monkeypatch.setattr("flashcards.ui.browse.reading.FIRST_S", 60.0)
    return open_deck(deck_of(30)).library


def test_a_small_collection_is_there_at_once(library: Library) -> None:
    reading, told = Reading(library, never, parent := QObject()), list[str]()
    reading.done.connect(lambda: told.append("done"))
    assert not reading.is_done
    reading.begin()
    assert (told, reading.is_done, reading.is_busy) == (["done"], True, False)
    assert len(library.finder.table) == 30
    parent.deleteLater()


def test_a_large_one_comes_in_steps_and_keys_in_between(
    qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flashcards.ui.browse.reading.FIRST_S", -1.0)
    monkeypatch.setattr("flashcards.ui.browse.reading._SLICE_S", -1.0)
    reading, shares = Reading(library, never, parent := QObject()), list[float]()
    reading.advanced.connect(shares.append)
    reading.begin()
    assert (reading.is_busy, reading.is_done) == (True, False)
    reading.begin()  # another one looks in: it goes on, from where it must
    with qtbot.waitSignal(reading.done):
        pass
    assert (reading.is_busy, reading.is_done) == (False, True)
    assert len(library.finder.table) == 30
    assert shares == sorted(shares) or len(shares) > 1
    parent.deleteLater()


def test_a_deck_that_was_saved_is_read_with_the_next_look(library: Library, tmp_path: Path) -> None:
    reading = Reading(library, never, parent := QObject())
    reading.begin()
    (tmp_path / "deck.md").write_text(deck_of(31), "utf-8")
    library.adopt(library.read_decks())
    assert not reading.is_done
    reading.begin()
    assert (reading.is_done, len(library.finder.table.slots)) == (True, 31)
    parent.deleteLater()


def test_it_waits_while_another_thread_works_on_the_library(qtbot: QtBot, library: Library) -> None:
    others = [True]
    reading = Reading(library, lambda: others[0], parent := QObject())
    reading.begin()
    qtbot.wait(60)
    assert (reading.is_busy, reading.is_done) == (False, False)
    others[0] = False
    with qtbot.waitSignal(reading.done):
        pass
    assert reading.is_done
    parent.deleteLater()
