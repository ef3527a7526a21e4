"""Weak topics: how well each is remembered now, how sure that is, and in which order to care.

A topic's recall is the mean over its seen cards of what their memories predict, moved by what the
topic's answers showed beyond that. Unseen cards are a matter of coverage, never failures.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.recall.evidence import Tally
from flashcards.domain.recall.near import Sums
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.spoken import percent
from flashcards.domain.tongue import tr, trn

FEWEST = 3
"""A topic is rated once so many of its cards were seen."""

CARD_SD = 0.9
"""How far a card's recall strays from its prediction, on the logit scale."""

MODEL_SHARE = 0.3
"""How wrong the memory model itself may be, as a share of the predicted weakness."""

Z90 = 1.645
"""So many standard deviations to either side hold 90 %."""


@dataclass(frozen=True, slots=True)
class TooEarly:
    """A topic about which the log says too little. ``reviews`` counts its answers."""

    topic: str
    cards: int
    seen: int
    reviews: int
    weight: float = 1.0

    def __str__(self) -> str:
        if not self.seen:
            return tr("nothing seen yet")
        return trn(
            "{count} review: too early to tell", "{count} reviews: too early to tell", self.reviews
        )


@dataclass(frozen=True, slots=True)
class Rated:
    """A topic's expected recall, with its standard deviation and what it rests on."""

    topic: str
    cards: int
    seen: int
    reviews: int
    weight: float
    recall: float
    sd: float

    @property
    def weakness(self) -> float:
        """What share of the topic's seen cards would not be recalled."""
        return 1 - self.recall

    @property
    def low(self) -> float:
        """The least weakness of the 90 % interval."""
        return max(0.0, self.weakness - Z90 * self.sd)

    @property
    def high(self) -> float:
        """The greatest weakness of the 90 % interval."""
        return min(1.0, self.weakness + Z90 * self.sd)

    @property
    def urgency(self) -> float:
        """What topics are ordered by: weakness × weight."""
        return self.weakness * self.weight

    def __str__(self) -> str:
        shares = tr(
            "{weakness} weak, {low} to {high}",
            weakness=percent(self.weakness),
            low=percent(self.low),
            high=percent(self.high),
        )
        return trn(
            "{shares}; {seen} of {cards} cards seen, {count} review",
            "{shares}; {seen} of {cards} cards seen, {count} reviews",
            self.reviews,
            shares=shares,
            seen=self.seen,
            cards=self.cards,
        )


Topic = Rated | TooEarly


def estimate(
    outlook: Outlook,
    topic: str,
    cards: Iterable[CardId],
    weight: float = 1.0,
    on: Day | None = None,
) -> Topic:
    """Rate a topic as of a day (today where none is named), if nothing is answered until then."""
    cards = list(cards)
    day = outlook.today if on is None else on
    sums = outlook.sums_of(topic, cards, day)
    reviews = outlook.evidence.tallies.get(topic, Tally(day)).reviews
    if sums.cards < FEWEST:
        return TooEarly(topic, len(cards), sums.cards, reviews, weight)
    recall = sums.recall / sums.cards
    sd = _sd(sums, recall, outlook.offset(topic).sd, outlook.factor.sd)
    return Rated(topic, len(cards), sums.cards, reviews, weight, recall, sd)


def _sd(sums: Sums, recall: float, offset_sd: float, factor_sd: float) -> float:
    """Put together what may be wrong: the offset, the cards, the learner's factor, the model."""
    offset = sums.spread / sums.cards * offset_sd
    noise = CARD_SD * sqrt(sums.squares) / sums.cards
    factor = sums.slope / sums.cards * factor_sd
    model = MODEL_SHARE * (1 - recall)
    return sqrt(offset**2 + noise**2 + factor**2 + model**2)


def weakest_first(topics: Iterable[Topic]) -> list[Topic]:
    """Order by weakness × weight; what cannot be told yet comes last."""
    return sorted(
        topics, key=lambda one: (-one.urgency if isinstance(one, Rated) else 1, one.topic)
    )


def rate_all(
    outlook: Outlook, cards: Mapping[str, Iterable[CardId]], weights: Mapping[str, float]
) -> list[Topic]:
    """Rate the topics whose cards are given, the weakest first; a topic weighs 1 unless said."""
    return weakest_first(
        estimate(outlook, topic, its, weights.get(topic, 1.0)) for topic, its in cards.items()
    )


def readiness(outlook: Outlook, cards: Mapping[CardId, str], on: Day) -> float | None:
    """Give the mean recall on a day of the seen among some cards (a round's, say) with topics.

    None where none was seen.
    """
    traces = outlook.evidence.traces
    found = [
        outlook.recall(traces[card], topic, on) for card, topic in cards.items() if card in traces
    ]
    return sum(found) / len(found) if found else None
