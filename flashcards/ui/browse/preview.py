"""The selected card beside the list, as a review shows it, with its answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from flashcards.domain.reveal import Reveal
from flashcards.domain.tongue import tr
from flashcards.ui.cards.card_view import CardView
from flashcards.ui.review.documents import CardDocuments, Face
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.label import label

if TYPE_CHECKING:
    from flashcards.render.formula import FormulaSource
    from flashcards.services.views import CardView as CardFacts
    from flashcards.ui.theme.tokens import Theme

_LEAST = 32 * GRID


class Preview(QWidget):
    """Shows one card, or says why there is none."""

    def __init__(self, formulas: "FormulaSource", theme: "Theme") -> None:
        super().__init__()
        self._view, self._words = CardView(), label("quiet", wraps=True)
        self._view.setAccessibleName(tr("The selected card"))
        self._documents = CardDocuments(self._view, formulas, theme)
        self._shown: CardFacts | None = None
        self._lay_out()
        self._view.ensurePolished()

    def _lay_out(self) -> None:
        self.setProperty("role", "reading")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(_LEAST)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._view, 1)
        self.show_words("")

    def show_card(self, card: "CardFacts") -> None:
        """Show question and answer."""
        self._shown = card
        face = Face(Reveal(card.parts, card.marked, len(card.parts) or 1, at_once=True))
        self._view.show_document(self._documents.shown(card, face))
        self._show(card=True)

    def show_words(self, words: str) -> None:
        """Say why there is no card."""
        self._shown = None
        self._words.setText(words)
        self._show(card=False)

    def _show(self, *, card: bool) -> None:
        self._words.setVisible(not card)
        self._view.setVisible(card)

    def set_look(self, theme: "Theme", zoom: float) -> None:
        """Draw the card in other colours or sizes."""
        self._documents.set_look(theme, zoom)
        if self._shown:
            self.show_card(self._shown)
