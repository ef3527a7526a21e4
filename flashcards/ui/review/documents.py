"""Card documents, made ahead of the moment they are shown, and forgotten soon after."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from flashcards.domain.reveal import Reveal
from flashcards.ui.cards.document import front_document, revealed_document
from flashcards.ui.review import pieces

if TYPE_CHECKING:
    from flashcards.render.faces import RenderedText
    from flashcards.render.formula import FormulaSource
    from flashcards.services.views import CardView as CardFacts
    from flashcards.ui.cards.card_view import CardView
    from flashcards.ui.cards.document import CardDocument
    from flashcards.ui.theme.tokens import Theme

_T = TypeVar("_T")

KEPT_DOCUMENTS = 8
KEPT_TEXTS = 64


@dataclass(frozen=True, slots=True)
class Face:
    """What of a card is seen: how far its answer, whether its hint, and what was typed."""

    reveal: Reveal = field(default_factory=Reveal)
    hinted: bool = False
    typed: str = ""


class CardDocuments:
    """Documents for one view, one theme and one zoom at a time."""

    def __init__(self, view: "CardView", formulas: "FormulaSource", theme: "Theme") -> None:
        self._view, self._formulas = view, formulas
        self._theme, self._zoom = theme, 1.0
        self._texts: OrderedDict[str, RenderedText] = OrderedDict()
        self._words: OrderedDict[str, str] = OrderedDict()
        self._documents: OrderedDict[tuple[str | Face, ...], CardDocument] = OrderedDict()

    def set_look(self, theme: "Theme", zoom: float) -> None:
        """Draw with other colours or sizes from now on; the text is not parsed again."""
        self._theme, self._zoom = theme, zoom
        self._documents.clear()

    def shown(self, card: "CardFacts", face: Face) -> "CardDocument":
        """Find or make a document, laid out for the view's width."""
        key = (card.front, card.back, card.source, card.context, card.hint, face)
        found = self._documents.pop(key, None) or self._made(card, face)
        self._documents[key] = found
        while len(self._documents) > KEPT_DOCUMENTS:
            self._documents.popitem(last=False)
        return self._view.prepare(found)

    def expected(self, card: "CardFacts") -> str:
        """Give what is to be typed, in plain words."""
        from flashcards.render.faces import plain  # Markdown, after the first paint

        return _kept(self._words, card.expected, plain)

    def _made(self, card: "CardFacts", face: Face) -> "CardDocument":
        folder, revealed = card.file.parent, face.reveal.shown > 0
        filled = card.filled and revealed
        front = self._text(pieces.question(card, filled=filled))
        if filled and card.source:
            front = pieces.joined(front, self._text(pieces.source_line(card.source)))
        if face.hinted:
            front = pieces.joined(front, self._text(pieces.quoted_hint(card.hint)))
        below = self._below(card, face) if revealed else []
        if not below:
            return front_document(front, self._theme, self._zoom, folder)
        back = pieces.joined(*below)
        return revealed_document(front, back, self._theme, self._zoom, folder)

    def _below(self, card: "CardFacts", face: Face) -> "list[RenderedText]":
        """Collect what stands below the hairline."""
        below: list[RenderedText] = []
        if face.typed:
            below.append(pieces.told(face.typed, self.expected(card), filled=card.filled))
        for number, part in enumerate(card.parts[: face.reveal.shown]):
            text = self._text(pieces.part_text(part, marked=card.marked))
            below.append(pieces.part_shown(text, number, face.reveal))
        if card.filled:
            return below
        if not card.parts:
            below.append(self._text(card.back))
        if card.source and face.reveal.shown == face.reveal.total:
            below.append(self._text(pieces.source_line(card.source)))
        return below

    def _text(self, source: str) -> "RenderedText":
        from flashcards.render.faces import render  # Markdown and Pygments, after the first paint

        return _kept(self._texts, source, lambda text: render(text, self._formulas))


def _kept(store: "OrderedDict[str, _T]", source: str, make: Callable[[str], _T]) -> _T:
    """Give what was made of a text; what was used longest ago is forgotten."""
    found = store.pop(source) if source in store else make(source)
    store[source] = found
    while len(store) > KEPT_TEXTS:
        store.popitem(last=False)
    return found
