"""The list as Qt reads it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from flashcards.domain.ids import CardId
from flashcards.services.browsing import COLUMNS, Row
from flashcards.ui.browse.model import PAGE, CardsModel


class Words:
    """Puts slots into words, and notes which it was asked for."""

    def __init__(self) -> None:
        self.asked: list[Sequence[int]] = []

    def __call__(self, slots: Sequence[int]) -> list[Row]:
        self.asked.append(slots)
        return [self.row(slot) for slot in slots]

    @staticmethod
    def row(slot: int) -> Row:
        cells = tuple(f"{column.title} {slot}" for column in COLUMNS)
        return Row(CardId(f"c{slot}"), cells, slot % 3 == 0, slot % 2 == 0)


def told(model: QAbstractItemModel, row: int, column: int, role: Qt.ItemDataRole) -> Any:  # noqa: ANN401  # as the role has it
    return model.data(model.index(row, column), role)


def test_qts_own_tester_finds_nothing_wrong() -> None:
    model = CardsModel(Words())
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning
    )  # a warning fails a test
    for count in (0, 1, 200, 3):
        model.show_slots(range(count))
        model.refresh()
        assert (model.rowCount(), model.columnCount()) == (count, len(COLUMNS))
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    tester.deleteLater()


def test_a_row_is_put_into_words_when_it_is_seen() -> None:
    words = Words()
    model = CardsModel(words)
    model.show_slots(range(100_000))
    assert words.asked == []
    assert told(model, 70_000, 1, Qt.ItemDataRole.DisplayRole) == "Deck 70000"
    assert told(model, 70_001, 2, Qt.ItemDataRole.DisplayRole) == "Topic 70001"
    (asked,) = words.asked
    assert len(asked) == PAGE
    for row in range(0, 100_000, 1_000):
        told(model, row, 0, Qt.ItemDataRole.DisplayRole)
    assert len(model._pages) <= 33


def test_numbers_stand_to_the_right_and_what_is_suspended_is_quiet() -> None:
    model = CardsModel(Words())
    model.show_slots(range(6))
    lapses = next(place for place, column in enumerate(COLUMNS) if column.name == "lapses")
    sides = [told(model, 1, place, Qt.ItemDataRole.TextAlignmentRole) for place in (0, lapses)]
    assert [bool(side & Qt.AlignmentFlag.AlignRight) for side in sides] == [False, True]
    quiet = [told(model, row, 1, Qt.ItemDataRole.ForegroundRole) is not None for row in range(4)]
    assert quiet == [True, False, False, True]


def test_a_screen_reader_hears_what_the_eye_sees() -> None:
    model = CardsModel(Words())
    model.show_slots(range(6))
    heard = [told(model, row, 0, Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert heard == ["Prompt 0, flagged, suspended", "Prompt 1", "Prompt 2, flagged"]
    flags = [told(model, row, 0, Qt.ItemDataRole.DecorationRole) is not None for row in range(3)]
    assert flags == [True, False, True]


def test_columns_have_titles_and_rows_have_none() -> None:
    model = CardsModel(Words())
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(place, across) for place in range(3)] == ["Prompt", "Deck", "Topic"]
    assert model.headerData(8, across, Qt.ItemDataRole.TextAlignmentRole) is not None
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None
    assert (model.headerData(0, down), model.headerData(99, across)) == (None, None)
    assert model.data(QModelIndex()) is None
    model.show_slots([4])
    assert told(model, 0, 1, Qt.ItemDataRole.DecorationRole) is None
    assert told(model, 0, 0, Qt.ItemDataRole.EditRole) is None
