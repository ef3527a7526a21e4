"""How well an answer went, on SM-2's scale: the log stores it whatever the screen shows."""

from enum import IntEnum

from flashcards.domain.tongue import later, tr


class Grade(IntEnum):
    """SM-2's quality of response, 0 to 5 (Wozniak 1990)."""

    BLACKOUT = 0
    AGAIN = 1
    NEARLY = 2
    HARD = 3
    GOOD = 4
    EASY = 5

    @property
    def recalled(self) -> bool:
        """Whether the answer was right: below 3 the repetitions start again."""
        return self >= 3

    @property
    def settled(self) -> bool:
        """Whether the card is done for the day: below 4 it is repeated until it is."""
        return self >= 4

    @property
    def label(self) -> str:
        """The word on the grade's button."""
        return tr(_LABELS[self])


_LABELS = {
    Grade.BLACKOUT: later("Blackout"),
    Grade.AGAIN: later("Again"),
    Grade.NEARLY: later("Nearly"),
    Grade.HARD: later("Hard"),
    Grade.GOOD: later("Good"),
    Grade.EASY: later("Easy"),
}

TWO_GRADES = (Grade.AGAIN, Grade.GOOD)
FOUR_GRADES = (Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY)
SIX_GRADES = tuple(Grade)
