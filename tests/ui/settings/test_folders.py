"""The deck folders as a list: added to, taken from and opened, by the keyboard alone."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QListWidget
from pytestqt.qtbot import QtBot

from flashcards.domain.choices import CHOICES
from flashcards.domain.tongue import use
from flashcards.services.desk import Options
from flashcards.store.catalogues import catalogue
from flashcards.ui.settings.folders import FolderList
from flashcards.ui.settings.holding import CAME_ALONG, NAMED
from flashcards.ui.today.home import QUESTION
from tests.ui import screen
from tests.ui.stage import MONDAY, Stage, deck_of


@pytest.fixture
def opened(qtbot: QtBot, stage: Stage, tmp_path: Path) -> Stage:
    """Show the setting of two folders, one of which is not there."""
    (tmp_path / "mine").mkdir()
    text = f'decks = ["{tmp_path / "mine"}", "/gone"] # both\n'
    (stage.data / "settings.toml").write_text(text, "utf-8")
    stage.write_deck(deck_of(2))
    stage.open()
    stage.press("Ctrl+,")
    stage.wait_for("Choose an action")
    return stage


def folders(stage: Stage) -> QListWidget:
    (found,) = stage.page.findChildren(QListWidget)
    return found


def shown(stage: Stage) -> list[str]:
    made = folders(stage)
    return [made.item(row).text() for row in range(made.count())]


def kept(stage: Stage) -> object:
    return tomllib.loads((stage.data / "settings.toml").read_text("utf-8")).get("decks")


def point_at(monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: folder)


def test_each_folder_has_its_row_and_one_that_is_not_there_says_so(
    opened: Stage, tmp_path: Path
) -> None:
    assert shown(opened) == [str(tmp_path / "mine"), "/gone (not there)"]


def test_delete_takes_one_away_and_the_file_says_so(opened: Stage, tmp_path: Path) -> None:
    folders(opened).setFocus(Qt.FocusReason.TabFocusReason)
    opened.press("Down", "Del")
    assert shown(opened) == [str(tmp_path / "mine")]
    assert kept(opened) == str(tmp_path / "mine")
    assert opened.notice == NAMED  # as the tests' windows are started
    opened.press("Del")
    assert (shown(opened), kept(opened)) == ([], "")
    assert "None yet: Today asks where they should live." in opened.texts()
    assert (opened.data / "settings.toml").read_text("utf-8") == 'decks = "" # both\n'


def test_insert_adds_one_once(
    opened: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    point_at(monkeypatch, str(tmp_path))
    folders(opened).setFocus(Qt.FocusReason.TabFocusReason)
    opened.press("Ins", "Ins")
    assert kept(opened) == [str(tmp_path / "mine"), "/gone", str(tmp_path)]


def test_other_folders_are_read_at_once_and_watched(
    qtbot: QtBot, stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "more.md").write_text(deck_of(7).replace("Question", "Other"), "utf-8")
    (stage.data / "settings.toml").write_text(f'decks = "{stage.decks}"\n', "utf-8")
    stage.options = Options((), str(stage.data), MONDAY)
    stage.write_deck(deck_of(2))
    stage.open()
    stage.press("Ctrl+,")
    stage.wait_for("Choose an action")
    point_at(monkeypatch, str(other))
    folders(stage).setFocus(Qt.FocusReason.TabFocusReason)
    stage.press("Ins")
    qtbot.waitUntil(lambda: cards_of(stage) == 9)
    assert stage.notice == f"Your decks are read from {stage.decks}, {other} now."
    (other / "more.md").write_text(deck_of(8).replace("Question", "Other"), "utf-8")
    qtbot.waitUntil(lambda: cards_of(stage) == 10)
    folders(stage).setFocus(Qt.FocusReason.TabFocusReason)
    stage.press("Del")
    qtbot.waitUntil(lambda: cards_of(stage) == 8)
    stage.press("Del")
    qtbot.waitUntil(lambda: stage.notice == CAME_ALONG)
    stage.press("Escape")
    stage.wait_for(QUESTION[:20])


def cards_of(stage: Stage) -> int:
    assert stage.program
    desk = stage.program.conductor._desk  # as many as it has now
    assert desk
    return sum(len(shelf.cards) for shelf in desk.library.catalogue.shelves)


def test_who_points_at_none_changes_nothing(opened: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    point_at(monkeypatch, "")
    before = kept(opened)
    screen.button(opened.page, "Add a folder…").click()
    assert kept(opened) == before


def test_tab_leads_from_the_list_to_what_is_done_with_it(opened: Stage) -> None:
    folders(opened).setFocus(Qt.FocusReason.TabFocusReason)
    told = []
    for _ in range(3):
        opened.press("Tab")
        told.append(screen.read_aloud(screen.focused()).partition(",")[0])
    assert told == ["Add a folder…", "Open", "Remove"]


def test_enter_shows_the_files(opened: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def open_url(url: QUrl) -> bool:
        seen.append(url.toLocalFile())
        return url.toLocalFile() != "/gone"

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    folders(opened).setFocus(Qt.FocusReason.TabFocusReason)
    opened.press("Down")
    opened.press("Return", "Tab", "Tab", "Space")
    assert seen == ["/gone", "/gone"]
    assert opened.notice == "Nothing here opens folders; it is /gone."


def test_the_ones_that_came_along_are_named_in_words(qtbot: QtBot) -> None:
    use("de", catalogue("de"))
    made = FolderList(next(choice for choice in CHOICES if choice.name == "decks"))
    qtbot.addWidget(made.widget)
    made.show(["shipped", "/gone"])
    (rows,) = made.widget.findChildren(QListWidget)
    told = [rows.item(row).text() for row in range(rows.count())]
    assert told == ["Die mitgelieferten Stapel", "/gone (nicht vorhanden)"]
