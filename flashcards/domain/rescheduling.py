"""What another scheduler would change: which cards move, to when, and the minutes a day."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from random import Random

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.scheduling.fsrs import Memory, Model
from flashcards.domain.scheduling.scheduler import Schedule, Scheduler
from flashcards.domain.tongue import later

Schedules = Mapping[CardId, Schedule]

AHEAD = 90
"""So many days are played through."""

SAMPLE = 2_000
"""Of more cards than this only some are played through, evenly chosen."""

_SPANS = (
    (0, later("today or overdue")),
    (7, later("within a week")),
    (30, later("within a month")),
    (91, later("within 3 months")),
    (365, later("within a year")),
)
_LATER = later("later")
_MODEL = Model()


@dataclass(frozen=True, slots=True)
class Span:
    """How many cards are due in a stretch of time."""

    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change comes to; ``before`` and ``after`` are answers a day."""

    cards: int
    sooner: int
    later: int
    spans: tuple[Span, ...]
    before: float
    after: float

    @property
    def moved(self) -> int:
        """How many cards get another due day."""
        return self.sooner + self.later


def sample_of(cards: Collection[CardId]) -> list[CardId]:
    """Choose the cards that are played through."""
    return sorted(cards)[:: -(-len(cards) // SAMPLE) or 1]


def outcome(
    old: Schedules,
    new: Schedules,
    memories: Schedules,
    schedulers: tuple[Scheduler, Scheduler],
    today: Day,
) -> Outcome:
    """Compare the schedules of the same cards under two schedulers.

    ``memories`` are those of ``sample_of`` the cards under FSRS: whatever schedules, its curve says
    which answers will be right.
    """
    pairs = [(schedule.due, new[card].due) for card, schedule in old.items()]
    days = [(before or today, after or today) for before, after in pairs]
    a_day = len(old) / (max(1, len(memories)) * AHEAD)
    return Outcome(
        len(days),
        sum(after < before for before, after in days),
        sum(after > before for before, after in days),
        tuple(_spans([before for before, _ in days], [after for _, after in days], today)),
        _played(old, memories, schedulers[0], today) * a_day,
        _played(new, memories, schedulers[1], today) * a_day,
    )


def _played(schedules: Schedules, memories: Schedules, scheduler: Scheduler, today: Day) -> int:
    """Count the answers that the cards with a memory ask for in the days ahead."""
    pairs = ((schedules[card], memory) for card, memory in memories.items())
    return sum(_answers(schedule, memory, scheduler, today) for schedule, memory in pairs)


def _spans(before: Iterable[Day], after: Iterable[Day], today: Day) -> Iterable[Span]:
    counts: dict[str, list[int]] = {name: [0, 0] for _, name in _SPANS} | {_LATER: [0, 0]}
    for place, days in enumerate((before, after)):
        for day in days:
            counts[_span(day - today)][place] += 1
    return (Span(name, *both) for name, both in counts.items())


def _span(ahead: int) -> str:
    return next((name for most, name in _SPANS if ahead <= most), _LATER)


def _answers(schedule: Schedule, memory: Schedule, scheduler: Scheduler, today: Day) -> int:
    """Count a card's answers in the days ahead, each right or wrong as its recall has it.

    Chance is the card's own, so that both schedulers meet the same. A wrong answer is repeated.
    """
    last, day = memory.last_day, max(today, schedule.due or today)
    stability, difficulty = memory.stability, memory.difficulty
    if last is None or stability is None or difficulty is None:
        return 0
    chance, known, count = Random(schedule.card), Memory(stability, difficulty), 0
    while day < today + AHEAD:
        waited = max(1, day - last)
        is_right = chance.random() < _MODEL.recall(waited, known.stability)
        grade = Grade.GOOD if is_right else Grade.AGAIN
        count += 1 if is_right else 2
        known, last = _MODEL.after(known, grade, waited), day
        schedule = scheduler.review(schedule, grade, day)
        day = max(Day(day + 1), schedule.due or day)
    return count
