"""The session's own order: who waits, and what an answer does to the line."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from flashcards.domain.grade import Grade
from flashcards.domain.growing import Growing
from flashcards.domain.ids import CardId


@dataclass(frozen=True, slots=True)
class Line:
    """Cards still to be asked: ``order`` without the first ``passed``, then ``drills`` (step 7).

    A line that moves on shares its order and its repeats with those before it, so that undo, which
    keeps them all, costs next to no memory.
    """

    order: tuple[CardId, ...]
    drills: Growing[CardId] = field(default_factory=Growing)
    passed: int = 0

    @property
    def waiting(self) -> tuple[CardId, ...]:
        """The cards that come before the repeats."""
        return self.order[self.passed :]

    @property
    def current(self) -> CardId | None:
        """The card to ask now; None when the day is done."""
        if self.passed < len(self.order):
            return self.order[self.passed]
        return self.drills[0] if self.drills else None

    @property
    def upcoming(self) -> CardId | None:
        """The card after this one, as far as can be told before it is graded."""
        following = (*self.order[self.passed + 1 : self.passed + 2], *self.drills[:2])
        own_repeats = self.passed >= len(self.order)
        return next(iter(following[own_repeats:]), None)

    @property
    def drilling(self) -> bool:
        """Whether the current card is a repeat of today."""
        return self.passed >= len(self.order) and bool(self.drills)

    def __len__(self) -> int:
        return len(self.order) - self.passed + len(self.drills)


def answered(line: Line, grade: Grade) -> Line:
    """Take the current card off; below 4 it goes to the end of the repeats."""
    card = line.current
    assert card is not None, "only a card that is asked can be answered"
    rest = without(line, card)
    return rest if grade.settled else replace(rest, drills=rest.drills.plus(card))


def without(line: Line, card: CardId) -> Line:
    """Take a card out of the line wherever it stands (buried, suspended)."""
    drills = _others(line.drills, card)
    if line.order[line.passed : line.passed + 1] == (card,):
        return Line(line.order, drills, line.passed + 1)
    if card in line.order:
        return Line(tuple(other for other in line.waiting if other != card), drills)
    return replace(line, drills=drills)


def _others(drills: Growing[CardId], card: CardId) -> Growing[CardId]:
    """Take a card out of the repeats; where it is none, or the first, nothing is copied."""
    if card not in drills:
        return drills
    if drills[0] == card:
        return drills[1:]
    return Growing(other for other in drills if other != card)


def beginning_with(line: Line, card: CardId | None) -> Line:
    """Ask a card before the others, where it is still to be asked."""

    def turned(cards: Iterable[CardId]) -> list[CardId]:
        return sorted(cards, key=lambda other: other != card)

    return Line(tuple(turned(line.waiting)), Growing(turned(line.drills)))
