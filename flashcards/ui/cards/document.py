"""A card's face, or both, as a text document ready to be laid out and shown."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QFontMetricsF, QTextCursor, QTextOption

from flashcards.ui.cards.columns import Measured, measure
from flashcards.ui.cards.formula import FORMULA_OBJECT, FormulaObject
from flashcards.ui.cards.images import fit_images, load_image, no_image
from flashcards.ui.cards.markup import ANSWER_RULE, NEWEST, Box, boxes, led, markup, renumbered
from flashcards.ui.cards.overflow import wide_boxes
from flashcards.ui.cards.overridden import OwnDocument
from flashcards.ui.cards.places import (
    anchored,
    close_lists,
    mark_boxes,
    mark_bullets,
    mark_rules,
    place_formulas,
    place_images,
)
from flashcards.ui.cards.styles import MARGIN, document_style, reading_size
from flashcards.ui.cards.vector import VECTOR_OBJECT, VectorObject
from flashcards.ui.cards.words import document_text

if TYPE_CHECKING:
    from pathlib import Path

    from flashcards.render.faces import RenderedText
    from flashcards.ui.cards.wide import WideBox
    from flashcards.ui.theme.tokens import Theme

COLUMN_CHARACTERS = 72
PAGE_TOP, PAGE_BOTTOM = 32, 48


def front_document(
    front: RenderedText, theme: Theme, zoom: float = 1.0, folder: Path | None = None
) -> CardDocument:
    """The question alone; `folder` is the deck's, where its images are."""
    return CardDocument(front, None, theme, zoom, folder)


def revealed_document(
    front: RenderedText,
    back: RenderedText,
    theme: Theme,
    zoom: float = 1.0,
    folder: Path | None = None,
) -> CardDocument:
    """The question, a hairline, and the answer below it."""
    return CardDocument(front, back, theme, zoom, folder)


class CardDocument(OwnDocument):
    """A document that draws its formulas, finds its images, and knows where its boxes are."""

    def __init__(
        self,
        front: RenderedText,
        back: RenderedText | None,
        theme: Theme,
        zoom: float,
        folder: Path | None,
    ) -> None:
        super().__init__()
        self.theme = theme
        self.zoom = zoom
        self._folder, self._width = folder, 0
        self.setUndoRedoEnabled(False)
        self._set_type()
        self.wide: list[WideBox] = []
        self.formulas = FormulaObject(front.formulas + (back.formulas if back else ()), self)
        self._vectors = VectorObject(self)
        self.documentLayout().registerHandler(FORMULA_OBJECT, self.formulas)
        self.documentLayout().registerHandler(VECTOR_OBJECT, self._vectors)
        self._write(front, back)

    @property
    def answer_top(self) -> float | None:
        """Where the hairline above the answer is, in pixels; None on a question."""
        if self.answer_rule is None:
            return None
        return self.documentLayout().blockBoundingRect(self.answer_rule).top()

    @property
    def newest_top(self) -> float | None:
        """Where the part that was shown last begins; None where nothing is shown in parts."""
        if self._newest is None:
            return None
        return self.documentLayout().blockBoundingRect(self._newest).top()

    def column_width(self) -> int:
        """How wide the text wants to be, in pixels: about 72 characters."""
        character = QFontMetricsF(self.defaultFont()).averageCharWidth()
        return round(character * COLUMN_CHARACTERS) + 2 * MARGIN

    @cached_property
    def words(self) -> str:
        """The card as plain text, formulas in TeX."""
        return document_text(self, self.formulas)

    def lay_out(self, width: int) -> None:
        """Lay the document out for a column; nothing is done twice for the same width."""
        if width == self._width == self.textWidth():  # Qt sets the latter by itself, too
            return
        self._width = width
        edit = QTextCursor(self)
        edit.beginEditBlock()
        fit_images(self, width - 2 * MARGIN)
        for table in self._tables:
            table.lay_out(width - 2 * MARGIN)
        edit.endEditBlock()
        self.setTextWidth(width)
        self.size()  # Qt would leave what is below the window for later
        self.wide = wide_boxes(self, width - MARGIN)

    @cached_property
    def _tables(self) -> list[Measured]:
        """The tables of rows and columns, measured."""
        return [
            measure(table, self, self.formulas) for table, box in self.boxes if box is Box.TABLE
        ]

    def warm(self) -> None:
        """Do now what showing would do: the words for a screen reader, the formulas' shapes."""
        self.formulas.warm()
        self.words  # noqa: B018 - computed once, and kept

    def loadResource(self, _type: int, name: QUrl | str) -> object:
        """Images from the deck's folder; an empty image for everything else.

        Never None, which Qt would ask for again at every paint.
        """
        return load_image(self._folder, QUrl(name).toString()) or no_image()

    def _set_type(self) -> None:
        font = QFont(list(self.theme.fonts.text))
        font.setPixelSize(reading_size(self.theme, self.zoom))
        self.setDefaultFont(font)
        self.setDefaultStyleSheet(document_style(self.theme, self.zoom))
        self.setDocumentMargin(MARGIN)
        self.setIndentWidth(font.pixelSize() * 1.6)
        self.setDefaultTextOption(text_option())

    def _write(self, front: RenderedText, back: RenderedText | None) -> None:
        padding = round(self.defaultFont().pixelSize() * 0.65)
        html = f'<div class="front">{led(markup(front, padding))}</div>'
        if back is not None:
            answer = renumbered(markup(back, padding), len(front.formulas))
            html += f'<p class="rule">{ANSWER_RULE}</p><div class="back">{answer}</div>'
        self.setHtml(html)
        edit = QTextCursor(self)
        edit.beginEditBlock()  # one layout for all that follows, not one for each
        self._pad()
        self.boxes = mark_boxes(self, boxes(html))
        place_formulas(self, self.formulas, self.boxes)
        place_images(self, self._vectors, self._folder, self.theme, self.zoom)
        self.bullets = mark_bullets(self)
        close_lists(self)
        self.rules, self.answer_rule = mark_rules(self)
        self._newest = anchored(self, NEWEST) if NEWEST in html else None
        edit.endEditBlock()

    def _pad(self) -> None:
        frame = self.rootFrame()
        format = frame.frameFormat()
        format.setTopMargin(PAGE_TOP * self.zoom)
        format.setBottomMargin(PAGE_BOTTOM * self.zoom)
        frame.setFrameFormat(format)


def text_option() -> QTextOption:
    """How lines break: at words, and within one that is wider than the column."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
