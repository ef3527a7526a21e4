"""The first run asks once, in a quiet row on Today, where the decks should live."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from flashcards.services.desk import Options
from flashcards.ui.today.home import HomeRow
from tests.ui.stage import MONDAY, Stage


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the person a home folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def first_run(stage: Stage) -> HomeRow:
    """Start as a new person does: without naming a deck."""
    stage.options = Options((), str(stage.data), MONDAY)
    stage.open()
    return stage.page.findChildren(HomeRow)[0]


def click(row: HomeRow, words: str) -> None:
    """Click the button that says so."""
    next(each for each in row.findChildren(QPushButton) if words in each.text()).click()


def test_the_decks_are_copied_where_the_person_says(qtbot: QtBot, stage: Stage, home: Path) -> None:
    row = first_run(stage)
    assert row.isVisible()
    before = stage.texts()
    click(row, "Keep them in ~/Flashcards")
    qtbot.waitUntil(lambda: "Your decks live in" in stage.notice)
    assert not row.isVisible()
    assert (home / "Flashcards" / "ml").is_dir()
    assert [text for text in stage.texts() if text in before]
    stage.close()
    assert not first_run(stage).isVisible()


def test_a_deck_in_the_new_place_shows_by_itself(qtbot: QtBot, stage: Stage, home: Path) -> None:
    row = first_run(stage)
    click(row, "Keep them in")
    qtbot.waitUntil(lambda: "Your decks live in" in stage.notice)
    for path in (home / "Flashcards").rglob("*.md"):
        path.unlink()
    (home / "Flashcards" / "one.md").write_text("## The only one?\nYes.\n")
    stage.wait_for("1 card")


def test_another_folder_can_be_chosen(
    qtbot: QtBot, stage: Stage, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(home / "other"))
    click(first_run(stage), "Another folder")
    qtbot.waitUntil(lambda: f"Your decks live in {home / 'other'} now" in stage.notice)


def test_who_chooses_no_folder_is_still_asked(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    row = first_run(stage)
    click(row, "Another folder")
    assert row.isVisible()


def test_not_now_is_asked_no_more(qtbot: QtBot, stage: Stage, home: Path) -> None:
    row = first_run(stage)
    click(row, "Not now")
    qtbot.waitUntil(lambda: "You will not be asked again" in stage.notice)
    assert not (home / "Flashcards").exists()
    stage.close()
    assert not first_run(stage).isVisible()


def test_who_named_their_decks_is_not_asked(stage: Stage) -> None:
    stage.write_deck("## Q?\nA.\n")
    stage.open()
    assert not stage.page.findChildren(HomeRow)[0].isVisible()


def test_a_folder_that_takes_nothing_is_told_and_asked_for_again(
    qtbot: QtBot, stage: Stage, home: Path
) -> None:
    (home / "Flashcards").write_text("a file")
    row = first_run(stage)
    click(row, "Keep them in")
    qtbot.waitUntil(lambda: "is a file: name a folder" in stage.notice)
    assert row.isVisible()
