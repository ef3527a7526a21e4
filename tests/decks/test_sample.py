"""A sample for reading is repeatable, reaches every deck, and hardly moves when decks change."""

from tests.decks.content import cards, deck_paths
from tests.decks.sample import COUNT, SEED, draw, told


def test_the_same_seed_draws_the_same_cards_and_another_seed_others() -> None:
    drawn = draw(cards(), SEED, COUNT)
    assert len(drawn) == len(set(drawn)) == COUNT
    assert drawn == draw(cards()[::-1], SEED, COUNT)
    assert drawn != draw(cards(), SEED + 1, COUNT)


def test_every_deck_gives_a_card_even_where_fewer_are_asked_for() -> None:
    decks = {card.note.deck for card in draw(cards(), SEED, 1)}
    assert len(decks) == len(deck_paths())


def test_a_card_that_is_deleted_makes_room_for_one_and_leaves_the_others() -> None:
    drawn = draw(cards(), SEED, COUNT)
    gone = drawn[COUNT // 2]
    again = draw([card for card in cards() if card != gone], SEED, COUNT)
    assert len(set(drawn) - set(again)) <= 2


def test_a_card_is_told_with_its_question_its_answer_and_where_they_come_from() -> None:
    card = next(card for card in cards() if card.id == "relu-sigmoid-slope")
    text = told(card)
    assert text.startswith("== ml/1-basics/1-relu-vs-sigmoid · relu-sigmoid-slope · basic")
    assert "What is the derivative of the sigmoid" in text
    assert text.endswith("source: executed check")
