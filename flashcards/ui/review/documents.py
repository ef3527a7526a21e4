"""Card documents, made ahead of the moment they are shown, and forgotten soon after."""

import re
from collections import OrderedDict
from typing import TYPE_CHECKING

from flashcards.ui.cards.document import front_document, revealed_document

if TYPE_CHECKING:
    from flashcards.render.faces import RenderedText
    from flashcards.render.formula import FormulaSource
    from flashcards.services.views import CardView as CardFacts
    from flashcards.ui.cards.card_view import CardView
    from flashcards.ui.cards.document import CardDocument
    from flashcards.ui.theme.tokens import Theme

_MARKS = re.compile(r"[\\`*_{}\[\]()#+\-.!$>]")

KEPT_DOCUMENTS = 8
KEPT_TEXTS = 64


class CardDocuments:
    """Documents for one view, one theme and one zoom at a time."""

    def __init__(self, view: "CardView", formulas: "FormulaSource", theme: "Theme") -> None:
        self._view, self._formulas = view, formulas
        self._theme, self._zoom = theme, 1.0
        self._texts: OrderedDict[str, RenderedText] = OrderedDict()
        self._documents: OrderedDict[tuple[str, str, bool], CardDocument] = OrderedDict()

    def set_look(self, theme: "Theme", zoom: float) -> None:
        """Draw with other colours or sizes from now on; the text is not parsed again."""
        self._theme, self._zoom = theme, zoom
        self._documents.clear()

    def front(self, card: "CardFacts") -> "CardDocument":
        """Give the question."""
        return self._document(card, revealed=False)

    def revealed(self, card: "CardFacts") -> "CardDocument":
        """Give question and answer."""
        return self._document(card, revealed=True)

    def _document(self, card: "CardFacts", *, revealed: bool) -> "CardDocument":
        """Find or make a document, laid out for the view's width."""
        key = (card.front, answer_of(card), revealed)
        found = self._documents.pop(key, None) or self._made(card, revealed)
        self._documents[key] = found
        while len(self._documents) > KEPT_DOCUMENTS:
            self._documents.popitem(last=False)
        return self._view.prepare(found)

    def _made(self, card: "CardFacts", revealed: bool) -> "CardDocument":
        folder = card.file.parent
        if not revealed:
            return front_document(self._text(card.front), self._theme, self._zoom, folder)
        back = self._text(answer_of(card))
        if card.filled:
            return front_document(back, self._theme, self._zoom, folder)
        front = self._text(card.front)
        return revealed_document(front, back, self._theme, self._zoom, folder)

    def _text(self, source: str) -> "RenderedText":
        from flashcards.render.faces import render  # Markdown and Pygments, after the first paint

        found = self._texts.pop(source, None) or render(source, self._formulas)
        self._texts[source] = found
        while len(self._texts) > KEPT_TEXTS:
            self._texts.popitem(last=False)
        return found


def answer_of(card: "CardFacts") -> str:
    """Give the answer as Markdown: a filled text with its heading, and the source below it."""
    heading, _, _ = card.front.partition("\n")
    answer = f"{heading}\n\n{card.back}" if card.filled else card.back
    if not card.source:
        return answer
    return f"{answer.rstrip()}\n\n###### Source: {_literal(card.source)}\n"


def _literal(text: str) -> str:
    """Write plain text so that Markdown shows it as it is."""
    plain = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return _MARKS.sub(r"\\\g<0>", plain)
