"""Card documents, made ahead of the moment they are shown, and forgotten soon after."""

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
        key = (card.front, card.back, revealed)
        found = self._documents.pop(key, None) or self._made(card, revealed)
        self._documents[key] = found
        while len(self._documents) > KEPT_DOCUMENTS:
            self._documents.popitem(last=False)
        return self._view.prepare(found)

    def _made(self, card: "CardFacts", revealed: bool) -> "CardDocument":
        folder = card.file.parent
        front = self._text(card.front)
        if not revealed:
            return front_document(front, self._theme, self._zoom, folder)
        back = self._text(card.back)
        return revealed_document(front, back, self._theme, self._zoom, folder)

    def _text(self, source: str) -> "RenderedText":
        from flashcards.render.faces import render  # Markdown and Pygments, after the first paint

        found = self._texts.pop(source, None) or render(source, self._formulas)
        self._texts[source] = found
        while len(self._texts) > KEPT_TEXTS:
            self._texts.popitem(last=False)
        return found
