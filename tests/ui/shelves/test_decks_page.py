"""Decks are put in order in the window: renamed, moved, thrown away, and all of it taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from flashcards.services.desk import Options
from flashcards.ui.dialogs.frame import Choice
from flashcards.ui.shelves.asking import FolderDialog, NameDialog
from flashcards.ui.shelves.page import ShelvesPage
from flashcards.ui.write.page import WritePage
from tests.ui import screen
from tests.ui.bringing.importer import drop
from tests.ui.stage import MONDAY, Stage

NORMS = "## What does L1 do? {#l1}\nIt makes weights sparse.\n"


class Keeper:
    """At the Decks page of a stage."""

    def __init__(self, qtbot: QtBot, stage: Stage) -> None:
        self.qtbot, self.stage = qtbot, stage
        (stage.decks / "ml").mkdir()
        stage.write_deck(NORMS, "ml/norms.md")
        stage.write_deck("## Set?\nA bag.\n\n## Map?\nA rule.\n", "sets.md")
        stage.open()
        stage.press("Ctrl+D")

    @property
    def page(self) -> ShelvesPage:
        page = self.stage.page
        assert isinstance(page, ShelvesPage)
        return page

    @property
    def rows(self) -> list[str]:
        """Read the tree: each row's words and cards, with its depth."""
        tree, found = self.page.tree, list[str]()
        at = tree.model().index(0, 0)
        while at.isValid():
            depth, above = 0, at.parent()
            while above.isValid():
                depth, above = depth + 1, above.parent()
            found.append(f"{'  ' * depth}{at.data()} {at.siblingAtColumn(1).data()}")
            at = tree.indexBelow(at)
        return found

    def choose(self, *parts: str) -> Path:
        """Choose a deck or a folder below the root."""
        path = self.stage.decks.joinpath(*parts)
        self.page.tree.choose(path)
        assert self.page.tree.current == path
        return path

    def asked(self, key: str, answer: Callable[[QDialog], object]) -> list[str]:
        """Press a key that asks something, answer, and give what was asked."""
        return self.asked_by(lambda: self.stage.press(key), answer)

    def asked_by(
        self, deed: Callable[[], object], answer: Callable[[QDialog], object]
    ) -> list[str]:
        """Do something that asks, answer, and give what was asked."""
        read: list[str] = []

        def seen() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QDialog)
            answer(dialog)
            read.extend(screen.texts(dialog))
            dialog.accept() if answer is not refuse else dialog.reject()

        QTimer.singleShot(50, seen)
        deed()
        self.stage.shell.activateWindow()  # as a window manager does once a dialog is gone
        self.qtbot.waitUntil(self.stage.shell.isActiveWindow)
        return read

    def told(self, words: str) -> None:
        """Wait for a notice."""
        self.qtbot.waitUntil(lambda: words in self.stage.notice)


def refuse(_: QDialog) -> None:
    """Press Escape."""


def agree(_: QDialog) -> None:
    """Press Enter."""


def typed(words: str) -> Callable[[QDialog], object]:
    """Type words over those that are there."""
    return lambda dialog: QTest.keyClicks(dialog.findChildren(QLineEdit)[0], words)


