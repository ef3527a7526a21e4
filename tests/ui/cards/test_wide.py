"""What is wider than the column keeps its place, and moves within it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from flashcards.render.faces import RenderedText
from flashcards.render.formula import Formula
from flashcards.ui.cards.card_view import CardView
from flashcards.ui.cards.document import CardDocument, front_document
from flashcards.ui.cards.overflow import wide_boxes
from flashcards.ui.cards.styles import MARGIN
from flashcards.ui.theme.stylesheet import stylesheet
from tests.ui.cards.builders import THEME, document_of

CODE = f"```python\n{'word = 1; ' * 30}last_one\n```"
COLUMNS = "|".join(f" column_number_{number} " for number in range(12))
TABLE = f"|{COLUMNS}|\n{'|---' * 12}|\n|{COLUMNS}|\n"
LONG = "\n\n".join("Text." for _ in range(60))
Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[CardView]:
    page = QWidget()
    made = CardView(page)
    qtbot.addWidget(page)
    page.resize(700, 400)
    made.resize(700, 400)
    made.setStyleSheet(stylesheet(THEME))
    page.show()
    made.setFocus()
    yield made
    made.setDocument(document_of(""))


def wide_formula() -> CardDocument:
    bars = " ".join(f"M {x} -700 L {x + 500} -700 L {x + 500} 0 Z" for x in range(0, 60_000, 2_000))
    formula = Formula("x", True, 60.0, 0.8, 0.2, bars)
    return front_document(RenderedText('<p class="display">\ue0100\ue011</p>', (formula,)), THEME)


def turn(view: CardView, across: int = 0, down: int = 0, shift: bool = False) -> None:
    """Turn the wheel over the middle of the first wide box."""
    there = view.document().wide[0].rect.center()  # type: ignore[attr-defined]  # ours
    point = QPointF(there.x(), there.y() - view.verticalScrollBar().value())
    keys = Shift if shift else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        point,
        view.viewport().mapToGlobal(point),
        QPoint(),
        QPoint(across, down),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def picture(view: CardView) -> QImage:
    return view.viewport().grab().toImage()


@pytest.mark.parametrize("text", [CODE, TABLE, f"- in a list\n\n  {CODE}"])
def test_a_wide_box_ends_where_the_column_ends(view: CardView, text: str) -> None:
    document = document_of(text)
    view.show_document(document)
    (box,) = document.wide
    assert box.rect.right() <= document.textWidth()
    assert box.content > box.rect.width()
    assert view.horizontalScrollBar().maximum() == 0


def test_a_wide_box_stands_where_its_text_does_after_the_window_grew(view: CardView) -> None:
    view.window().hide()  # as a page is that is filled ahead
    view.resize(300, 400)
    document = document_of(f"A long question. {'And more of it. ' * 12}\n\n{CODE}")
    view.show_document(document)
    view.resize(700, 400)
    view.window().show()
    (now,) = wide_boxes(document, document.textWidth() - MARGIN)
    assert document.wide[0].rect == now.rect


def test_code_keeps_its_lines_except_in_a_quotation(view: CardView) -> None:
    for text, wraps in ((CODE, False), (f"> {CODE}".replace("\n", "\n> "), True)):
        document = document_of(text)
        view.show_document(document)
        block = document.boxes[-1][0].firstCursorPosition().block()
        assert (block.layout().lineCount() > 1) == wraps


def test_left_and_right_move_what_is_in_sight(view: CardView) -> None:
    document = document_of(f"{CODE}\n\n{TABLE}\n\n{LONG}\n\n{CODE}")
    view.show_document(document)
    QTest.keyClick(view, Key.Key_Right)
    assert [box.offset > 0 for box in document.wide] == [True, True, False]
    QTest.keyClick(view, Key.Key_Left)
    assert [box.offset for box in document.wide] == [0, 0, 0]


def test_without_anything_wide_the_arrows_are_the_pages(view: CardView) -> None:
    view.show_document(document_of("short"))
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Right, Qt.KeyboardModifier.NoModifier)
    view.keyPressEvent(event)
    assert not event.isAccepted()


@pytest.mark.parametrize(
    ("across", "down", "shift", "moves"),
    [(-120, 0, False, True), (0, -120, True, True), (0, -120, False, False)],
)
def test_the_wheel_moves_it_sideways_or_the_card(
    view: CardView, across: int, down: int, shift: bool, moves: bool
) -> None:
    document = document_of(f"{TABLE}\n\n{LONG}")
    view.show_document(document)
    turn(view, across, down, shift)
    assert (document.wide[0].offset > 0) == moves
    assert (view.verticalScrollBar().value() > 0) != moves


def test_the_thumb_can_be_dragged(view: CardView) -> None:
    document = document_of(TABLE)
    view.show_document(document)
    box = document.wide[0]
    thumb = QPoint(round(box.rect.left()) + 20, round(box.rect.bottom()) - 4)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=thumb)
    QTest.mouseMove(view.viewport(), thumb + QPoint(2_000, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=thumb + QPoint(2_000, 0))
    assert box.offset == box.most
    assert not view.textCursor().hasSelection()


def test_a_double_click_selects_the_word_that_is_seen(view: CardView) -> None:
    document = document_of(TABLE)
    view.show_document(document)
    box = document.wide[0]
    box.scroll(10_000)
    end = QPoint(round(box.rect.right()) - 40, round(box.rect.top()) + 16)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert view.textCursor().selectedText() == "column_number_11"


def test_what_is_out_of_sight_is_copied_too(view: CardView) -> None:
    view.show_document(document_of(TABLE))
    QTest.keyClick(view, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "column_number_11" in QGuiApplication.clipboard().text()
    assert "column_number_11" in view.accessibleDescription()


def test_a_selection_by_keys_stays_in_sight(view: CardView) -> None:
    document = document_of(CODE)
    view.show_document(document)
    start = document.wide[0].rect.topLeft().toPoint() + QPoint(30, 18)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for _ in range(150):
        QTest.keyClick(view, Key.Key_Right, Shift)
    assert document.wide[0].offset > 0


@pytest.mark.parametrize("text", [CODE, TABLE])
def test_the_end_is_painted_when_it_is_moved_there(view: CardView, text: str) -> None:
    document = document_of(text)
    view.show_document(document)
    before = picture(view)
    document.wide[0].scroll(10_000)
    after = picture(view)
    beside = round((document.wide[0].rect.right() + 4) * after.devicePixelRatio())
    assert before != after
    ground = THEME.colours.surface
    if beside < after.width():  # nothing spills out of the box
        assert {after.pixelColor(beside, y).name() for y in range(after.height())} == {ground}


def test_a_wide_formula_shrinks_a_little_and_moves(view: CardView) -> None:
    document = wide_formula()
    view.show_document(document)
    (box,) = document.wide
    assert 60 * 17 * 0.8 <= box.content <= 60 * 20 * 1.2 * 0.8  # by the font
    before = picture(view)
    QTest.keyClick(view, Key.Key_Right)
    assert picture(view) != before
    assert document.size().width() <= view.width()
