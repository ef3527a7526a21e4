"""SVG pictures of a deck: drawn sharp, in the theme's colour, no wider than the column."""

import time
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from flashcards.render.faces import render
from flashcards.ui.cards.document import CardDocument, front_document
from flashcards.ui.theme.files import load_theme
from tests.render.stub import Boxes
from tests.ui.cards.builders import document_of

HEAD = 'xmlns="http://www.w3.org/2000/svg"'
SQUARE = (
    f'<svg {HEAD} width="100" height="50"><rect width="100" height="50" fill="currentColor"/></svg>'
)


def picture(folder: Path, text: str) -> str:
    (folder / "picture.svg").write_text(text, "utf-8")
    return "![a square](picture.svg)"


def drawn(document: CardDocument, scale: int = 1) -> QImage:
    document.lay_out(400)
    image = QImage(400 * scale, 400 * scale, QImage.Format.Format_RGB32)
    image.fill(QColor("yellow"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    document.drawContents(painter)
    painter.end()
    return image


def count(image: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb()
    return sum(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


@pytest.mark.parametrize("dark", [False, True])
def test_it_is_drawn_sharp_in_the_colour_of_the_text(
    qtbot: QtBot, tmp_path: Path, dark: bool
) -> None:
    theme = load_theme(dark)[0]
    text = render(picture(tmp_path, SQUARE), Boxes())
    for scale in (1, 2):
        image = drawn(front_document(text, theme, 1.0, tmp_path), scale)
        full = count(image, theme.colours.text)
        assert full >= 98 * 48 * scale * scale  # all but the edge, without a blurred rim


def test_it_grows_with_the_text_and_fits_the_column(qtbot: QtBot, tmp_path: Path) -> None:
    theme = load_theme(False)[0]
    text = render(picture(tmp_path, SQUARE), Boxes())
    heights = []
    for zoom in (1.0, 2.0):
        document = front_document(text, theme, zoom, tmp_path)
        document.lay_out(2_000)
        heights.append(document.documentLayout().blockBoundingRect(document.begin()).height())
        document.lay_out(120)
        assert document.size().width() <= 120
    assert 1.7 <= heights[1] / heights[0] <= 2.2


def test_its_words_are_read_aloud(qtbot: QtBot, tmp_path: Path) -> None:
    text = picture(tmp_path, SQUARE)
    assert document_of(f"See {text}.", None, tmp_path).words == "See [a square]."


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="file:///etc/passwd" width="9" height="9"/>',
        f'<path d="M0 0{"L9 9" * 50_000}" stroke="red" stroke-dasharray="0.0001"/>',
        '<rect width="1e300" height="1e300" stroke-width="1e300" stroke="red"/>',
        '<g transform="scale(1e30)"><text font-size="1e30">x</text></g>',
        '<path d="nonsense 1 2 3"/>',
        '<circle r="-1"/><rect width="NaN"/>',
    ],
)
@pytest.mark.qt_log_ignore("Invalid path data")  # what Qt says of it on standard error is right
def test_hostile_pictures_are_drawn_in_no_time(qtbot: QtBot, tmp_path: Path, inside: str) -> None:
    text = picture(tmp_path, f'<svg {HEAD} width="90" height="90">{inside}</svg>')
    start = time.process_time()
    drawn(document_of(text, None, tmp_path))
    assert time.process_time() - start < 2


@pytest.mark.parametrize("text", ["<svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "<p/>"])
def test_what_is_no_picture_is_words(qtbot: QtBot, tmp_path: Path, text: str) -> None:
    document = document_of(picture(tmp_path, text), None, tmp_path)
    assert document.words == "[a square: no such image in the deck’s folder]"
