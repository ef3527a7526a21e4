"""The view: a centred column, keys that go on, safe links, and formulas that copy as TeX."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from flashcards.ui.cards import card_view
from flashcards.ui.cards.card_view import CardView
from tests.ui.cards.builders import document_of

LONG = "\n\n".join(f"Paragraph {number} of a long answer." for number in range(60))
Key = Qt.Key


class Page(QWidget):
    """Keeps the keys its view lets through."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[int] = []
        self.view = CardView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's spelling
        self.keys.append(event.key())


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    page = Page()
    qtbot.addWidget(page)
    page.resize(1024, 400)
    page.show()
    page.view.setFocus()
    yield page
    page.view.setDocument(document_of(""))


@pytest.mark.parametrize(
    "key",
    [Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_1, Key.Key_5, Key.Key_E, Key.Key_U],
)
def test_the_pages_keys_go_on_to_it(page: Page, key: Qt.Key) -> None:
    page.view.show_document(document_of("a", LONG))
    QTest.keyClick(page.view, key)
    assert page.keys == [key]
    assert page.view.verticalScrollBar().value() == 0


def test_arrows_and_pages_scroll(page: Page) -> None:
    page.view.show_document(document_of("a", LONG))
    bar = page.view.verticalScrollBar()
    for key, grows in ((Key.Key_Down, 1), (Key.Key_PageDown, 1), (Key.Key_End, 1)):
        before = bar.value()
        QTest.keyClick(page.view, key)
        assert (bar.value() - before) * grows > 0
    for key in (Key.Key_Up, Key.Key_PageUp, Key.Key_Home):
        before = bar.value()
        QTest.keyClick(page.view, key)
        assert bar.value() < before
    assert page.keys == []


def test_copying_gives_the_tex(page: Page) -> None:
    page.view.show_document(document_of("so $x^2$ is", "and $$y$$"))
    QTest.keyClick(page.view, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "so $x^2$ is\nand\n$$y$$"


def test_a_part_of_the_text_can_be_copied(page: Page) -> None:
    page.view.show_document(document_of("so $x^2$ is"))
    cursor = QTextCursor(page.view.document())
    cursor.setPosition(3)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    page.view.setTextCursor(cursor)
    mime: QMimeData = page.view.createMimeDataFromSelection()
    assert mime.text() == "$x^2$ i"
    assert not mime.hasHtml()


def test_the_keyboard_can_select(page: Page) -> None:
    page.view.show_document(document_of("word"))
    QTest.keyClick(page.view, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.view.textCursor().selectedText() == "w"


@pytest.mark.parametrize(
    ("address", "opened"),
    [
        ("https://example.org", True),
        ("mailto:a@example.org", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
    ],
)
def test_only_web_and_mail_links_open(
    page: Page, monkeypatch: pytest.MonkeyPatch, address: str, opened: bool
) -> None:
    asked: list[str] = []

    class Desktop:
        @staticmethod
        def openUrl(url: QUrl) -> None:  # noqa: N802 - Qt's spelling
            asked.append(url.toString())

    monkeypatch.setattr(card_view, "QDesktopServices", Desktop)
    page.view.anchorClicked.emit(QUrl(address))
    assert bool(asked) is opened


def test_a_screen_reader_hears_the_words(page: Page) -> None:
    page.view.show_document(document_of("What is $x$?"))
    assert page.view.accessibleDescription() == "What is $x$?"
    assert page.view.accessibleName()


@pytest.mark.parametrize("width", [420, 700, 1024, 1800])
def test_the_column_is_centred_and_never_wider_than_the_window(page: Page, width: int) -> None:
    page.view.show_document(document_of("a", LONG))
    page.resize(width, 400)
    column = page.view.document().textWidth()
    left = page.view.viewport().geometry().left()
    assert column <= width - 2 * 20
    assert abs(left - (width - column) / 2) <= 1


def test_a_prepared_document_is_not_laid_out_again(page: Page) -> None:
    document = page.view.prepare(document_of("a", LONG))
    width, height = document.textWidth(), document.size().height()
    page.view.show_document(document)
    assert (document.textWidth(), document.size().height()) == (width, height)
    assert page.view.document() is document


def test_a_long_question_scrolls_to_its_answer(page: Page) -> None:
    page.view.show_document(document_of("short", "answer"))
    assert page.view.verticalScrollBar().value() == 0
    page.view.show_document(document_of(LONG, LONG))
    assert page.view.verticalScrollBar().value() > 400


def test_boxes_are_painted_under_the_text(page: Page) -> None:
    document = document_of("```\ncode\n```")
    page.view.show_document(document)
    image = page.view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    colours = {image.pixelColor(round(200 * ratio), y).name() for y in range(image.height())}
    assert document.theme.colours.code_background in colours


def test_every_kind_of_box_can_be_painted(page: Page) -> None:
    page.view.show_document(document_of("> q\n\n| a |\n|---|\n| b |\n\n---", "b"))
    assert not page.view.viewport().grab().isNull()


@pytest.mark.parametrize("text", ["| a |\n|---|\n| b |\n| c |", "a\n\n---\n\nb"])
def test_hairlines_divide_rows_and_thoughts(page: Page, text: str) -> None:
    document = document_of(text)
    page.view.show_document(document)
    image = page.view.viewport().grab().toImage()
    lines = {image.pixelColor(image.width() // 2, y).name() for y in range(image.height())}
    assert document.theme.colours.hairline in lines


def test_resizing_without_a_card_is_harmless(qtbot: QtBot) -> None:
    view = CardView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    assert view.createMimeDataFromSelection().text() == ""
