"""The parts of the page: colours that come in time, underlines where they belong, the search."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from flashcards.domain.deck.parse import parse
from flashcards.domain.ids import DeckId
from flashcards.domain.merge3 import merge
from flashcards.domain.problems import HEADING_WITHOUT_SPACE, MISSING_IMAGE, Place
from flashcards.store.deck_files import read_yaml
from flashcards.ui.theme.files import load_theme
from flashcards.ui.theme.look import Look
from flashcards.ui.write.colouring import AT_ONCE, Colouring
from flashcards.ui.write.editor import DeckEditor
from flashcards.ui.write.find_bar import FindBar
from flashcards.ui.write.marks import marks_of
from flashcards.ui.write.merge_dialog import MergeDialog
from flashcards.ui.write.new_deck import NewDeckDialog
from flashcards.ui.write.passage import passage_at
from flashcards.ui.write.units import characters, units
from tests.ui import screen
from tests.ui.write.desk import Writer

LIGHT = load_theme(False)[0]
TEXT = "---\ntitle: T\n---\n# S\nabove\n## One\na\n\n## Two {.cloze}\n{{b}}\n"


@pytest.fixture
def editor(qtbot: QtBot) -> DeckEditor:
    made = DeckEditor(LIGHT)
    qtbot.addWidget(made)
    made.begin(TEXT)
    screen.show(qtbot, made)
    return made


@given(st.text("aé😀\n"), st.integers(0, 20))
def test_a_place_is_the_same_counted_in_either_way(text: str, place: int) -> None:
    place = min(place, len(text))
    assert characters(text, units(text[:place])) == place


def states(document: QTextDocument) -> list[int]:
    blocks = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    return [block.userState() for block in blocks]


def test_a_long_text_is_coloured_a_part_at_a_time(qtbot: QtBot) -> None:
    document = QTextDocument("```\n" + "code\n" * (3 * AT_ONCE))
    colouring = Colouring(document, LIGHT)
    colouring.rehighlight()
    assert 0 < sum(state >= 0 for state in states(document)) <= AT_ONCE
    qtbot.waitUntil(lambda: colouring.is_done)
    assert len(set(states(document))) == 1


def test_the_cursor_stays_in_sight_when_a_problem_takes_room_below_it(
    qtbot: QtBot, editor: DeckEditor
) -> None:
    editor.begin("line\n" * 60)
    editor.resize(400, 300)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.resize(400, 200)
    qtbot.waitUntil(lambda: editor.cursorRect().bottom() <= editor.viewport().height())
    editor.verticalScrollBar().setValue(0)
    editor.resize(400, 150)
    assert editor.verticalScrollBar().value() == 0


def test_a_fence_that_is_closed_gives_the_rest_its_colours_back(
    qtbot: QtBot, editor: DeckEditor
) -> None:
    qtbot.waitUntil(lambda: editor.colouring.is_done)
    before = states(editor.document())
    editor.go_to(4)
    editor.insertPlainText("```\n")
    assert states(editor.document())[6:] != before[5:]
    screen.press(editor, "Ctrl+Z")
    assert states(editor.document()) == before


@pytest.mark.parametrize(
    ("line", "text", "is_note"),
    [
        (7, "---\ntitle: T\n---\n## One\na\n\n", True),
        (10, "---\ntitle: T\n---\n## Two {.cloze}\n{{b}}\n\n", True),
        (5, "---\ntitle: T\n---\n# S\nabove\n", False),
    ],
)
def test_the_passage_at_a_line_is_its_note_with_the_head_of_the_deck(
    editor: DeckEditor, line: int, text: str, is_note: bool
) -> None:
    passage = passage_at(editor.document(), line)
    assert (passage.text, passage.is_note) == (text, is_note)


@pytest.mark.parametrize(
    ("line", "column", "underlined"),
    [
        ("##No space ", 1, "##No space"),
        ("😀 ![x](none.png) y", 3, "![x](none.png)"),
        ("see none.png here", 5, "none.png"),
        ("", 1, ""),
    ],
)
def test_what_is_wrong_is_underlined_where_it_stands(
    line: str, column: int, underlined: str
) -> None:
    document = QTextDocument(f"first\n{line}\nlast")
    problem = MISSING_IMAGE.at(Place("", 2, column), name="none.png")
    (mark,) = marks_of(document, [problem])
    assert (mark.line, mark.stretch.selectedText()) == (2, underlined)


def test_a_problem_beyond_the_end_is_at_the_end() -> None:
    problem = HEADING_WITHOUT_SPACE.at(Place("", 99))
    document = QTextDocument("a\nb")
    (mark,) = marks_of(document, [problem])
    assert mark.line == 2


def test_problems_are_gone_to_round_the_end(editor: DeckEditor) -> None:
    editor.show_problems([HEADING_WITHOUT_SPACE.at(Place("", line)) for line in (5, 7)])
    editor.go_to(1)
    lines = []
    for step in (1, 1, 1, -1):
        editor.next_problem(step)
        lines.append(editor.line())
    assert lines == [5, 7, 5, 7]


def test_a_new_line_begins_as_the_one_above(editor: DeckEditor) -> None:
    screen.press(editor, "Ctrl+End")
    editor.insertPlainText("> hint: x")
    screen.press(editor, "Return")
    assert editor.text.endswith("> hint: x\n> ")
    screen.press(editor, "Return")
    assert editor.text.endswith("> \n")


@pytest.fixture
def bar(qtbot: QtBot, editor: DeckEditor) -> FindBar:
    made = FindBar(editor)
    qtbot.addWidget(made)
    made.open()
    return made


def test_the_search_counts_goes_round_and_replaces_one_by_one(
    editor: DeckEditor, bar: FindBar
) -> None:
    words, new = bar.findChildren(QLineEdit)
    words.setText("##")
    assert screen.texts(bar)[-1] == "2 places"
    new.setText("####")
    for _ in range(3):
        bar.replace_one()
    assert editor.text == TEXT.replace("##", "####")
    bar.go(-1)
    assert editor.line() in (6, 9)


def test_tab_leads_from_what_is_sought_to_what_replaces_it(bar: FindBar) -> None:
    screen.press(bar, "Tab")
    assert screen.focused().accessibleName() == "Replace by"


def test_a_wrong_expression_is_told_and_finds_nothing(bar: FindBar) -> None:
    words, _ = bar.findChildren(QLineEdit)
    (pattern,) = [box for box in bar.findChildren(QCheckBox) if box.text() == "Regular expression"]
    pattern.setChecked(True)
    words.setText("(")
    assert screen.texts(bar)[-1].startswith("This expression cannot be used")
    assert [made.text() for made in screen.buttons(bar)] == ["Close"]


def test_what_is_selected_is_looked_for(editor: DeckEditor, bar: FindBar) -> None:
    editor.selectAll()
    bar.open()
    assert bar.sought.words == ""
    cursor = editor.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(9, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    bar.open()
    assert bar.sought.words == "title"


@pytest.fixture
def look(tmp_path: Path) -> Look:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return Look(running, "light", 1.0, tmp_path)


def test_each_place_of_a_merge_is_settled_by_itself(
    qtbot: QtBot, look: Look, window: QWidget
) -> None:
    dialog = MergeDialog(merge("a\nx\nb", "1\nx\n2", "3\nx\n4"), look, window)
    screen.show(qtbot, dialog)
    for words in ("Keep theirs", "Previous", "Next", "Keep mine"):
        screen.button(dialog, words).click()
    dialog.accept()
    assert dialog.result_text == "3\nx\n2"


def test_letters_that_qt_counts_twice_move_no_choice_to_another_place(
    qtbot: QtBot, look: Look, window: QWidget
) -> None:
    merged = merge("😀\na\nx\nb\nend", "😀\n1 😀\nx\n2\nend", "😀\n3\nx\n4 😀\nend")
    dialog = MergeDialog(merged, look, window)
    screen.show(qtbot, dialog)
    for words in ("Keep mine", "Keep theirs", "Previous", "Keep both"):
        screen.button(dialog, words).click()
    dialog.accept()
    assert dialog.result_text == "😀\n1 😀\n3\nx\n4 😀\nend"


def test_a_deck_that_is_there_is_not_begun_again(writer: Writer) -> None:
    told: list[str] = []

    def name() -> None:
        dialog = writer.dialog()
        assert isinstance(dialog, NewDeckDialog)
        for title in ("", "Deck"):
            dialog.findChildren(QLineEdit)[0].setText(title)
            dialog.accept()
            told.append(screen.texts(dialog)[-1])
        dialog.reject()

    QTimer.singleShot(50, name)
    screen.button(writer.page, "New deck").click()
    assert told[0] == "Its file is named after it."
    assert told[1].endswith("deck.md is there already: choose another title.")


@pytest.mark.parametrize(
    ("title", "name"),
    [('The "C:\\new" disk', "the-c-new-disk.md"), ("README", "readme-deck.md")],
)
def test_a_new_decks_title_is_read_as_it_was_typed_whatever_it_is(
    window: QWidget, tmp_path: Path, title: str, name: str
) -> None:
    dialog = NewDeckDialog([tmp_path], window)
    dialog.findChildren(QLineEdit)[0].setText(title)
    assert parse(dialog.head, DeckId("d"), "d.md", read_yaml).header.title == title
    assert dialog.file == tmp_path / name


def test_another_version_keeps_the_cursor_and_is_one_step_to_undo(editor: DeckEditor) -> None:
    editor.begin("## 𝔸 one\ntext\n## B\nmore 𝔸\n## C")
    editor.go_to(4, 6)
    editor.replace_text("## 𝔸 one {#a}\ntext\n## B {#b}\nmore 𝔸\n## C {#c}")
    assert editor.text == "## 𝔸 one {#a}\ntext\n## B {#b}\nmore 𝔸\n## C {#c}"
    assert editor.textCursor().block().text()[editor.textCursor().positionInBlock() :] == "𝔸"
    editor.undo()
    assert editor.text == "## 𝔸 one\ntext\n## B\nmore 𝔸\n## C"


def test_a_version_that_says_the_same_changes_nothing(editor: DeckEditor) -> None:
    editor.begin("## A")
    editor.replace_text("## A")
    assert (editor.document().isModified(), editor.document().isUndoAvailable()) == (False, False)
