"""What fits before an interview: the days left, the cards in order of value, the topics left out.

Every card is taken to be begun today and answered whenever its scheduler asks, each time right; how
the days are then filled is the planner's business, not the forecast's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flashcards.domain.clock import Day
from flashcards.domain.drill import Candidate
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.recall.evidence import Trace, traced
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.scheduling.scheduler import Schedule, Scheduler
from flashcards.domain.spoken import percent
from flashcards.domain.tongue import number, tr, trn


@dataclass(frozen=True, slots=True)
class Prospect:
    """A card until the interview: the seconds it asks for, and what they gain (recall × weight)."""

    card: CardId
    topic: str
    seconds: float
    gain: float

    @property
    def value(self) -> float:
        """The gain a second; what asks for no time comes before all else."""
        return self.gain / self.seconds if self.seconds else float("inf")


@dataclass(frozen=True, slots=True)
class TopicFit:
    """How many of a topic's cards fit."""

    topic: str
    cards: int
    fitting: int


@dataclass(frozen=True, slots=True)
class Fit:
    """What so many minutes a day are enough for, in the days left (today is one, that day not).

    Of very many cards only each ``every``-th one was looked at, with as small a part of the time.
    """

    days: int
    minutes: int
    cards: int
    fitting: tuple[CardId, ...]
    topics: tuple[TopicFit, ...]
    every: int = 1

    @property
    def left_out(self) -> tuple[str, ...]:
        """Name the topics of which no card fits."""
        return tuple(one.topic for one in self.topics if not one.fitting)

    def __str__(self) -> str:
        if self.every > 1:
            return tr(
                "At {minutes} about {share} of the cards fit by then, as one in {every} tells.",
                minutes=trn("{count} minute a day", "{count} minutes a day", self.minutes),
                share=percent(len(self.fitting) / max(1, self.cards)),
                every=number(self.every),
            )
        fits = trn(
            "At {minutes} {fitting} of {count} card fit by then",
            "At {minutes} {fitting} of {count} cards fit by then",
            self.cards,
            count=self.cards,
            minutes=trn("{count} minute a day", "{count} minutes a day", self.minutes),
            fitting=len(self.fitting),
        )
        if not self.left_out:
            return f"{fits}."
        return tr("{fits}; left out: {topics}.", fits=fits, topics=", ".join(self.left_out))


def what_fits(prospects: Iterable[Prospect], days: int, minutes: int, every: int = 1) -> Fit:
    """Take cards in order of value, each that still fits into the minutes of all days together.

    The ``prospects`` may be those of each ``every``-th card only.
    """
    ordered = sorted(prospects, key=lambda one: (-one.value, one.card))
    left, chosen = max(0, days) * minutes * 60 / every, list[Prospect]()
    for one in ordered:
        if one.seconds <= left:
            left -= one.seconds
            chosen.append(one)
    counts: dict[str, list[int]] = {one.topic: [0, 0] for one in ordered}
    for place, group in enumerate((ordered, chosen)):
        for one in group:
            counts[one.topic][place] += 1
    topics = tuple(TopicFit(topic, *both) for topic, both in sorted(counts.items()))
    fitting = tuple(one.card for one in chosen)
    return Fit(max(0, days), minutes, len(ordered), fitting, topics, every)


def prospects(
    outlook: Outlook,
    candidates: Iterable[Candidate],
    schedules: Mapping[CardId, Schedule],
    scheduler: Scheduler,
    interview: Day,
) -> list[Prospect]:
    """Say of every card, seen or not, what it asks for until the interview and what that gains."""
    today = outlook.today
    fresh = answer_days(Schedule(CardId("")), scheduler, today, interview)
    found = []
    for one in candidates:
        trace, schedule = outlook.evidence.traces.get(one.card), schedules.get(one.card)
        days = answer_days(schedule, scheduler, today, interview) if schedule else fresh
        left = outlook.recall(trace, one.topic, interview) if trace else 0.0
        after = studied(trace, days)
        then = outlook.recall(after, one.topic, interview) if after else 0.0
        gain = (then - left) * one.weight
        found.append(Prospect(one.card, one.topic, len(days) * one.seconds, gain))
    return found


def answer_days(schedule: Schedule, scheduler: Scheduler, today: Day, until: Day) -> list[Day]:
    """List the days before ``until`` on which a card is asked, if every answer is Good."""
    days: list[Day] = []
    day = max(today, schedule.due or today)
    while day < until:
        days.append(day)
        schedule = scheduler.review(schedule, Grade.GOOD, day)
        day = max(Day(day + 1), schedule.due or until)
    return days


def studied(trace: Trace | None, days: Iterable[Day]) -> Trace | None:
    """Give a card's memory after good answers on those days; None where it has none."""
    for day in days:
        trace = traced(trace, Grade.GOOD, day)
    return trace
