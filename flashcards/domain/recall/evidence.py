"""What the log says about memory, answer by answer: of each card, each topic, the learner.

The first answer of a study day counts (a scheduled answer); repeats of the same day move nothing,
and a card's first sight says nothing about remembering. Steps that were marked while an answer was
revealed count besides: as one answer of a pseudo-card of their topic, right by the share known.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import exp, log1p
from operator import add, itemgetter
from typing import NamedTuple, TypeVar

from flashcards.domain.clock import Day, study_day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Event, Reviewed
from flashcards.domain.log.merge import merged, rank
from flashcards.domain.log.names import histories
from flashcards.domain.log.replay import cancelled
from flashcards.domain.recall.learner import GRID, NOTHING, Factor, Learner
from flashcards.domain.reveal import grade_of
from flashcards.domain.scheduling.fsrs import Memory, Model

HALF_LIFE = 21
"""After so many days an answer says half as much about its topic."""

OFFSET_SD = 0.1
"""How far topics stray from what their cards' memories predict: the prior, on the logit scale."""

_SHRINKS = tuple(exp(-u) for u in GRID)
_MODEL = Model()
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Trace(NamedTuple):
    """What a card's answers leave behind: FSRS's memory, and the day of the last that counted."""

    stability: float
    difficulty: float
    day: Day


class Offset(NamedTuple):
    """By how much a topic's answers went better than predicted, on the logit scale."""

    mean: float
    sd: float


@dataclass(frozen=True, slots=True)
class Tally:
    """A topic's scheduled answers, each weighted by its age as of ``day``, for each k of the grid.

    ``spread`` is the sum of p(1 − p), ``surplus`` that of observed minus predicted. ``reviews``
    counts every answer, ``answers`` the scheduled ones.
    """

    day: Day
    reviews: int = 0
    answers: int = 0
    spread: tuple[float, ...] = NOTHING
    surplus: tuple[float, ...] = NOTHING

    def counted(self) -> "Tally":
        """Count an answer, whatever it says."""
        return Tally(self.day, self.reviews + 1, self.answers, self.spread, self.surplus)

    def seen(self, ok: float, recalls: Iterable[float], day: Day) -> "Tally":
        """Add an answer of ``day`` that each k predicted."""
        at = self.as_of(max(day, self.day))
        weight = faded(at.day - day)
        recalls = list(recalls)
        return Tally(
            at.day,
            at.reviews,
            at.answers + 1,
            tuple(map(add, at.spread, [weight * p * (1 - p) for p in recalls])),
            tuple(map(add, at.surplus, [weight * (ok - p) for p in recalls])),
        )

    def as_of(self, day: Day) -> "Tally":
        """Give the same answers as they weigh on another day."""
        if day == self.day:
            return self
        kept = faded(day - self.day)
        spread, surplus = ([kept * one for one in sums] for sums in (self.spread, self.surplus))
        return Tally(day, self.reviews, self.answers, tuple(spread), tuple(surplus))

    def offset(self, factor: Factor, today: Day) -> Offset:
        """Take one Newton step from 0: v = 1 / (Σ a·p(1−p) + 1/0.1²), d = v · Σ a·(ok − p)."""
        kept = faded(today - self.day)
        v = 1 / (kept * factor.read(self.spread) + OFFSET_SD**-2)
        return Offset(v * kept * factor.read(self.surplus), v**0.5)


class Before(NamedTuple):
    """What one answer replaced, for taking it back."""

    card: CardId
    trace: Trace | None
    shadow: Trace | None
    topic: str | None
    tally: Tally | None
    learner: Learner


@dataclass(slots=True)
class Evidence:
    """All of it. One more answer touches its card, its topic and the learner, nothing else.

    What renames cards or moves them to other topics is no answer: read the log again after it.

    ``shadows`` are the pseudo-cards: by the card whose steps were marked.
    """

    traces: dict[CardId, Trace] = field(default_factory=dict)
    shadows: dict[CardId, Trace] = field(default_factory=dict)
    tallies: dict[str, Tally] = field(default_factory=dict)
    learner: Learner = field(default_factory=Learner)

    def add(self, fact: Reviewed, topic: str | None, day: Day) -> Before:
        """Take an answer in; ``topic`` is None where the decks have the card no longer."""
        card = fact.card
        tally = None if topic is None else self.tallies.get(topic)
        before = Before(
            card, self.traces.get(card), self.shadows.get(card), topic, tally, self.learner
        )
        if topic is not None:
            self.tallies[topic] = (tally or Tally(day)).counted()
        self._weigh(before.trace, float(fact.grade.recalled), topic, day)
        self.traces[card] = traced(before.trace, fact.grade, day)
        if fact.parts:
            missed = len(fact.missed)
            self._weigh(before.shadow, 1 - missed / fact.parts, topic, day)
            self.shadows[card] = traced(before.shadow, grade_of(missed, fact.parts), day)
        return before

    def take_back(self, before: Before) -> None:
        """Undo the last ``add``, which gave ``before``."""
        _put_back(self.traces, before.card, before.trace)
        _put_back(self.shadows, before.card, before.shadow)
        if before.topic is not None:
            _put_back(self.tallies, before.topic, before.tally)
        self.learner = before.learner

    def _weigh(self, trace: Trace | None, ok: float, topic: str | None, day: Day) -> None:
        if trace is None or day <= trace.day:
            return
        log_recalls = predicted(trace, day)
        self.learner = self.learner.seen(ok, log_recalls)
        if topic is not None:
            self.tallies[topic] = self.tallies[topic].seen(ok, map(exp, log_recalls), day)


def traced(trace: Trace | None, grade: Grade, day: Day, model: Model = _MODEL) -> Trace:
    """Give what one more answer of a card leaves behind."""
    if trace is None:
        return Trace(*model.first(grade), day)
    if day <= trace.day:
        return trace
    memory = Memory(trace.stability, trace.difficulty)
    return Trace(*model.after(memory, grade, day - trace.day), day)


def predicted(trace: Trace, day: Day) -> list[float]:
    """Give ln R(t, k·S) for each k of the grid."""
    x = _MODEL.factor * (day - trace.day) / trace.stability
    return [-_MODEL.decay * log1p(x * shrink) for shrink in _SHRINKS]


def faded(days: int) -> float:
    """Give what an answer still weighs after so many days: 2^(−days/21)."""
    return float(2 ** (-days / HALF_LIFE))


def evidence_of(
    events: Iterable[Event], topics: Mapping[CardId, str], rollover_hour: int
) -> Evidence:
    """Read the whole log; ``topics`` are those of the cards there are."""
    evidence = Evidence()
    for fact, day in answers(events, rollover_hour):
        evidence.add(fact, topics.get(fact.card), day)
    return evidence


def answers(events: Iterable[Event], rollover_hour: int) -> list[tuple[Reviewed, Day]]:
    """List the answers that count, of the card they count for, in order, with their study days."""
    ordered = merged(events)
    dead = cancelled(ordered)
    given = [
        (rank(event), _of(card, event.fact), study_day(event.at, rollover_hour))
        for card, its in histories(ordered, dead).items()
        for event in its
        if isinstance(event.fact, Reviewed) and event.key not in dead
    ]
    return [(fact, day) for _, fact, day in sorted(given, key=itemgetter(0))]


def _of(card: CardId, fact: Reviewed) -> Reviewed:
    return fact if fact.card == card else replace(fact, card=card)


def _put_back(kept: dict[_Key, _Value], key: _Key, value: _Value | None) -> None:
    if value is None:
        kept.pop(key, None)
    else:
        kept[key] = value
