"""What was known on an earlier morning: today's evidence, less what was answered since.

Tallies and the learner are sums, so that taking a week's answers back costs as much as a week's
answers, however long the log is.
"""

from collections.abc import Mapping, Sequence
from operator import sub

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.recall.evidence import Evidence, Tally
from flashcards.domain.recall.learner import Learner

Given = Sequence[tuple[Reviewed, Day]]
"""A card's answers that count, with their study days, in order."""


def evidence_before(
    now: Evidence, given: Mapping[CardId, Given], topics: Mapping[CardId, str], first: Day
) -> Evidence:
    """Give the evidence of all answers before ``first``.

    ``given`` has all answers of every card that was answered from then on.
    """
    earlier, since = Evidence(dict(now.traces), dict(now.shadows)), Evidence()
    for card, answers in given.items():
        for traces in (earlier.traces, earlier.shadows):
            traces.pop(card, None)
        for fact, day in answers:
            if day < first:
                earlier.add(fact, None, day)
        for known, seen in ((earlier.traces, since.traces), (earlier.shadows, since.shadows)):
            if card in known:
                seen[card] = known[card]
        for fact, day in answers:
            if day >= first:
                since.add(fact, topics.get(card), day)
    earlier.learner = _learner_less(now.learner, since.learner)
    for topic, tally in now.tallies.items():
        left = _tally_less(tally, since.tallies.get(topic, Tally(tally.day))).as_of(first)
        if left.reviews:
            earlier.tallies[topic] = left
    return earlier


def _tally_less(tally: Tally, since: Tally) -> Tally:
    since = since.as_of(tally.day)
    return Tally(
        tally.day,
        tally.reviews - since.reviews,
        tally.answers - since.answers,
        tuple(map(sub, tally.spread, since.spread)),
        tuple(map(sub, tally.surplus, since.surplus)),
    )


def _learner_less(learner: Learner, since: Learner) -> Learner:
    likelihood = tuple(map(sub, learner.likelihood, since.likelihood))
    return Learner(learner.answers - since.answers, likelihood)
