"""Undo and redo are said in whole sentences, which each language orders as it likes."""

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Buried, CardFact, Flagged, Reset, Reviewed, Suspended
from flashcards.domain.tongue import use
from flashcards.services.undo_words import Ways, ways
from flashcards.store.catalogues import catalogue

CARD = CardId("c")
GOOD = Reviewed(CARD, Grade.GOOD)


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        (GOOD, "Undo Good on “L1?”"),
        (Suspended(CARD), "Undo suspend on “L1?”"),
        (Reset(CARD), "Undo reset on “L1?”"),
    ],
)
def test_what_will_be_taken_back_names_the_deed_and_its_card(fact: CardFact, told: str) -> None:
    assert ways(fact, "L1?").undo == told


def test_each_way_has_its_sentence() -> None:
    assert ways(Flagged(CARD), "L1?") == Ways(
        "Undo flag on “L1?”", "Undid flag on “L1?”", "Redo flag on “L1?”", "Redid flag on “L1?”"
    )


def test_german_has_its_own_order() -> None:
    use("de", catalogue("de"))
    assert ways(GOOD, "L1?").undone == "Rückgängig gemacht: Gut bei „L1?“"
    assert ways(Buried(CARD), "L1?").redo == "Wiederherstellen: Zurückstellen von „L1?“"
    assert ways(Reset(CARD), "{x}").undo == "Rückgängig: Neulernen von „{x}“"
