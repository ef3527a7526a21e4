"""A long text is saved in the background, in order, and nothing that is typed meanwhile is lost."""

import os
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from flashcards.services.writing import Clash, Saved, Writing
from flashcards.ui.write import saving
from flashcards.ui.write.merge_dialog import MergeDialog
from tests.ui.stage import Stage
from tests.ui.write.conftest import DECK
from tests.ui.write.desk import Writer


@pytest.fixture
def gate() -> Iterator[Event]:
    """Hold every save until this is set."""
    made = Event()
    yield made
    made.set()


@pytest.fixture
def slow(writer: Writer, gate: Event, monkeypatch: pytest.MonkeyPatch) -> Writer:
    """Let every text count as long, and saving it take as long as the test wants."""
    save = Writing.save

    def save_slowly(writing: Writing, text: str, over: Clash | None = None) -> Saved | Clash:
        assert gate.wait(20), "the test lets it go on"
        return save(writing, text, over)

    monkeypatch.setattr(saving, "LONG", 0)
    monkeypatch.setattr(Writing, "save", save_slowly)
    writer.at_end()
    return writer


def kept(stage: Stage) -> list[str]:
    return [path.name for path in (stage.data / "unsaved").glob("*.json")]


def test_the_key_is_let_go_at_once_and_the_foot_says_how_it_stands(
    slow: Writer, gate: Event
) -> None:
    slow.type("Mine.")
    slow.stage.press("Ctrl+S")
    assert slow.page.state.startswith("Saving…")
    assert slow.file == DECK
    gate.set()
    slow.says("Saved")
    assert slow.file == f"{DECK}Mine."
    assert (slow.stage.notice, kept(slow.stage)) == ("Saved deck.md.", [])


def test_what_is_typed_meanwhile_stays_and_is_saved_by_the_next_key(
    slow: Writer, gate: Event
) -> None:
    slow.type("## New\nAn answer.\n")
    slow.stage.press("Ctrl+S")
    slow.type("More.")
    gate.set()
    slow.says("Not saved yet")
    named = f"{DECK}## New {{#new}}\nAn answer.\n"
    assert (slow.text, slow.file) == (f"{named}More.", named)
    slow.stage.press("Ctrl+S")
    slow.says("Saved ")
    assert slow.file == f"{named}More."


def test_two_saves_are_done_in_the_order_of_their_keys(slow: Writer, gate: Event) -> None:
    slow.type("One.")
    slow.stage.press("Ctrl+S")
    slow.type("Two.")
    slow.stage.press("Ctrl+S")
    gate.set()
    slow.qtbot.waitUntil(lambda: slow.file == f"{DECK}One.Two.", timeout=8000)
    slow.says("Saved ")


def test_what_is_not_saved_when_the_disk_is_full_is_told_and_can_be_tried_again(
    slow: Writer, gate: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_number: int) -> None:
        raise OSError(28, "No space left on device")

    slow.type("Mine.")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fail)
        gate.set()
        slow.stage.press("Ctrl+S")
        slow.qtbot.waitUntil(lambda: "no space left" in slow.stage.notice)
    slow.says("Not saved yet")
    assert (slow.file, slow.text) == (DECK, f"{DECK}Mine.")
    slow.stage.press("Ctrl+S")
    slow.says("Saved ")


@pytest.mark.parametrize("opened_meanwhile", [False, True])
def test_a_clash_is_settled_on_the_page_and_told_elsewhere(
    slow: Writer, gate: Event, opened_meanwhile: bool
) -> None:
    def settle() -> None:
        dialog = slow.dialog()
        if isinstance(dialog, MergeDialog):
            dialog.accept()
        else:
            QTimer.singleShot(20, settle)

    slow.stage.write_deck("## Other {#other}\nx\n", "other.md")
    slow.page.editor.replace_text(DECK.replace("sparse", "mine"))
    slow.stage.write_deck(DECK.replace("sparse", "theirs"))
    slow.stage.press("Ctrl+S")
    gate.set()
    if opened_meanwhile:
        slow.page.deck_wanted.emit(str(slow.stage.decks / "other.md"))
        slow.qtbot.waitUntil(lambda: "changed the same lines" in slow.stage.notice, timeout=8000)
        assert slow.text == "## Other {#other}\nx\n"
        slow.page.deck_wanted.emit(str(slow.stage.decks / "deck.md"))
    QTimer.singleShot(0, settle)  # before the key: its dialog may be open until it is settled
    if opened_meanwhile:
        slow.stage.press("Ctrl+S")
    slow.qtbot.waitUntil(
        lambda: "weights mine.\nIt makes weights theirs." in slow.file, timeout=8000
    )
    slow.says("Saved ")


@pytest.mark.parametrize("is_full", [False, True])
def test_a_window_that_closes_meanwhile_loses_nothing(
    qtbot: QtBot,
    stage: Stage,
    slow: Writer,
    gate: Event,
    monkeypatch: pytest.MonkeyPatch,
    is_full: bool,
) -> None:
    real = os.replace

    def fail(_self: object, target: str) -> None:
        if str(target).endswith("deck.md"):
            raise OSError(28, "No space left on device")
        real(str(_self), target)

    slow.type("Mine.")
    with monkeypatch.context() as patched:
        if is_full:
            patched.setattr("pathlib.Path.replace", fail)
        stage.press("Ctrl+S")
        assert slow.file == DECK
        gate.set()
        stage.close()
    assert (slow_file(stage) == f"{DECK}Mine.", len(kept(stage))) == (not is_full, int(is_full))
    assert Writer(qtbot, stage).text == f"{DECK}Mine."


def slow_file(stage: Stage) -> str:
    return (stage.decks / "deck.md").read_text("utf-8")


def test_a_text_is_kept_safe_in_the_background_too(slow: Writer) -> None:
    slow.type("Mine.")
    slow.qtbot.waitUntil(lambda: bool(kept(slow.stage)), timeout=8000)
    slow.stage.press("Ctrl+Z")
    slow.page.editor.document().setModified(False)
    slow.stage.press("Escape")
    slow.qtbot.waitUntil(lambda: not kept(slow.stage), timeout=8000)
