"""The drill: which seen cards are worth their time now, and why each was chosen.

The default order is due cards first, then expected gain a minute: the recall to expect on the
horizon if the card is answered now, less that if it is left, times the topic's weight. The other is
chance: topics drawn from what is known of their weakness (Thompson sampling), each giving its best.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.spoken import percent
from flashcards.domain.tongue import tr, trn
from flashcards.domain.topics import Rated, Topic

HORIZON_DAYS = 7
"""How far ahead a drill looks, unless an interview date says otherwise."""

_USUAL_ANSWERS = 3
"""The usual time counts as so many answers when a card's own times are still few."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that a drill may ask; ``seconds`` is what an answer is expected to take."""

    card: CardId
    topic: str
    seconds: float = 20.0
    weight: float = 1.0
    due: bool = False


@dataclass(frozen=True, slots=True)
class Draw:
    """How a topic came up: the weakness drawn for it, and the estimate, None where too early."""

    weakness: float
    estimate: float | None


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen card: its recall in ``days`` if left alone, and if answered now."""

    candidate: Candidate = field(repr=False)
    days: int
    left: float
    answered: float
    draw: Draw | None = None

    @property
    def card(self) -> CardId:
        """Name the card."""
        return self.candidate.card

    @property
    def gain(self) -> float:
        """What a minute of it brings, in recall times weight."""
        return (self.answered - self.left) * self.candidate.weight * 60 / self.candidate.seconds

    @property
    def why(self) -> str:
        """Say why this card, in a sentence or three."""
        ahead = trn("in {count} day", "in {count} days", self.days)
        answered, left = (min(recall, 0.99) for recall in (self.answered, self.left))
        change = tr(
            "Answered now its recall {ahead} is {answered}, left alone {left}.",
            ahead=ahead,
            answered=percent(answered),
            left=percent(left),
        )
        due = tr("It is due. ") * self.candidate.due
        return f"{self._drawn}{due}{change}"

    @property
    def _drawn(self) -> str:
        if self.draw is None:
            return ""
        topic = self.candidate.topic
        if self.draw.estimate is None:
            return tr(
                "Its topic {topic} was drawn because too little is known of it. ", topic=topic
            )
        return tr(
            "Its topic {topic} was drawn by chance, at {weakness} weak (estimated: {estimate}). ",
            topic=topic,
            weakness=percent(self.draw.weakness),
            estimate=percent(self.draw.estimate),
        )


def by_gain(outlook: Outlook, candidates: Iterable[Candidate], horizon: Day) -> list[Pick]:
    """Order by expected gain a minute, due cards first.

    Left out are cards never seen, and of those not due all that gain nothing (answered today, say).
    """
    traces, days = outlook.evidence.traces, horizon - outlook.today
    picks = []
    for one in candidates:
        if trace := traces.get(one.card):
            left = outlook.recall(trace, one.topic, horizon)
            answered = outlook.if_answered(trace, one.topic, horizon)
            picks.append(Pick(one, days, left, answered))
    worth = [pick for pick in picks if pick.candidate.due or pick.gain > 1e-9]
    return sorted(worth, key=lambda pick: (not pick.candidate.due, -pick.gain, pick.card))


def by_chance(
    picks: Sequence[Pick], topics: Mapping[str, Topic], seed: int | str, limit: int
) -> list[Pick]:
    """Draw up to ``limit`` of the cards that ``by_gain`` ordered, a topic at a time.

    For each place every topic's weakness is drawn anew from its estimate, or evenly from 0 to 1
    where it is too early for one; the topic where it is greatest, times weight, gives a card.
    """
    chance = Random(seed)
    waiting: dict[str, list[Pick]] = {}
    for pick in reversed(picks):
        waiting.setdefault(pick.candidate.topic, []).append(pick)
    chosen: list[Pick] = []
    while waiting and len(chosen) < limit:
        draws = {topic: _drawn(topics[topic], chance) for topic in sorted(waiting)}
        first = max(draws, key=lambda topic: draws[topic].weakness * topics[topic].weight)
        chosen.append(replace(waiting[first].pop(), draw=draws[first]))
        if not waiting[first]:
            del waiting[first]
    return chosen


def _drawn(topic: Topic, chance: Random) -> Draw:
    if isinstance(topic, Rated):
        weakness = chance.gauss(topic.weakness, topic.sd)
        return Draw(min(1.0, max(0.0, weakness)), topic.weakness)
    return Draw(chance.random(), None)


def fitting(picks: Iterable[Pick], minutes: float) -> list[Pick]:
    """Keep, in order, each card whose answer still fits into the time there is."""
    left, kept = minutes * 60, []
    for pick in picks:
        if pick.candidate.seconds <= left:
            left -= pick.candidate.seconds
            kept.append(pick)
    return kept


def expected_seconds(own_ms: int, answers: int, pace_ms: int) -> float:
    """Give the time of a card's next answer: the mean of its own, drawn to the person's pace."""
    return (own_ms + _USUAL_ANSWERS * pace_ms) / (answers + _USUAL_ANSWERS) / 1000
