"""What a quarter of an hour's drill gains a week later, by the order of its cards."""

from collections.abc import Callable
from copy import deepcopy
from random import Random
from statistics import fmean

from flashcards.domain.clock import Day
from flashcards.domain.drill import Candidate, by_chance, by_gain
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.topics import rate_all
from tests.simulator.learner import START, Learner, learner
from tests.simulator.measure import failure_rates
from tests.simulator.memories import CardMemory

AFTER, MINUTES, HORIZON = 14, 15, 7
Order = Callable[[Learner, Outlook, list[Candidate]], list[CardId]]


def at_random(one: Learner, outlook: Outlook, cards: list[Candidate]) -> list[CardId]:
    return [each.card for each in Random(one.chance.random()).sample(cards, len(cards))]


def most_lapses(one: Learner, outlook: Outlook, cards: list[Candidate]) -> list[CardId]:
    mixed = at_random(one, outlook, cards)
    return sorted(mixed, key=lambda card: -one.schedules[card].lapses)


def weakest_topic(one: Learner, outlook: Outlook, cards: list[Candidate]) -> list[CardId]:
    rates, topics = failure_rates(one), {each.card: each.topic for each in cards}
    return sorted(at_random(one, outlook, cards), key=lambda card: -rates[topics[card]])


def thompson(one: Learner, outlook: Outlook, cards: list[Candidate]) -> list[CardId]:
    rated = {topic.topic: topic for topic in rate_all(outlook, one.topics(), {})}
    picks = by_gain(outlook, cards, Day(outlook.today + HORIZON))
    return [pick.card for pick in by_chance(picks, rated, one.chance.random().hex(), len(picks))]


def lowest_recall(one: Learner, outlook: Outlook, cards: list[Candidate]) -> list[CardId]:
    traces = outlook.evidence.traces
    recall = {c.card: outlook.recall(traces[c.card], c.topic, outlook.today) for c in cards}
    return sorted(recall, key=lambda card: recall[card])


def expected_gain(one: Learner, outlook: Outlook, cards: list[Candidate]) -> list[CardId]:
    return [pick.card for pick in by_gain(outlook, cards, Day(outlook.today + HORIZON))]


ORDERS: dict[str, Order] = {
    "random": at_random,
    "most lapses": most_lapses,
    "weakest topic": weakest_topic,
    "Thompson": thompson,
    "lowest recall": lowest_recall,
    "expected gain": expected_gain,
}


def gains(learners: int, kind: str = "fsrs") -> dict[str, float]:
    """Give, for each order, the points of true recall that a drill adds (mean over seen cards)."""
    found: dict[str, list[float]] = {name: [] for name in ORDERS}
    for seed in range(learners):
        for name, order in ORDERS.items():
            found[name].append(_gain(learner(seed, kind), order))
    return {name: 100 * fmean(values) for name, values in found.items()}


def worth(memory: CardMemory, today: Day) -> float:
    """Give what an answer today truly adds to recall on the horizon, whatever the answer."""
    right, left = memory.recall(today), memory.recall(today + HORIZON)
    good, again = deepcopy(memory), deepcopy(memory)
    good.answer(Grade.GOOD, today)
    again.answer(Grade.AGAIN, today)
    then = right * good.recall(today + HORIZON) + (1 - right) * again.recall(today + HORIZON)
    return then - left


def _gain(one: Learner, order: Order) -> float:
    for day in range(1, AFTER + 1):
        one.study(Day(START + day))
    today = Day(START + AFTER + 1)
    seconds = {subject.id: one.chance.uniform(8, 40) for subject in one.subjects}
    seen = [
        Candidate(subject.id, subject.topic, seconds[subject.id])
        for subject in one.subjects
        if subject.id in one.schedules
    ]
    by_card = {each.card: each for each in seen}
    ranked = order(one, Outlook(one.evidence, today), seen)
    subjects = {subject.id: subject for subject in one.subjects}
    left, gained = MINUTES * 60.0, 0.0
    for card in ranked:
        if by_card[card].seconds <= left:
            left -= by_card[card].seconds
            gained += worth(subjects[card].memory, today)
    return gained / len(seen)
