"""A deck is written, seen, put right and saved; nothing of it is ever lost."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from flashcards.domain.problems import Severity
from flashcards.ui.write.merge_dialog import MergeDialog
from tests.ui import screen
from tests.ui.stage import Stage
from tests.ui.write.conftest import DECK
from tests.ui.write.desk import Writer


def test_the_cards_of_the_note_at_the_cursor_are_shown_front_and_back(writer: Writer) -> None:
    writer.page.editor.go_to(10)
    writer.shows("What does L1 do?")
    writer.shows("It makes weights sparse.")
    writer.at_end()
    writer.shows("It adds […] and L2 penalties.")
    writer.shows("It adds L1 and L2 penalties.")
    writer.stage.press("Alt+PgDown")
    writer.shows("It adds L1 and […] penalties.")
    writer.stage.press("Alt+PgUp")
    writer.type("## New one\nAn answer.")
    writer.shows("New one")
    writer.page.editor.go_to(7)
    writer.shows("Put the cursor into a note")


def test_the_outline_tells_how_notes_stand_and_leads_to_them(writer: Writer) -> None:
    writer.says("2 notes")
    notes = writer.page.outline.model()
    rows = [notes.index(row, 0).data() for row in range(notes.rowCount())]
    assert rows == ["What does L1 do?", "Elastic net"]
    writer.page.outline.setFocus()
    writer.page.outline.setCurrentIndex(notes.index(1, 0))
    writer.stage.press("Return")
    assert (writer.page.editor.line(), screen.focused()) == (12, writer.page.editor)


def test_a_deck_that_is_no_text_is_not_opened_and_says_why(writer: Writer, stage: Stage) -> None:
    (stage.decks / "bad.md").write_bytes(b"## A {#a}\n\0\n")
    writer.page.deck_wanted.emit(str(stage.decks / "bad.md"))
    assert stage.notice.endswith("bad.md cannot be changed: it is not text: it holds a NUL byte.")
    assert writer.text == DECK


def test_a_note_of_a_misspelt_kind_is_in_the_outline_and_is_corrected_by_a_key(
    writer: Writer,
) -> None:
    writer.at_end()
    writer.type("\n## Gap {.clozze}\n{{An answer}}.")
    writer.says("1 problem")
    notes = writer.page.outline.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert notes.index(2, 0).data(role) == "Gap, left out"
    writer.says("2 notes")
    writer.stage.press("F8", "Ctrl+.")
    assert "## Gap {.cloze}\n{{An answer}}." in writer.text
    writer.says("3 notes")
    assert notes.index(2, 0).data(role) == "Gap, new"
    writer.says("words in this note")


def test_a_problem_is_told_where_it_stands_and_corrected_by_a_key(writer: Writer) -> None:
    writer.at_end()
    writer.type("\n##No space\nAn answer.")
    writer.says("1 problem")
    (mark,) = writer.page.editor.marks
    assert (mark.line, mark.problem.severity) == (15, Severity.WARNING)
    writer.stage.press("F8")
    assert writer.page.editor.line() == 15
    assert writer.told()[0].startswith("Warning: This was read as text")
    writer.stage.press("Ctrl+.")
    assert "## No space" in writer.text
    writer.says("no problems")
    assert writer.told() == []


def test_saving_writes_the_file_and_gives_ids(writer: Writer) -> None:
    writer.at_end()
    writer.type("\n## What does L2 do?\nIt shrinks weights.\n")
    writer.says("Not saved yet")
    writer.stage.press("Ctrl+S")
    added = "\n## What does L2 do? {#l2}\nIt shrinks weights.\n"
    assert writer.file == writer.text == DECK + added
    assert writer.stage.notice == "Saved deck.md. 1 note got an id."
    writer.says("Saved")
    writer.stage.press("Escape")
    writer.qtbot.waitUntil(lambda: "4 cards for today" in writer.stage.texts(), timeout=8000)


def test_another_programs_changes_are_merged(writer: Writer) -> None:
    writer.at_end()
    writer.type("Mine.")
    writer.stage.write_deck(DECK.replace("sparse", "few"))
    writer.stage.press("Ctrl+S")
    assert writer.file == writer.text == DECK.replace("sparse", "few") + "Mine."
    assert "both changes are in it" in writer.stage.notice


def test_what_was_not_touched_follows_the_file(writer: Writer) -> None:
    writer.stage.write_deck(DECK.replace("sparse", "few"))
    writer.qtbot.waitUntil(lambda: "few" in writer.text, timeout=8000)
    writer.says("Saved")


@pytest.mark.parametrize("gone", [Path.unlink, lambda file: file.write_text("")])
def test_a_text_whose_file_was_taken_away_stays_to_be_saved(
    writer: Writer, gone: Callable[[Path], object]
) -> None:
    gone(writer.stage.decks / "deck.md")
    writer.says("Not saved yet")
    assert writer.stage.notice == (
        "deck.md was taken away or emptied by another program; Save writes it anew."
    )
    writer.stage.press("Ctrl+S")
    assert writer.file == writer.text == DECK


def test_a_file_that_comes_back_is_followed_again(writer: Writer) -> None:
    (writer.stage.decks / "deck.md").unlink()
    writer.says("Not saved yet")
    writer.stage.write_deck(DECK.replace("sparse", "few"))
    writer.qtbot.waitUntil(lambda: "few" in writer.text, timeout=8000)
    writer.says("Saved")


@pytest.mark.parametrize(
    ("button", "line"),
    [("Keep mine", "Mine\n"), ("Keep theirs", "Theirs\n"), ("Keep both", "Mine\nTheirs\n")],
)
def test_where_both_changed_a_line_the_person_chooses(
    writer: Writer, button: str, line: str
) -> None:
    old = "It makes weights sparse.\n"
    writer.page.editor.replace_text(DECK.replace(old, "Mine\n"))
    writer.stage.write_deck(DECK.replace(old, "Theirs\n"))

    def settle(dialog: MergeDialog) -> None:
        assert [field.toPlainText() for field in dialog.findChildren(QPlainTextEdit)][:2] == [
            "Mine",
            "Theirs",
        ]
        screen.button(dialog, button).click()
        dialog.accept()

    answer(writer, settle)
    writer.stage.press("Ctrl+S")
    assert writer.file == writer.text == DECK.replace(old, line)


def test_a_merge_that_is_left_saves_nothing_and_loses_nothing(writer: Writer) -> None:
    writer.page.editor.replace_text(DECK.replace("sparse", "mine"))
    writer.stage.write_deck(DECK.replace("sparse", "theirs"))
    answer(writer, MergeDialog.reject)
    writer.stage.press("Ctrl+S")
    assert ("mine" in writer.text, "theirs" in writer.file) == (True, True)
    assert writer.stage.notice.startswith("Nothing was saved")


def answer(writer: Writer, deed: Callable[[MergeDialog], object]) -> None:
    """Do something with the merge view once it is open."""

    def look() -> None:
        dialog = writer.dialog()
        if isinstance(dialog, MergeDialog):
            deed(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def test_an_unsaved_text_is_offered_back_after_a_crash(
    qtbot: QtBot, stage: Stage, writer: Writer
) -> None:
    writer.at_end()
    writer.type("Not saved.")
    writer.stage.press("Escape")
    assert stage.notice == "deck.md is not saved yet."
    stage.close()
    later = Writer(qtbot, stage)
    assert later.text == f"{DECK}Not saved."
    assert stage.notice.startswith("This text was not saved: it is what you wrote until")
    later.stage.press("Ctrl+S")
    assert later.file == f"{DECK}Not saved."
    stage.close()
    assert Writer(qtbot, stage).stage.notice == ""


def test_a_text_that_was_left_is_told_on_today_and_gone_on_with_there(
    qtbot: QtBot, stage: Stage, writer: Writer
) -> None:
    writer.at_end()
    writer.type("Not saved.")
    stage.close()
    stage.open()
    assert "1 text is not saved yet" in stage.texts()
    screen.button(stage.page, "Go on writing").click()
    assert (stage.where, writer.text) == ("Write", f"{DECK}Not saved.")
    assert writer.page.editor.line() == 14
    stage.press("Ctrl+S", "Escape")
    assert "1 text is not saved yet" not in stage.texts()


@pytest.mark.parametrize("begun_again", [False, True])
def test_a_text_that_was_left_is_given_up_only_after_a_question(
    qtbot: QtBot, stage: Stage, writer: Writer, begun_again: bool
) -> None:
    writer.at_end()
    writer.type("Not saved.")
    stage.press("Escape")
    if not begun_again:
        stage.close()
        stage.open()
    told: list[str] = []

    def answer(words: str) -> None:
        asked = writer.dialog()
        assert asked is not None
        told.extend(screen.texts(asked))
        screen.button(asked, words).click()

    for words in ("Keep it", "Discard"):
        QTimer.singleShot(100, partial(answer, words))
        screen.button(stage.page, "Discard").click()
        assert ("1 text is not saved yet" in stage.texts()) == (words == "Keep it")
    assert told[0] == "Discard what you wrote?"
    assert told[1].startswith("What you wrote in deck.md until ")
    stage.shell.activateWindow()
    qtbot.waitUntil(stage.shell.isActiveWindow)
    later = writer
    later.open()
    assert (later.text, later.file) == (DECK, DECK)


def test_cells_become_a_table_and_an_image_lands_beside_the_deck(writer: Writer) -> None:
    writer.at_end()
    writer.paste("\tL1\tL2\nPenalty\ta\tb\n")
    assert writer.text.endswith(
        "|         | L1  | L2  |\n|---------|-----|-----|\n| Penalty | a   | b   |\n"
    )
    assert writer.stage.notice.startswith("The cells are a table now. Pasted on Today, each row")
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(0)
    QApplication.clipboard().setImage(picture)
    writer.stage.press("Ctrl+V")
    assert writer.text.endswith("![](deck-1.png)")
    assert (writer.stage.decks / "deck-1.png").exists()


def test_cells_in_a_fence_stay_as_they_are(writer: Writer) -> None:
    writer.at_end()
    writer.type("```\n")
    writer.paste("a\tb\nc\td\n")
    assert writer.text.endswith("```\na\tb\nc\td\n")


def test_words_are_pasted_where_a_picture_of_them_comes_along(writer: Writer) -> None:
    writer.at_end()
    for words, end in (("0.93", "0.93"), ("https://example.org/a.png", "![](deck-1.png)")):
        both = QMimeData()
        picture = QImage(4, 4, QImage.Format.Format_RGB32)
        picture.fill(0)
        both.setImageData(picture)
        both.setText(words)
        writer.page.editor.insertFromMimeData(both)
        assert writer.text.endswith(end)


def test_a_picture_with_blanks_in_its_name_is_linked_and_offered(
    writer: Writer, tmp_path: Path
) -> None:
    (tmp_path / "two words.png").write_bytes(b"picture")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "two words.png"))])
    assert writer.page.editor.canInsertFromMimeData(dropped)
    writer.at_end()
    writer.page.editor.insertFromMimeData(dropped)
    assert writer.text.endswith("![](<two words.png>)")
    writer.type("\n![](wor")
    writer.stage.press("Ctrl+Space", "Return")
    assert writer.text.endswith("\n![](<two words.png>")


def test_an_address_may_be_dropped_and_a_deck_is_the_windows(writer: Writer) -> None:
    for address, takes in (("https://example.org", True), ("file:///a.md", False)):
        dropped = QMimeData()
        dropped.setUrls([QUrl(address)])
        assert writer.page.editor.canInsertFromMimeData(dropped) is takes


def test_a_new_note_finds_its_place_below_letters_that_qt_counts_twice(writer: Writer) -> None:
    writer.page.editor.begin("## 😀😀😀\nA.\n## B\nb")
    writer.page.editor.go_to(1)
    writer.page.kind_wanted.emit("basic")
    assert writer.text.startswith("## 😀😀😀\nA.\n\n## Question\n")
    assert "\n\n## B\nb" in writer.text
    writer.at_end()
    writer.page.kind_wanted.emit("basic")
    assert "\n## B\nb\n\n## Question\n" in writer.text


@pytest.mark.parametrize(
    ("typed", "words", "text"),
    [
        ("## Q {.cl", ["cloze"], "## Q {.cloze"),
        ("## Which norm shrinks? {#", ["norm-shrinks"], "## Which norm shrinks? {#norm-shrinks"),
        ("## Q {topic=ml", ["ml/norms"], "## Q {topic=ml/norms"),
        ("## Q {tags=b", ["basics"], "## Q {tags=basics"),
        ("## Q {.paper ve", ["venue=", "verified="], "## Q {.paper venue="),
    ],
)
def test_names_are_completed(writer: Writer, typed: str, words: list[str], text: str) -> None:
    writer.at_end()
    writer.type(typed)
    writer.stage.press("Ctrl+Space")
    assert writer.page.editor.completing.words == words
    writer.stage.press("Return")
    assert writer.text == DECK + text


def test_an_offer_goes_as_soon_as_nothing_of_it_fits(writer: Writer) -> None:
    writer.at_end()
    writer.type("## Q {.")
    writer.stage.press("Ctrl+Space")
    writer.type("steps}\n1. a")
    assert writer.text == f"{DECK}## Q {{.steps}}\n1. a"
    writer.type("\n## Q {.")
    writer.stage.press("Ctrl+Space", "Escape")
    assert (writer.page.editor.completing.words, writer.stage.where) == ([], "Write")


@pytest.mark.parametrize("kind", ["basic", "paper"])
def test_a_new_note_of_a_kind_stands_below_with_its_prompt_selected(
    writer: Writer, kind: str
) -> None:
    writer.page.editor.go_to(10)
    writer.page.kind_wanted.emit(kind)
    writer.type("Why?")
    braces = "" if kind == "basic" else " {.paper"
    assert f"sparse.\n\n## Why?{braces}" in writer.text
    assert "\n\n## Elastic net" in writer.text


def test_words_are_found_and_replaced_and_one_undo_takes_it_back(writer: Writer) -> None:
    writer.stage.press("Ctrl+F")
    writer.type("penalties")
    writer.stage.press("Return")
    assert writer.page.editor.textCursor().selectedText() == "penalties"
    (new,) = [
        f
        for f in writer.page.search.findChildren(type(screen.focused()))
        if screen.read_aloud(f) == "Replace by"
    ]
    new.setFocus()
    writer.type("terms")
    screen.button(writer.page.search, "Replace all").click()
    assert writer.text == DECK.replace("penalties", "terms")
    writer.stage.press("Escape")
    writer.stage.press("Ctrl+Z")
    assert writer.text == DECK


def test_every_letter_comes_back_as_it_was(writer: Writer) -> None:
    text = "## A\u00a0b \u2028 😀 x {#a}\n😀 and $x$\u200b\n"
    writer.page.editor.begin(text)
    assert writer.text == text
    writer.page.editor.replace_text(text.replace("x {", "y {"))
    assert writer.text == text.replace("x {", "y {")


def test_a_new_deck_is_begun(writer: Writer, qtbot: QtBot) -> None:
    def name() -> None:
        dialog = writer.dialog()
        assert dialog is not None
        writer.type("Graph search")
        dialog.accept()

    QTimer.singleShot(100, name)
    screen.button(writer.page, "New deck").click()
    writer.stage.shell.activateWindow()
    qtbot.waitUntil(writer.stage.shell.isActiveWindow)
    writer.type("## What is BFS?\nA queue.")
    writer.stage.press("Ctrl+S")
    file = writer.stage.decks / "graph-search.md"
    assert file.read_text("utf-8") == (
        '---\ntitle: "Graph search"\n---\n\n## What is BFS? {#bfs}\nA queue.'
    )


def test_buttons_say_what_they_do(writer: Writer) -> None:
    for made in writer.page.findChildren(QPushButton):
        assert made.text() or made.accessibleName()


def test_what_can_neither_be_saved_nor_kept_is_lost_only_if_the_person_says_so(
    stage: Stage, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    def answer(words: str) -> None:
        asked = writer.dialog()
        assert asked is not None
        told.extend(screen.texts(asked))
        screen.button(asked, words).click()

    def leaving(words: str, deed: Callable[[], object]) -> str:
        QTimer.singleShot(100, partial(answer, words))
        deed()
        return writer.text

    def open_other() -> None:
        writer.page.deck_wanted.emit(str(stage.decks / "other.md"))

    stage.write_deck("## Other {#other}\nx\n", "other.md")
    writer.at_end()
    writer.type("Mine.")
    with monkeypatch.context() as patched:
        patched.setattr("tempfile.mkstemp", fail)
        assert leaving("Stay", stage.shell.close) == f"{DECK}Mine."
        assert leaving("Stay", open_other) == f"{DECK}Mine."
        assert (stage.where, stage.shell.isVisible()) == ("Write", True)
        assert leaving("Give it up", open_other) == "## Other {#other}\nx\n"
    assert told[0] == "Give up what you wrote?"
    assert told[1].startswith("It is not saved, and cannot be kept for the next start, either. ")
    assert "kept safe from a crash: no space left on device. Save it" in told[1]
