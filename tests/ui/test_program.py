"""A morning with the whole program: Today, the review, its summary."""

from tests.ui.stage import Stage, deck_of


def answer(stage: Stage, grades: str) -> None:
    """Flip and grade, one card a digit."""
    for grade in grades:
        stage.press("Space", grade)


def test_today_counts_what_the_decks_hold(stage: Stage) -> None:
    stage.write_deck(deck_of(12))
    stage.open()
    head = ["Monday 2 March", "12 cards for today"]
    assert stage.texts()[:8] == [*head, "0", "due", "12", "new", "4", "minutes"]
