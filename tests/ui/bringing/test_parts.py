"""The parts of the import dialog: how a text is read, what its columns are, where notes go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from flashcards.domain.imports.gather import Taken
from flashcards.domain.imports.imported import AS_IT_SEEMS, Import, Reading, imported
from flashcards.domain.imports.table import COLUMNS, Wish, table_in
from flashcards.ui.bringing.columns_part import MOST, SAMPLES, ColumnsPart
from flashcards.ui.bringing.outcome_dialog import OPEN, STUDY, TAKE_BACK, OutcomeDialog
from flashcards.ui.bringing.reading_part import ReadingPart
from flashcards.ui.bringing.target_part import TargetPart
from tests.ui import screen

ROWS = "Front,Back,Tags\nq,a,core\nr,b,\n"


def read(text: str = ROWS, reading: Reading = AS_IT_SEEMS) -> Import:
    return imported("rows.csv", text.encode(), Taken(), reading)


@pytest.fixture
def columns(qtbot: QtBot) -> Iterator[ColumnsPart]:
    before = QWidget()
    part = ColumnsPart(before)
    qtbot.addWidget(before)
    qtbot.addWidget(part)
    yield part
    part.close()


def choices(part: QWidget) -> list[QComboBox]:
    return [each for each in part.findChildren(QComboBox) if each.isVisibleTo(part)]


def take(choice: QComboBox, words: str) -> None:
    """Choose as a click does."""
    choice.setCurrentIndex(choice.findText(words))
    choice.activated.emit(choice.currentIndex())


def test_each_column_shows_its_name_its_part_and_its_first_cells(columns: ColumnsPart) -> None:
    columns.show_table(table_in(ROWS, Wish()))
    assert [each.currentText() for each in choices(columns)] == ["Question", "Answer", "Tags"]
    assert screen.texts(columns) == ["Front", "q · r", "Back", "a · b", "Tags", "core"]
    assert choices(columns)[0].accessibleName() == "What “Front” is"


def test_without_a_header_columns_are_counted(columns: ColumnsPart) -> None:
    columns.show_table(table_in("one,two\n" * (SAMPLES + 2), Wish()))
    assert screen.texts(columns)[:2] == ["Column 1", " · ".join(["one"] * SAMPLES)]


def test_a_narrower_table_has_fewer_lines(columns: ColumnsPart) -> None:
    columns.show_table(table_in("," * 99, Wish(header=False)))
    columns.show_table(table_in("x," * 99, Wish(header=False)))
    assert len(choices(columns)) == MOST
    columns.show_table(table_in(ROWS, Wish()))
    assert len(choices(columns)) == 3


def test_all_parts_are_said_those_left_out_too(columns: ColumnsPart) -> None:
    columns.show_table(table_in(ROWS, Wish()))
    said = {"prompt": "1", "answer": "2", "tags": "3"}
    assert columns.columns == dict.fromkeys(COLUMNS, "") | said


def test_parts_that_are_passed_over_stay_where_they_were(
    qtbot: QtBot, columns: ColumnsPart
) -> None:
    columns.show_table(table_in(ROWS, Wish()))
    last = choices(columns)[-1]
    with qtbot.waitSignal(columns.asked):
        take(last, "Answer")
    assert [each.currentText() for each in choices(columns)] == ["Question", "Left out", "Answer"]
    take(last, "Question")
    assert [each.currentText() for each in choices(columns)] == ["Left out", "Answer", "Question"]
    take(choices(columns)[0], "Hint")
    assert [each.currentText() for each in choices(columns)] == ["Hint", "Answer", "Question"]


@pytest.fixture
def how(qtbot: QtBot) -> Iterator[ReadingPart]:
    part = ReadingPart()
    qtbot.addWidget(part)
    part.show_import(read())
    yield part
    part.close()


def test_what_is_not_said_is_seen(how: ReadingPart) -> None:
    assert how.reading == AS_IT_SEEMS
    shown = [each.currentText() for each in choices(how)[:3]]
    assert shown == ["A table", "UTF-8", "Commas"]
    assert not how.asks_nothing


def test_what_is_said_holds_with_all_that_stands_beside_it(qtbot: QtBot, how: ReadingPart) -> None:
    with qtbot.waitSignal(how.asked):
        take(choices(how)[2], "Upright bars")
    said = how.reading
    assert (said.format and said.format.name, said.encoding) == ("table", "UTF-8")
    assert said.table == Wish({}, "pipe", quotes=True, header=True)


def test_another_separator_forgets_the_columns(how: ReadingPart) -> None:
    take(choices(how)[3], "Left out")
    assert (how.asks_nothing, how.reading.table.columns["prompt"]) == (True, "")
    how.findChildren(QCheckBox)[0].click()
    assert (how.asks_nothing, how.reading.table.columns) == (False, {})
    assert not how.reading.table.quotes
    how.begin()
    assert how.reading == AS_IT_SEEMS


def test_only_a_table_has_columns(how: ReadingPart) -> None:
    how.show_import(imported("a.md", b"Q: One?\nA: 1\n", Taken()))
    assert [each.currentText() for each in choices(how)] == ["Hashcards", "UTF-8"]
    assert [each for each in how.findChildren(QCheckBox) if each.isVisibleTo(how)] == []


def target(qtbot: QtBot, folder: Path | None, *decks: str) -> TargetPart:
    made = TargetPart(folder, [(f"/decks/{name}.md", name) for name in decks])
    qtbot.addWidget(made)
    return made


def test_a_new_decks_file_is_named_after_its_title(qtbot: QtBot, tmp_path: Path) -> None:
    part = target(qtbot, tmp_path, "old")
    assert part.fault.startswith("Give the new deck a title")
    part.begin("Sea  words")
    assert (part.deck, part.title, part.fault) == (tmp_path / "sea-words.md", "Sea words", "")
    (tmp_path / "sea-words.md").write_text("", "utf-8")
    assert "is there already" in part.fault


def test_a_deck_that_is_there_needs_no_title(qtbot: QtBot, tmp_path: Path) -> None:
    part = target(qtbot, tmp_path, "old")
    with qtbot.waitSignal(part.asked):
        take(part.findChildren(QComboBox)[0], "old")
    assert (part.deck, part.title, part.fault) == (Path("/decks/old.md"), "", "")
    assert not part.findChildren(QLineEdit)[0].isVisibleTo(part)


def test_without_a_folder_there_are_only_the_decks_that_are_there(qtbot: QtBot) -> None:
    assert target(qtbot, None, "old").deck == Path("/decks/old.md")
    assert target(qtbot, None).fault.startswith("There is no folder for a new deck")


@pytest.mark.parametrize(
    ("words", "choice"),
    [("Study these", STUDY), ("Open the deck", OPEN), ("Take it back", TAKE_BACK), ("Close", "")],
)
def test_from_the_outcome_one_goes_where_one_likes(
    qtbot: QtBot, window: QWidget, words: str, choice: str
) -> None:
    dialog = OutcomeDialog("2 notes are in a.md.", window)
    screen.show(qtbot, dialog)
    assert screen.texts(dialog) == ["2 notes are in a.md."]
    assert [each.text() for each in dialog.findChildren(QPushButton) if each.isDefault()] == [
        "Study these"
    ]
    screen.button(dialog, words).click()
    assert dialog.choice == choice
