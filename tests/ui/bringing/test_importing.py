"""Notes of other programs are looked at, told how they are meant, written, and taken back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QProgressBar
from pytestqt.qtbot import QtBot

from flashcards.ui.write.page import WritePage
from tests.ui import screen
from tests.ui.bringing.importer import Importer, drop
from tests.ui.stage import Stage

ROWS = ("Term Meaning Chapter", "epoch a-pass Training", "batch some-examples Training", "shard  ")
TABLE = "\n".join(row.replace(" ", "\t").replace("-", " ") for row in ROWS)
DECK = "## Old one? {#old}\nYes.\n"


@pytest.fixture
def importer(qtbot: QtBot, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Importer:
    """Open Today on one deck."""
    monkeypatch.setenv("XDG_DATA_HOME", str(stage.data / "share"))
    stage.write_deck(DECK)
    return Importer(qtbot, stage)


def test_what_was_copied_is_shown_as_it_will_be_written_and_is_written(importer: Importer) -> None:
    importer.copy(TABLE)
    assert importer.fault() == "Give the new deck a title: its file is named after it."
    assert importer.says("## epoch {#epoch}\n\na pass")
    assert importer.says("“shard” has no answer.")
    chosen = [importer.choice(f"What “{name}” is").currentText() for name in ("Term", "Chapter")]
    assert chosen == ["Question", "Section"]
    importer.title("My words")
    file = importer.stage.decks / "my-words.md"
    assert importer.says(f"{file} is made.")
    importer.press("Import 2 notes")
    importer.until_imported()
    assert importer.says("2 notes are in my-words.md.")
    assert file.read_text("utf-8") == (
        '---\ntitle: "My words"\n---\n\n# Training\n\n'
        "## epoch {#epoch}\n\na pass\n\n## batch {#batch}\n\nsome examples\n"
    )


def test_the_columns_are_chosen_and_each_part_has_one(importer: Importer) -> None:
    importer.copy(TABLE)
    importer.title("Words")
    importer.choose("What “Chapter” is", "Question")
    assert importer.choice("What “Term” is").currentText() == "Left out"
    assert importer.says("## Training {#training}\n\na pass")
    importer.choose("What “Chapter” is", "Left out")
    assert importer.choice("What “Term” is").currentText() == "Question"
    importer.choose("What “Term” is", "Left out")
    assert importer.fault() == "No column asks: choose the one with the question."
    assert not importer.can_import
    importer.choose("What “Term” is", "Answer")
    importer.choose("What “Meaning” is", "Question")
    assert importer.says("## a pass {#pass}\n\nepoch")


def test_what_was_seen_of_a_file_may_be_said_otherwise(importer: Importer) -> None:
    importer.copy("Größe;Sinn\nq;a, b\n")
    importer.title("Words")
    assert importer.choice("Parted by").currentText() == "Semicolons"
    assert importer.says("2 notes will be written.")
    importer.tick("The first row names the columns")
    assert importer.says("1 note will be written.")
    assert importer.choice("What “Sinn” is").currentText() == "Answer"
    importer.choose("Parted by", "Commas")
    assert importer.says("## q;a {#q}\n\nb")
    importer.choose("Encoding", "Windows-1252")
    assert importer.says("GrÃ¶ÃŸe")
    importer.choose("Read as", "Mdanki's headings")
    assert not importer.choice("Parted by").isVisible()
    importer.qtbot.waitUntil(lambda: importer.says("no notes will be written"))
    assert not importer.can_import


def test_notes_go_to_the_end_of_a_deck_that_is_there_and_are_taken_back(importer: Importer) -> None:
    importer.copy(TABLE)
    importer.choose("Into the deck", "deck")
    assert importer.says("They go to its end.")
    importer.press("Import 2 notes")
    importer.until_imported()
    deck = importer.stage.decks / "deck.md"
    assert deck.read_text("utf-8").startswith(f"{DECK}\n# Training\n\n## epoch")
    importer.press("Take it back")
    importer.qtbot.waitUntil(lambda: "is as it was before" in importer.stage.notice)
    assert deck.read_text("utf-8") == DECK


def test_a_deck_that_changed_since_is_not_taken_back(importer: Importer) -> None:
    importer.copy(TABLE)
    importer.choose("Into the deck", "deck")
    importer.press("Import 2 notes")
    importer.until_imported()
    deck = importer.stage.decks / "deck.md"
    deck.write_text(deck.read_text("utf-8") + "\nMore.\n", "utf-8")
    importer.press("Take it back")
    importer.qtbot.waitUntil(lambda: "was changed since" in importer.stage.notice)
    assert "epoch" in deck.read_text("utf-8")


def test_the_deck_is_studied_or_opened_at_the_first_new_note(importer: Importer) -> None:
    importer.copy(TABLE)
    importer.title("Words")
    importer.press("Import")
    importer.until_imported()
    importer.press("Open the deck")
    importer.qtbot.waitUntil(lambda: isinstance(importer.stage.page, WritePage))
    importer.stage.wait_for("Saved")
    (page,) = importer.stage.shell.findChildren(WritePage)
    assert page.editor.text.startswith('---\ntitle: "Words"')
    importer.come_back()
    importer.stage.press("Escape")
    importer.copy("Q,A\nlimit,a border\n")
    importer.choose("Into the deck", "words")
    importer.press("Import")
    importer.until_imported()
    importer.press("Study these")
    importer.qtbot.waitUntil(lambda: importer.stage.where == "Review")
    assert "epoch" in importer.stage.card


def test_a_title_whose_file_is_there_is_refused(importer: Importer) -> None:
    importer.copy(TABLE)
    importer.title("Deck")
    assert importer.fault().endswith("deck.md is there already: choose another title.")
    assert importer.says("2 notes will be written.")


def test_files_are_chosen_or_dropped_anywhere(
    importer: Importer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / "sea_words.csv", tmp_path / "b.md"]
    files[0].write_text("Q,A\nhull,a body\n", "utf-8")
    files[1].write_text("Q: keel?\nA: a spine\n", "utf-8")
    chosen = ([str(file) for file in files], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)
    importer.stage.press("Ctrl+I")
    importer.press("Choose files…")
    importer.until_read()
    assert importer.says("sea_words.csv, b.md")
    assert importer.says("2 notes will be written.")
    importer.dialog.reject()
    drop(importer.stage, files[:1])
    importer.until_read()
    assert importer.says(f"{importer.stage.decks / 'sea-words.md'} is made.")


def test_what_is_no_text_is_told_and_another_file_may_be_chosen(
    importer: Importer, tmp_path: Path
) -> None:
    (tmp_path / "deck.apkg").write_bytes(b"PK\x03\x04\x00\x00\x08\x00")
    drop(importer.stage, [tmp_path / "deck.apkg"])
    importer.until_read()
    assert "is not text, so nothing was imported" in importer.fault()
    assert not importer.can_import
    importer.dialog.reject()
    drop(importer.stage, [tmp_path / "gone.csv"])
    importer.until_read()
    assert "cannot be read: no such file" in importer.fault()


def test_with_nothing_copied_there_is_nothing_to_take(importer: Importer) -> None:
    QApplication.clipboard().setText("  ")
    importer.stage.press("Ctrl+V")
    assert importer.stage.notice.startswith("There is no text in the clipboard")
    assert QApplication.activeModalWidget() is None


def test_what_takes_long_shows_how_far_it_is_and_is_left_by_escape(importer: Importer) -> None:
    rows = "".join(f"What is term {n}?\tThe {n}th of many terms.\n" for n in range(10_000))
    QApplication.clipboard().setText(rows)
    importer.stage.press("Ctrl+V")
    (bar,) = importer.dialog.findChildren(QProgressBar)
    importer.qtbot.waitUntil(lambda: bar.isVisible() and bar.value() > 0, timeout=8_000)
    dialog = importer.dialog
    screen.press(dialog, "Escape")
    importer.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    importer.copy(TABLE)
    assert isinstance(importer.dialog, QDialog)
    assert importer.says("2 notes will be written.")


def test_a_fault_while_writing_leaves_all_as_it_was(importer: Importer) -> None:
    importer.copy(TABLE)
    importer.choose("Into the deck", "deck")
    deck = importer.stage.decks / "deck.md"
    deck.write_text(f"{DECK}\nAnother program's words.\n", "utf-8")
    importer.press("Import 2 notes")
    importer.qtbot.waitUntil(lambda: "changed by another program" in importer.fault())
    assert deck.read_text("utf-8") == f"{DECK}\nAnother program's words.\n"
