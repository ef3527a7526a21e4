"""Formulas stand on the text's baseline, in the text's colour and size."""

import pytest
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QImage, QPainter, QPalette
from pytestqt.qtbot import QtBot

from flashcards.render.faces import RenderedText
from flashcards.render.formula import Formula
from flashcards.ui.cards.document import CardDocument, front_document
from flashcards.ui.theme.files import load_theme

THEME = load_theme(False)[0]
BAR = "M 0 -{top} L 400 -{top} L 400 {bottom} L 0 {bottom} Z"


def bar(top: int, bottom: int) -> Formula:
    """A black bar from `top` above the baseline to `bottom` below it, in thousandths of an em."""
    outline = BAR.format(top=top, bottom=bottom)
    return Formula("x", False, 0.4, top / 1000, bottom / 1000, outline)


def drawn(document: CardDocument, scale: int) -> QImage:
    document.lay_out(400)
    image = QImage(400 * scale, 120 * scale, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor("black"))
    context.palette = palette
    document.documentLayout().draw(painter, context)
    painter.end()
    return image


def ink_rows(image: QImage, left: float, right: float) -> tuple[int, int]:
    """The first and the last row with ink between two columns."""
    columns = range(round(left), round(right))
    rows = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).lightness() < 128 for x in columns)
    ]
    return rows[0], rows[-1] + 1


def edges(document: CardDocument, scale: int) -> list[float]:
    """Where the characters of the first line begin, in pixels of the picture."""
    layout = document.firstBlock().layout()
    line = layout.lineAt(0)
    left = document.documentLayout().blockBoundingRect(document.firstBlock()).left()
    return [(left + _x(line.cursorToX(at))) * scale for at in range(3)]


def _x(answer: object) -> float:
    """Qt answers the x and the position it belongs to; the stub does not say so."""
    assert isinstance(answer, tuple)
    return float(answer[0])


@pytest.mark.parametrize("scale", [1, 2, 4])
@pytest.mark.parametrize("depth", [0, 150, 400, 900])
def test_ink_is_where_the_baseline_says(qtbot: QtBot, scale: int, depth: int) -> None:
    text = RenderedText("<p>H\ue0100\ue011H</p>", (bar(700, depth),))
    document = front_document(text, THEME)
    image = drawn(document, scale)
    letter, formula, end = edges(document, scale)
    _, baseline = ink_rows(image, letter, formula)
    top, bottom = ink_rows(image, formula + 2, end - 2)
    em = (bottom - top) / (0.7 + depth / 1000)
    assert abs(top + 0.7 * em - baseline) <= 0.5 * scale + 1  # hinting moves the letter by half


def test_a_small_letter_is_as_tall_as_the_texts(qtbot: QtBot) -> None:
    x_height = RenderedText("<p>x\ue0100\ue011x</p>", (bar(473, 0),))
    document = front_document(x_height, THEME)
    image = drawn(document, 4)
    letter, formula, end = edges(document, 4)
    text_top, _ = ink_rows(image, letter, formula)
    top, _ = ink_rows(image, formula + 4, end - 4)
    assert abs(top - text_top) <= 4


def test_a_formula_wider_than_the_column_shrinks(qtbot: QtBot) -> None:
    wide = Formula("x", True, 200.0, 1.0, 0.5, "M 0 0 L 9 9 Z")
    document = front_document(RenderedText("<p>\ue0100\ue011</p>", (wide,)), THEME)
    document.lay_out(400)
    assert document.size().width() <= 400
    assert document.size().height() < 200


def test_a_formula_has_the_colour_of_a_highlight(qtbot: QtBot) -> None:
    html = '<p><mark class="cloze">\ue0100\ue011</mark></p>'
    document = front_document(RenderedText(html, (bar(700, 0),)), THEME)
    image = drawn(document, 4)
    left, right, _ = edges(document, 4)
    colours = {image.pixelColor(round((left + right) / 2), y).name() for y in range(300)}
    assert THEME.colours.cloze in colours
    assert THEME.colours.cloze_background in colours
