"""Columns are as wide as their words need, and the cells of a row stand on one baseline."""

import pytest
from PySide6.QtGui import QTextTable
from pytestqt.qtbot import QtBot

from flashcards.ui.cards.columns import allocate
from flashcards.ui.cards.document import CardDocument
from flashcards.ui.cards.fragments import blocks
from tests.ui.cards.builders import document_of

WIDE = """
| Optimiser | Momentum | Second moment | Hyperparameters |
|---|---|---|---|
| Stochastic | exponential | row_and_column_statistics | learning_rate |
"""


def lines_of(document: CardDocument) -> list[str]:
    """Every line as it was laid out."""
    found = []
    for block in blocks(document):
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            found.append(block.text()[line.textStart() :][: line.textLength()].strip())
    return [line for line in found if line]


@pytest.mark.parametrize(
    ("least", "natural", "room", "widths"),
    [
        ([10, 10], [30, 50], 100, [40, 60]),  # room to spare is shared
        ([10, 10], [110, 60], 95, [60, 35]),  # where the text is long, there is more of it
        ([40, 40], [45, 400], 60, [45, 50]),  # too wide: comfortable columns, and it scrolls
    ],
)
def test_room_goes_where_the_text_is_long(
    least: list[float], natural: list[float], room: float, widths: list[float]
) -> None:
    assert allocate(least, natural, room, comfortable=50) == widths


@pytest.mark.parametrize("width", [200, 320, 640])
def test_no_word_of_a_wide_table_is_broken(qtbot: QtBot, width: int) -> None:
    document = document_of(WIDE)
    document.lay_out(width)
    assert set(" ".join(lines_of(document)).split()) == set(WIDE.replace("|", " ").split()) - {
        "---|---|---|---",
        "---",
    }


def test_a_longer_word_than_a_column_bears_is_broken(qtbot: QtBot) -> None:
    document = document_of(f"| a |\n|---|\n| {'x' * 90} |")
    document.lay_out(240)
    assert len(lines_of(document)) > 2


def test_a_table_in_a_quotation_stays_in_it(qtbot: QtBot) -> None:
    document = document_of("\n".join(f"> {line}" for line in WIDE.splitlines()))
    document.lay_out(300)
    assert document.wide == []
    assert document.size().width() <= 300


def baselines(table: QTextTable, row: int) -> set[int]:
    """Where the first line of each cell of a row stands."""
    layout = table.document().documentLayout()
    found = set()
    for column in range(table.columns()):
        block = table.cellAt(row, column).firstCursorPosition().block()
        line = block.layout().lineAt(0)
        if not block.text():
            continue
        found.add(round(layout.blockBoundingRect(block).top() + line.y() + line.ascent()))
    return found


def test_the_cells_of_a_row_stand_on_one_baseline(qtbot: QtBot) -> None:
    document = document_of("| a | $f$ | `c` | |\n|---|---|---|---|\n| long $x$ | b | `c` | **d** |")
    document.lay_out(600)
    table = document.boxes[0][0]
    for row in (0, 1):
        found = baselines(table, row)
        assert max(found) - min(found) <= 1
