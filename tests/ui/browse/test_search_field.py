"""The field a search is typed in: keys, offers, and the line under a wrong word."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from flashcards.domain.search.completion import Offer
from flashcards.domain.search.parse import QueryFault
from flashcards.ui.browse.search_field import SearchField
from tests.ui import screen

pytestmark = pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing")

WORDS = ("topic:ml/norms ", "topic:ml/ridge ", "tag:core ")


def offers(text: str, cursor: int) -> list[Offer]:
    """Offer what begins like the word before the cursor."""
    start = text.rfind(" ", 0, cursor) + 1
    typed = text[start:cursor]
    fits = (word for word in WORDS if typed and word.startswith(typed) and word.strip() != typed)
    return [Offer(start, cursor, word, "2 cards") for word in fits]


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[SearchField]:
    made = SearchField(offers)
    qtbot.addWidget(made)
    made.resize(500, 40)
    screen.show(qtbot, made)
    made.setFocus()
    yield made
    made.close()


def key(widget: object, which: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(widget, which, held or Qt.KeyboardModifier.NoModifier)  # type: ignore[call-overload]  # a widget


def popup() -> object:
    found = QApplication.activePopupWidget()
    assert found is not None
    return found


def picture(field: SearchField) -> QImage:
    QApplication.processEvents()
    return field.grab().toImage()


def test_a_screen_reader_knows_it(field: SearchField) -> None:
    assert screen.read_aloud(field) == "Search the cards"


@pytest.mark.parametrize("which", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down])
def test_enter_and_down_go_on_to_the_list(qtbot: QtBot, field: SearchField, which: Qt.Key) -> None:
    with qtbot.waitSignal(field.go_wanted):
        key(field, which)


def test_offers_show_while_one_types(field: SearchField) -> None:
    QTest.keyClicks(field, "topic")
    assert field.offered == ["topic:ml/norms   2 cards", "topic:ml/ridge   2 cards"]
    QTest.keyClicks(field, "x")
    assert field.offered == []


def test_a_chosen_offer_takes_the_words_place(field: SearchField) -> None:
    field.setText("is:due to lapses>3")
    field.setCursorPosition(9)
    field.offer()
    for which in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        key(popup(), which)
    assert field.text() == "is:due topic:ml/ridge lapses>3"
    assert field.cursorPosition() == len("is:due topic:ml/ridge ")


def test_enter_without_a_choice_goes_to_the_list(qtbot: QtBot, field: SearchField) -> None:
    QTest.keyClicks(field, "tag")
    with qtbot.waitSignal(field.go_wanted):
        key(popup(), Qt.Key.Key_Return)


def test_escape_closes_the_offers_and_control_space_brings_them_back(field: SearchField) -> None:
    QTest.keyClicks(field, "tag")
    key(popup(), Qt.Key.Key_Escape)
    assert field.offered == []
    key(field, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert field.offered == ["tag:core   2 cards"]
    assert field.text() == "tag"


def test_a_line_stands_under_the_wrong_word_until_something_is_typed(field: SearchField) -> None:
    field.setText("zero topik:ml")
    plain = picture(field)
    fault = QueryFault(6, "A search does not know “topik”.", 5)
    field.mark(fault)
    marked = picture(field)
    changed = [x for x in range(marked.width()) if differs(plain, marked, x)]
    assert changed
    left = field.fontMetrics().horizontalAdvance("zero ")
    assert left - 4 <= min(changed) <= left + 24
    assert max(changed) <= left + field.fontMetrics().horizontalAdvance("topik") + 24
    assert screen.described(field) == fault.sentence
    field.setText("zero topic:ml")
    assert screen.described(field) != fault.sentence


def differs(one: QImage, other: QImage, x: int) -> bool:
    return any(one.pixel(x, y) != other.pixel(x, y) for y in range(one.height()))
