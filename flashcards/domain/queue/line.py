"""The session's own order: who waits, and what an answer does to the line."""

from dataclasses import dataclass

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId


@dataclass(frozen=True, slots=True)
class Line:
    """Cards still to be asked. ``drills`` follow when ``waiting`` is empty (SM-2, step 7)."""

    waiting: tuple[CardId, ...]
    drills: tuple[CardId, ...] = ()

    @property
    def current(self) -> CardId | None:
        """The card to ask now; None when the day is done."""
        return next(iter(self.waiting + self.drills), None)

    @property
    def upcoming(self) -> CardId | None:
        """The card after this one, as far as can be told before it is graded."""
        return next(iter((self.waiting + self.drills)[1:2]), None)

    @property
    def drilling(self) -> bool:
        """Whether the current card is a repeat of today."""
        return not self.waiting and bool(self.drills)

    def __len__(self) -> int:
        return len(self.waiting) + len(self.drills)


def answered(line: Line, grade: Grade) -> Line:
    """Take the current card off; below 4 it goes to the end of the repeats."""
    card = line.current
    assert card is not None, "only a card that is asked can be answered"
    rest = without(line, card)
    return rest if grade.settled else Line(rest.waiting, (*rest.drills, card))


def without(line: Line, card: CardId) -> Line:
    """Take a card out of the line wherever it stands (buried, suspended)."""
    return Line(
        tuple(other for other in line.waiting if other != card),
        tuple(other for other in line.drills if other != card),
    )


def beginning_with(line: Line, card: CardId | None) -> Line:
    """Ask a card before the others, where it is still to be asked."""

    def turned(cards: tuple[CardId, ...]) -> tuple[CardId, ...]:
        return tuple(sorted(cards, key=lambda other: other != card))

    return Line(turned(line.waiting), turned(line.drills))
