"""Find and replace in all decks, and expressions that may never end, in the real window."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QProgressBar, QTreeWidgetItem

from tests.ui import screen
from tests.ui.stage import Stage
from tests.ui.write.conftest import DECK
from tests.ui.write.desk import Writer

OTHER = "## What is dropout? {#drop}\nIt makes weights zero.\n"


class Search:
    """The search of a writer's page."""

    def __init__(self, writer: Writer) -> None:
        self.writer, self.bar, self.found = writer, writer.page.search, writer.page.found

    def look(self, words: str, new: str = "", *, pattern: bool = False) -> None:
        """Look in all decks."""
        self.writer.stage.press("Ctrl+Shift+F")
        (box,) = [b for b in self.bar.findChildren(QCheckBox) if b.text().startswith("Regular")]
        box.setChecked(pattern)
        fields = self.bar.findChildren(QLineEdit)
        fields[0].setText(words)
        fields[1].setText(new)

    def says(self, words: str) -> None:
        """Wait until the bar says something."""
        self.writer.qtbot.waitUntil(
            lambda: any(words in text for text in screen.texts(self.bar)), timeout=8000
        )

    def press(self, words: str) -> None:
        """Press a button of the bar."""
        screen.button(self.bar, words).click()

    def rows(self) -> list[str]:
        """Read what is listed."""
        found: list[str] = []
        for place in range(self.found.topLevelItemCount()):
            deck = self.found.topLevelItem(place)
            assert deck is not None
            rows = (deck.child(row) for row in range(deck.childCount()))
            found += [deck.text(0), *(row.text(0) for row in rows if row)]
        return found

    def tick(self, deck: int, row: int) -> None:
        """Take the tick of a place away."""
        self.row(deck, row).setCheckState(0, Qt.CheckState.Unchecked)

    def row(self, deck: int, row: int) -> QTreeWidgetItem:
        """Give the row of a place."""
        above = self.found.topLevelItem(deck)
        found = above.child(row) if above else None
        assert found is not None
        return found


@pytest.fixture
def search(writer: Writer) -> Search:
    writer.stage.write_deck(OTHER, "other.md")
    return Search(writer)


def other(stage: Stage) -> str:
    return (stage.decks / "other.md").read_text("utf-8")


def test_places_of_all_decks_are_listed_and_lead_to_their_lines(search: Search) -> None:
    search.look("makes")
    search.says("2 places in 2 decks")
    assert search.rows() == [
        "deck: 1 place",
        "10: It makes weights sparse.",
        "other: 1 place",
        "2: It makes weights zero.",
    ]
    search.found.setCurrentItem(search.row(1, 0))
    search.found.setFocus()
    search.writer.stage.press("Return")
    editor = search.writer.page.editor
    assert (editor.line(), editor.text, screen.focused()) == (2, OTHER, editor)
    search.writer.stage.press("Escape")
    assert not search.found.isVisible()


def test_chosen_places_are_replaced_and_one_undo_takes_it_back(
    search: Search, writer: Writer
) -> None:
    search.look("weights", "values")
    search.says("2 places in 2 decks")
    search.press("Replace 2")
    writer.qtbot.waitUntil(lambda: "Replaced 2 places" in writer.stage.notice)
    assert (writer.file, other(writer.stage)) == (
        DECK.replace("weights", "values"),
        OTHER.replace("weights", "values"),
    )
    writer.qtbot.waitUntil(lambda: "values" in writer.text, timeout=8000)
    search.says("No place in any deck")
    search.press("Undo")
    writer.qtbot.waitUntil(lambda: "2 decks as before." in writer.stage.notice)
    assert (writer.file, other(writer.stage)) == (DECK, OTHER)
    writer.qtbot.waitUntil(lambda: writer.text == DECK, timeout=8000)


def test_what_is_not_ticked_stays(search: Search, writer: Writer) -> None:
    search.look("weights", "values")
    search.says("2 places")
    search.tick(0, 0)
    search.press("Replace 1")
    writer.qtbot.waitUntil(lambda: "Replaced 1 place in 1 deck." in writer.stage.notice)
    assert (writer.file, "values" in other(writer.stage)) == (DECK, True)


def test_the_open_text_takes_part_without_being_saved(search: Search, writer: Writer) -> None:
    writer.at_end()
    writer.type("Mine makes.")
    search.look("makes", "takes")
    search.says("3 places in 2 decks")
    assert search.rows()[0] == "deck: 2 places, not saved yet"
    search.press("Replace 3")
    writer.qtbot.waitUntil(lambda: "deck.md is open, and not saved yet." in writer.stage.notice)
    assert writer.text == DECK.replace("makes", "takes") + "Mine takes."
    assert writer.file == DECK
    search.press("Undo")
    writer.qtbot.waitUntil(lambda: "2 decks as before." in writer.stage.notice)
    assert (writer.text, other(writer.stage)) == (f"{DECK}Mine makes.", OTHER)


def test_a_folder_that_is_read_only_is_said(
    search: Search, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    search.look("weights", "values")
    search.says("2 places")
    with monkeypatch.context() as patched:
        patched.setattr("tempfile.mkstemp", fail)
        search.press("Replace 2")
        writer.qtbot.waitUntil(lambda: "permission denied" in writer.stage.notice)
    assert writer.stage.notice.startswith("Nothing was replaced. ")
    assert (writer.file, other(writer.stage)) == (DECK, OTHER)


@pytest.mark.parametrize("scope", [0, 1])
def test_an_expression_without_end_lets_the_window_live_and_is_told(
    search: Search, writer: Writer, scope: int
) -> None:
    writer.at_end()
    writer.page.editor.insertPlainText("a" * 64)
    search.look("(a+)+b", pattern=True)
    search.bar.findChildren(QComboBox)[0].setCurrentIndex(scope)
    longest, end = 0.0, time.monotonic() + 0.8
    while time.monotonic() < end:
        began = time.thread_time()
        writer.qtbot.wait(1)
        longest = max(longest, time.thread_time() - began)
    assert longest < 0.4
    search.says("takes too long" if scope == 0 else "in any deck")


def test_a_search_that_takes_its_time_shows_it_and_is_given_up(
    search: Search, writer: Writer
) -> None:
    writer.at_end()
    writer.page.editor.insertPlainText("a" * 64)
    search.look("(a+)+b", pattern=True)
    progress = search.bar.findChildren(QProgressBar)[0]
    writer.qtbot.waitUntil(progress.isVisible)
    assert progress.maximum() == 2
    began = time.monotonic()
    search.press("Cancel")
    assert (time.monotonic() - began < 2, progress.isVisible()) == (True, False)
    search.look("makes")
    search.says("2 places in 2 decks")


def test_wrong_expressions_and_replacements_are_sentences(search: Search) -> None:
    search.look("(", pattern=True)
    search.says("This expression cannot be used")
    search.look("m(a)kes", r"\2", pattern=True)
    search.says("2 places")
    search.press("Replace 2")
    search.says("What to replace it by cannot be used: invalid group reference 2")
    assert other(search.writer.stage) == OTHER


def test_an_expression_is_replaced_in_this_deck_too(search: Search, writer: Writer) -> None:
    search.look(r"\{\{(L\d)\}\}", r"{{*\1*}}", pattern=True)
    search.bar.findChildren(QComboBox)[0].setCurrentIndex(0)
    search.says("2 places")
    search.press("Replace all")
    writer.qtbot.waitUntil(lambda: "{{*L1*}} and {{*L2*}}" in writer.text)
    search.says("2 places replaced.")
    search.press("Close")
    writer.stage.press("Ctrl+Z")
    assert writer.text == DECK
