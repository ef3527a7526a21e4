"""SM-2's scale of grades."""

from flashcards.domain.grade import FOUR_GRADES, SIX_GRADES


def test_grades_from_three_are_recalled_and_from_four_settled() -> None:
    told = [(int(grade), grade.recalled, grade.settled) for grade in SIX_GRADES]
    assert told == [
        (0, False, False),
        (1, False, False),
        (2, False, False),
        (3, True, False),
        (4, True, True),
        (5, True, True),
    ]


def test_four_buttons_are_again_hard_good_easy() -> None:
    assert [grade.label for grade in FOUR_GRADES] == ["Again", "Hard", "Good", "Easy"]
    assert [int(grade) for grade in FOUR_GRADES] == [1, 3, 4, 5]
