"""What a card's log adds up to, and what every scheduling algorithm offers."""

from typing import NamedTuple, Protocol

from flashcards.domain.clock import Day, days_later
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId

FIRST_EASE = 250
"""SM-2's starting E-factor, in hundredths."""


class Schedule(NamedTuple):
    """The state of one card. A card without events has ``Schedule(card)``.

    A tuple, because a replay makes one an answer: a frozen dataclass takes three times as long.

    ``interval`` is in days, ``ease`` in hundredths. ``last_day`` is the day of the last answer
    that moved the schedule; ``last_grade`` is of the last answer of all, repeats included.
    ``stability`` (days) and ``difficulty`` (1 to 10) are FSRS's; other schedulers leave them out.
    """

    card: CardId
    due: Day | None = None
    interval: int = 0
    ease: int = FIRST_EASE
    repetitions: int = 0
    lapses: int = 0
    reviews: int = 0
    first_day: Day | None = None
    last_day: Day | None = None
    last_grade: Grade | None = None
    suspended: bool = False
    buried_on: Day | None = None
    flagged: bool = False
    stability: float | None = None
    difficulty: float | None = None

    @property
    def is_new(self) -> bool:
        """Whether the card was never answered."""
        return self.last_day is None

    def drilled_on(self, day: Day) -> bool:
        """Whether an answer on ``day`` repeats one that already moved the schedule that day."""
        return self.last_day is not None and day <= self.last_day

    def unsettled_on(self, day: Day) -> bool:
        """Whether the card, answered on ``day``, still waits for a 4 or a 5 (SM-2, step 7)."""
        return self.last_day == day and self.last_grade is not None and not self.last_grade.settled

    def moved(
        self,
        grade: Grade,
        day: Day,
        interval: int,
        ease: int,
        repetitions: int,
        stability: float | None = None,
        difficulty: float | None = None,
    ) -> "Schedule":
        """Give the schedule after an answer that moves it; whatever the algorithm, it counts so."""
        lapsed = not grade.recalled and self.last_day is not None
        return Schedule(
            self.card,
            days_later(day, interval),
            interval,
            ease,
            repetitions,
            self.lapses + lapsed,
            self.reviews + 1,
            day if self.first_day is None else self.first_day,
            day,
            grade,
            self.suspended,
            self.buried_on,
            self.flagged,
            stability,
            difficulty,
        )


class Scheduler(Protocol):
    """An algorithm; ``name`` holds its version, and a changed formula is a new name."""

    @property
    def name(self) -> str:
        """Tell algorithm and version, as in ``sm2-1990/1``."""
        ...

    def review(self, schedule: Schedule, grade: Grade, day: Day) -> Schedule:
        """Give the schedule after the first answer of ``day``; counters included."""
        ...
