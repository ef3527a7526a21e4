"""The cards by topic."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flashcards.domain.ids import CardId

if TYPE_CHECKING:
    from flashcards.domain.catalogue import Catalogue
    from flashcards.domain.settings import Settings


class Shelves:
    """The cards of each topic, and the round that most of them belong to."""

    def __init__(self, catalogue: "Catalogue") -> None:
        self.cards: dict[str, list[CardId]] = {}
        counts: dict[str, dict[str, int]] = {}
        for shelf in catalogue.shelves:
            self.cards.setdefault(shelf.topic, []).extend(shelf.cards)
            of_rounds = counts.setdefault(shelf.topic, {})
            of_rounds[shelf.round] = of_rounds.get(shelf.round, 0) + len(shelf.cards)
        self.rounds = {topic: max(found, key=found.__getitem__) for topic, found in counts.items()}

    def weights(self, settings: "Settings") -> Mapping[str, float]:
        """Say how much each topic matters."""
        return {topic: settings.weight_of(topic, self.rounds[topic]) for topic in self.cards}