@pytest.fixture
def keeper(qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Keeper:
    monkeypatch.setenv("XDG_DATA_HOME", str(stage.data / "share"))
    return Keeper(qtbot, stage)


def test_decks_stand_in_their_folders_with_their_cards_counted(keeper: Keeper) -> None:
    assert keeper.stage.where == "Decks"
    assert keeper.rows == [f"{keeper.stage.decks} 3", "  ml 1", "    norms 1", "  sets 2"]
    assert str(keeper.stage.decks) in screen.texts(keeper.page)


def test_a_deck_is_renamed_after_what_comes_of_it_was_said_and_that_is_undone(
    keeper: Keeper,
) -> None:
    before = keeper.choose("ml", "norms.md")
    asked = keeper.asked("F2", typed("lengths"))
    now = before.with_name("lengths.md")
    assert asked[:2] == ["Rename norms.md", f"{now}\nIts notes keep their history."]
    keeper.told("norms.md is lengths.md now. Ctrl+Z takes it back.")
    assert keeper.page.tree.current == now
    assert (now.exists(), before.exists()) == (True, False)
    keeper.stage.press("Ctrl+Z")
    keeper.told("Taken back: norms.md is lengths.md now.")
    assert keeper.page.tree.current == before
    keeper.stage.press("Ctrl+Z")
    assert keeper.stage.notice == "There is nothing to undo."


def test_a_folder_is_thrown_away_with_all_in_it_and_taken_out_again(keeper: Keeper) -> None:
    folder = keeper.choose("ml")
    asked = keeper.asked("Del", refuse)
    assert asked[0] == "Throw ml away?"
    assert asked[1].startswith(
        "1 deck with 1 card will be in the system’s trash. Their history waits"
    )
    assert folder.exists()
    keeper.asked("Del", agree)
    keeper.told("ml is in the trash.")
    assert keeper.rows == [f"{keeper.stage.decks} 2", "  sets 2"]
    keeper.stage.press("U")
    keeper.told("Taken back")
    assert (folder / "norms.md").read_text("utf-8") == NORMS


def test_a_deck_is_moved_to_a_folder_that_is_offered_or_typed(keeper: Keeper) -> None:
    keeper.choose("sets.md")

    def into(words: str) -> Callable[[QDialog], object]:
        return lambda dialog: dialog.findChildren(QComboBox)[0].setEditText(words)

    keeper.asked("M", into("deep/er"))
    keeper.told(f"sets.md is in {keeper.stage.decks / 'deep' / 'er'} now.")
    offered: list[str] = []

    def read(dialog: QDialog) -> None:
        box = dialog.findChildren(QComboBox)[0]
        offered.extend(box.itemText(place) for place in range(box.count()))
        box.setCurrentIndex(0)

    keeper.asked("M", read)
    keeper.told(f"sets.md is in {keeper.stage.decks} now.")
    folders = [keeper.stage.decks / name for name in ("", "deep", "deep/er", "ml")]
    assert offered == list(map(str, folders))


def test_a_deck_is_made_where_one_is_and_opened(keeper: Keeper) -> None:
    keeper.choose("ml", "norms.md")
    keeper.asked("N", typed("Sea words"))
    keeper.told("sea-words.md is made.")
    made = keeper.stage.decks / "ml" / "sea-words.md"
    assert made.read_text("utf-8") == '---\ntitle: "Sea words"\n---\n'
    assert keeper.page.tree.current == made
    keeper.stage.press("Return")
    keeper.qtbot.waitUntil(lambda: isinstance(keeper.stage.page, WritePage))
    assert keeper.stage.shell.findChildren(WritePage)[0].editor.text.startswith("---\ntitle")


def test_a_folder_of_decks_is_copied_in(
    keeper: Keeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "theirs"
    (source / ".git").mkdir(parents=True)
    (source / "more.md").write_text("## More?\nYes.\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(source))
    keeper.choose()
    keeper.stage.press("A")
    keeper.told("1 file copied")
    assert "  theirs 1" in keeper.rows
    assert not (keeper.stage.decks / "theirs" / ".git").exists()


def test_a_deck_with_text_that_is_not_saved_stays_until_that_is_settled(keeper: Keeper) -> None:
    file = keeper.choose("ml", "norms.md")
    keeper.stage.press("Return")
    keeper.stage.wait_for("Saved")
    QTest.keyClicks(screen.focused(), "Mine. ")
    keeper.stage.press("Escape", "Ctrl+D")
    keeper.choose("ml")
    asked = keeper.asked("F2", agree)
    assert asked[0] == "Not saved yet"
    assert asked[1].startswith("What you wrote in norms.md is not saved yet.")
    keeper.qtbot.waitUntil(lambda: isinstance(keeper.stage.page, WritePage))
    assert file.exists()
    keeper.stage.press("Ctrl+S")
    keeper.qtbot.waitUntil(lambda: file.read_text("utf-8").startswith("Mine. "))
    keeper.stage.press("Escape", "Ctrl+D")
    keeper.choose("ml")
    keeper.asked("R", typed("maths"))
    keeper.told("ml is maths now.")
    (page,) = keeper.stage.shell.findChildren(WritePage)
    keeper.stage.press("Escape", "W")
    QTest.keyClicks(screen.focused(), "More. ")
    keeper.stage.press("Ctrl+S")
    saved = keeper.stage.decks / "maths" / "norms.md"
    keeper.qtbot.waitUntil(lambda: "More. " in saved.read_text("utf-8"))
    assert (page.state.startswith("Saved"), file.exists()) == (True, False)


def test_the_write_page_shows_another_deck_where_its_own_was_thrown_away(keeper: Keeper) -> None:
    keeper.choose("ml", "norms.md")
    keeper.stage.press("Return", "Escape", "Ctrl+D")
    keeper.choose("ml", "norms.md")
    keeper.asked("Del", agree)
    keeper.told("norms.md is in the trash.")
    (page,) = keeper.stage.shell.findChildren(WritePage)
    assert "Set?" in page.editor.text
    keeper.choose("sets.md")
    keeper.asked("Del", agree)
    keeper.told("sets.md is in the trash.")
    assert (page.editor.text, page.state[:21]) == ("", "There is no deck yet:")


def test_the_folder_of_all_decks_stays_and_what_is_gone_is_told(keeper: Keeper) -> None:
    keeper.choose()
    keeper.asked("Del", agree)
    keeper.told("is where your decks live, so it stays.")
    file = keeper.choose("sets.md")
    file.unlink()
    keeper.asked("Del", agree)
    keeper.told("cannot be put into the trash: no such file")


def test_a_deck_or_a_folder_is_studied(keeper: Keeper) -> None:
    keeper.choose("ml")
    keeper.stage.press("Ctrl+Return")
    keeper.qtbot.waitUntil(lambda: keeper.stage.where == "Review")
    assert "What does L1 do?" in keeper.stage.card
    keeper.stage.press("Escape", "Escape", "Ctrl+D")
    keeper.stage.write_deck("Only words.\n", "empty.md")
    keeper.qtbot.waitUntil(lambda: "  empty –" in keeper.rows, timeout=8000)
    keeper.choose("empty.md")
    keeper.stage.press("Ctrl+Return")
    assert keeper.stage.notice == "There is no card in it yet."


def test_a_menu_offers_it_all_with_its_keys_and_return_folds(keeper: Keeper) -> None:
    keeper.choose("ml")
    words = [made.text() for made in keeper.page.menu().actions() if made.text()]
    assert "Rename it\tF2" in words
    undo = next(made for made in keeper.page.menu().actions() if "Undo" in made.text())
    assert not undo.isEnabled()
    keeper.stage.press("Return")
    assert "    norms 1" not in keeper.rows
    keeper.stage.press("Return", "Escape")
    assert keeper.stage.where == "Today"


def test_where_there_is_no_deck_it_is_said_what_to_do(qtbot: QtBot, stage: Stage) -> None:
    stage.open()
    stage.press("Ctrl+D")
    assert "There is no deck yet. Make one, add a folder of decks, or import notes." in (
        stage.texts()
    )
    qtbot.waitUntil(lambda: stage.where == "Decks")


def test_the_decks_that_came_along_are_not_put_in_order(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(stage.data))
    stage.options = Options((), str(stage.data), MONDAY)
    stage.open()
    stage.press("Ctrl+D")
    for key in ("F2", "M", "Del", "N", "A"):
        stage.press(key)
        assert stage.notice.startswith("These decks came with Flashcards. Say on Today where")


def test_a_folder_that_is_dropped_is_copied_after_a_question(
    keeper: Keeper, tmp_path: Path
) -> None:
    source = tmp_path / "theirs"
    source.mkdir()
    (source / "more.md").write_text("## More?\nYes.\n", "utf-8")
    read = keeper.asked_by(lambda: drop(keeper.stage, [source]), refuse)
    assert read[0] == "Copy theirs to your decks?"
    assert read[1].startswith(f"All that is in it is copied to {keeper.stage.decks}, but for what")
    assert not (keeper.stage.decks / "theirs").exists()
    keeper.asked_by(lambda: drop(keeper.stage, [source]), agree)
    keeper.told("1 file copied")
    assert (keeper.stage.decks / "theirs" / "more.md").exists()
    keeper.stage.press("Ctrl+Z")
    keeper.told("Taken back")
    assert not (keeper.stage.decks / "theirs").exists()


def test_a_name_must_be_typed(keeper: Keeper, window: QWidget) -> None:
    keeper.choose("sets.md")
    dialog = NameDialog("New deck", " ", lambda words: f"[{words}]", Choice("Make", "It"), window)
    dialog.accept()
    assert dialog.result() == 0
    assert screen.texts(dialog) == ["New deck", "[]"]
    QTest.keyClicks(dialog.findChildren(QLineEdit)[0], "Sea   words")
    assert (dialog.words, screen.texts(dialog)[1]) == ("Sea words", "[Sea words]")


@pytest.mark.parametrize(
    ("typed_in", "folder"), [("deep/er", "/d/deep/er"), ("/elsewhere", "/elsewhere"), ("", "/d")]
)
def test_a_folder_is_below_the_first_one_or_anywhere(
    window: QWidget, typed_in: str, folder: str
) -> None:
    folders = [Path("/d"), Path("/d/a")]
    dialog = FolderDialog("Move it to", folders, "It stays.", Choice("Move", "It"), window)
    dialog.findChildren(QComboBox)[0].setEditText(typed_in)
    assert dialog.folder == Path(folder)


def test_a_name_that_no_deck_may_have_is_told(keeper: Keeper) -> None:
    keeper.choose("sets.md")
    keeper.asked("F2", typed("README"))
    keeper.told("would not be read as a deck")
    keeper.choose("ml")
    keeper.asked("F2", typed(".hidden"))
    keeper.told("a folder's name must not begin with a dot")
    assert keeper.rows == [f"{keeper.stage.decks} 3", "  ml 1", "    norms 1", "  sets 2"]


def test_what_was_folded_stays_folded_while_decks_come_and_go(keeper: Keeper) -> None:
    keeper.choose("ml")
    keeper.stage.press("Return")
    keeper.stage.write_deck("## New?\nYes.\n", "new.md")
    keeper.qtbot.waitUntil(lambda: "  new 1" in keeper.rows, timeout=8000)
    assert "    norms 1" not in keeper.rows
    assert keeper.page.tree.current == keeper.stage.decks / "ml"


def test_a_screen_reader_hears_a_row_with_its_cards(keeper: Keeper) -> None:
    keeper.choose("ml")
    index = keeper.page.tree.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "ml, 1 card"
