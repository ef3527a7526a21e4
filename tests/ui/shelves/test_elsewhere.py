"""Decks come to live in another folder, in the window: moved, read as they are, or copied."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from flashcards.services.desk import Options
from flashcards.store.paths import shipped
from flashcards.ui.shelves.asking import NameDialog
from flashcards.ui.shelves.tree import DeckTree
from tests.ui import screen
from tests.ui.stage import MONDAY, Stage

DECK = "## Q? {#q}\nA.\n"


@pytest.fixture
def home(stage: Stage, tmp_path: Path) -> Path:
    """Give somebody whose decks live in a folder of their own, with one answer."""
    folder = tmp_path / "home"
    (folder / "ml").mkdir(parents=True)
    (folder / "ml" / "norms.md").write_text(DECK, "utf-8")
    (stage.data / "settings.toml").write_text(f'decks = "{folder}"\n', "utf-8")
    stage.options = Options((), str(stage.data), MONDAY)
    stage.open()
    stage.press("Return", "Space", "3", "Escape", "Escape")
    return folder


def ask_for(
    stage: Stage, qtbot: QtBot, folder: Path, *, then: Callable[[NameDialog], object]
) -> list[str]:
    """Say where they are to live, and give what was told of it before."""
    told = list[str]()

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, NameDialog):
            QTimer.singleShot(20, answer)
            return
        dialog.findChildren(QLineEdit)[0].setText(str(folder))
        told.append(screen.texts(dialog)[-1])
        then(dialog)

    stage.press("Ctrl+D")
    qtbot.waitUntil(lambda: stage.where == "Decks")
    QTimer.singleShot(20, answer)
    stage.press("Ctrl+H")
    stage.shell.activateWindow()
    qtbot.waitUntil(stage.shell.isActiveWindow)
    return told


def decks(stage: Stage) -> list[str]:
    """Read the tree of decks."""
    (tree,) = stage.shell.findChildren(DeckTree)
    every = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
    return [row.text(0) for row in tree.findItems("", every)]


def setting(stage: Stage) -> str:
    return str(tomllib.loads((stage.data / "settings.toml").read_text("utf-8"))["decks"])


def test_all_is_moved_to_a_new_folder_with_its_history(
    qtbot: QtBot, stage: Stage, home: Path, tmp_path: Path
) -> None:
    new = tmp_path / "elsewhere"
    told = ask_for(stage, qtbot, new, then=NameDialog.accept)
    assert told == [f"All that is in {home} is moved there. The notes keep their history."]
    qtbot.waitUntil(lambda: stage.notice == f"All your decks are in {new} now.")
    assert (new / "ml" / "norms.md").read_text("utf-8") == DECK
    assert not home.exists()
    assert setting(stage) == str(new)
    assert stage.histories() == {"q": 1}
    stage.close()
    stage.open()
    stage.press("Ctrl+D")
    qtbot.waitUntil(lambda: "norms" in decks(stage))
    assert stage.histories() == {"q": 1}


def test_a_folder_that_is_there_is_read_as_it_is(
    qtbot: QtBot, stage: Stage, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "git").mkdir()
    (tmp_path / "git" / "mine.md").write_text("## Mine? {#mine}\nYes.\n", "utf-8")
    told = ask_for(stage, qtbot, tmp_path / "git", then=NameDialog.accept)
    assert told == [f"The decks there are read as they are. Those in {home} stay where they are."]
    qtbot.waitUntil(lambda: stage.notice == f"Your decks are read from {tmp_path / 'git'} now.")
    assert (home / "ml" / "norms.md").exists()
    assert [path.name for path in (tmp_path / "git").iterdir()] == ["mine.md"]
    qtbot.waitUntil(lambda: "mine" in decks(stage))
    assert "norms" not in decks(stage)


def test_who_kept_to_the_shipped_decks_gets_copies(
    qtbot: QtBot, stage: Stage, tmp_path: Path
) -> None:
    (stage.data / "settings.toml").write_text('decks = "shipped"\n', "utf-8")
    stage.options = Options((), str(stage.data), MONDAY)
    stage.open()
    new = tmp_path / "mine"
    told = ask_for(stage, qtbot, new, then=NameDialog.accept)
    assert told == ["The decks that came with Flashcards are copied there, and are yours then."]
    qtbot.waitUntil(lambda: "Your decks live in" in stage.notice, timeout=20_000)
    assert len(list(new.rglob("*.md"))) == len(list(shipped("decks").rglob("*.md")))


def test_nothing_happens_where_it_is_left_or_cannot_be(
    qtbot: QtBot, stage: Stage, home: Path, tmp_path: Path
) -> None:
    ask_for(stage, qtbot, tmp_path / "new", then=NameDialog.reject)
    assert setting(stage) == str(home)
    stage.press("Escape")
    (tmp_path / "file").write_text("x")
    for wrong, why in (
        (tmp_path / "file", "is a file: name a folder"),
        (home / "deep", "which is inside it"),
    ):
        ask_for(stage, qtbot, wrong, then=NameDialog.accept)
        qtbot.waitUntil(lambda why=why: why in stage.notice)  # type: ignore[misc]  # bound at once
        stage.press("Escape", "Escape")
    assert setting(stage) == str(home)
    assert (home / "ml" / "norms.md").exists()


def test_where_the_choice_cannot_be_kept_the_decks_are_where_they_were(
    qtbot: QtBot, stage: Stage, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    ask_for(stage, qtbot, tmp_path / "new", then=NameDialog.accept)
    qtbot.waitUntil(lambda: "no space left on device" in stage.notice)
    monkeypatch.undo()
    assert (home / "ml" / "norms.md").exists()
    assert not (tmp_path / "new").exists()


def test_decks_that_were_named_at_the_start_stay(stage: Stage) -> None:
    stage.write_deck(DECK)
    stage.open()
    stage.press("Ctrl+D", "Ctrl+H")
    assert stage.notice.startswith("This window reads the decks that were named as it was started")


def test_of_several_folders_the_settings_have_the_list(
    qtbot: QtBot, stage: Stage, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.md").write_text(DECK.replace("q", name), "utf-8")
    folders = f'decks = ["{tmp_path / "one"}", "{tmp_path / "two"}"]\n'
    (stage.data / "settings.toml").write_text(folders, "utf-8")
    stage.options = Options((), str(stage.data), MONDAY)
    stage.open()
    stage.press("Ctrl+D")
    qtbot.waitUntil(lambda: stage.where == "Decks")
    stage.press("Ctrl+H")
    qtbot.waitUntil(lambda: stage.where == "Settings")
    assert (stage.data / "settings.toml").read_text("utf-8") == folders
