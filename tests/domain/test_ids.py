"""A card's name holds its note's."""

from flashcards.domain.ids import NoteId, card_id, note_of


def test_the_plain_card_has_its_notes_name() -> None:
    assert card_id(NoteId("l1-vs-l2"), "") == "l1-vs-l2"


def test_a_sibling_adds_its_key() -> None:
    card = card_id(NoteId("l1-vs-l2"), "penalty")
    assert card == "l1-vs-l2/penalty"
    assert note_of(card) == note_of(card_id(NoteId("l1-vs-l2"), "")) == "l1-vs-l2"
