"""The cards of the note being written, drawn as the review will draw them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from flashcards.domain.reveal import Reveal
from flashcards.domain.tongue import later, tr
from flashcards.ui.cards.card_view import CardView
from flashcards.ui.review.documents import CardDocuments, Face
from flashcards.ui.shortcuts import name_key
from flashcards.ui.theme.tokens import GRID
from flashcards.ui.widgets.button import button
from flashcards.ui.widgets.label import label
from flashcards.ui.widgets.trail import Trail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flashcards.render.formula import FormulaSource
    from flashcards.services.views import CardView as CardFacts
    from flashcards.ui.theme.tokens import Theme

NONE = later("Put the cursor into a note, and its cards are shown here.")
NO_CARD = later("This note makes no card yet.")


class Preview(QWidget):
    """Shows question and answer of one card at a time; buttons lead to its siblings."""

    def __init__(self, formulas: "FormulaSource", theme: "Theme") -> None:
        super().__init__()
        self.setProperty("role", "reading")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Preview"))
        self._view, self._words = CardView(), label("lead", wraps=True)
        self._view.setAccessibleName(tr("The card, as it will be asked"))
        self._documents = CardDocuments(self._view, formulas, theme)
        self._cards: tuple[CardFacts, ...] = ()
        self._place = 0
        self._which = Trail()
        self._before, self._after = button("quiet", "‹"), button("quiet", "›")
        name_key(self._before, "card-before", words=tr("The card before"))
        name_key(self._after, "card-after", words=tr("The next card"))
        self._before.setAccessibleName(tr("The card before"))
        self._after.setAccessibleName(tr("The next card"))
        self._before.clicked.connect(lambda: self.turn(-1))
        self._after.clicked.connect(lambda: self.turn(1))
        self._lay_out()
        self.show_cards((), told=tr(NONE))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, GRID, GRID, 0)
        head.addWidget(self._which, 1)
        head.addWidget(self._before)
        head.addWidget(self._after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        self._words.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 0)
        layout.addWidget(self._words)
        layout.addWidget(self._view, 1)
        layout.addStretch(0)

    def set_look(self, theme: "Theme", zoom: float) -> None:
        """Draw with other colours or sizes."""
        self._documents.set_look(theme, zoom)
        self._show()

    @property
    def words(self) -> str:
        """What is shown, as a screen reader has it."""
        return self._view.accessibleDescription() if self._cards else self._words.text()

    def show_cards(self, cards: "Sequence[CardFacts]", told: str = "") -> None:
        """Show a note's cards, of which the same one stays in sight; without any, a sentence."""
        shown = self._cards[self._place].id if self._cards else None
        self._cards = tuple(cards)
        places = [place for place, card in enumerate(cards) if card.id == shown]
        self._place = places[0] if places else min(self._place, max(0, len(cards) - 1))
        self._words.setText(told or tr(NO_CARD))
        self._show()

    def turn(self, step: int) -> None:
        """Show the next card of the note, or the one before."""
        if self._cards:
            self._place = (self._place + step) % len(self._cards)
            self._show()

    def _show(self) -> None:
        self._words.setVisible(not self._cards)
        self._view.setVisible(bool(self._cards))
        for made in (self._before, self._after):
            made.setVisible(len(self._cards) > 1)
        if not self._cards:
            self._which.show_text(tr("Preview"))
            return
        card = replace(self._cards[self._place], filled=False)  # the gap, and what fills it
        of, count = tr("Preview"), len(self._cards)
        if count > 1:
            place = tr("Card {place} of {count}", place=self._place + 1, count=count)
            of = f"{place} · {card.prompt}"
        self._which.show_text(of)
        down = self._view.verticalScrollBar().value()
        self._view.show_document(self._documents.shown(card, _whole(card)))
        self._view.verticalScrollBar().setValue(down)


def _whole(card: "CardFacts") -> Face:
    """Give a card's last face: everything shown."""
    return Face(Reveal(card.parts, card.marked).whole(), hinted=bool(card.hint))
