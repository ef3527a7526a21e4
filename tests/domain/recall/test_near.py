"""Sums that follow the learner's factor and a topic's offset without a look at the cards."""

from random import Random

import pytest

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.recall.account import Account, Mark
from flashcards.domain.recall.evidence import Trace
from flashcards.domain.recall.near import STEP, ages_of, near, summed
from flashcards.domain.recall.outlook import Outlook
from tests.domain.samples import at, study

CARDS = [CardId(f"{topic}{number}") for topic in "ab" for number in range(6)]
TOPICS = {card: card[0] for card in CARDS}


@pytest.mark.parametrize("along", [-0.9, 0.0, 0.31, 0.99])
@pytest.mark.parametrize("across", [-0.99, 0.2, 0.77])
def test_in_between_they_are_what_the_cards_add_up_to(along: float, across: float) -> None:
    chance = Random(4)
    traces = [Trace(chance.expovariate(0.05), 5.0, study(chance.randrange(60))) for _ in range(50)]
    ages, at_k, at_d = ages_of(traces, study(61)), 0.3, -0.2
    there = at_k + STEP * along, at_d + STEP * across
    found = near(None, ages, at_k, at_d).at(*there)
    assert found is not None
    assert found == pytest.approx(summed(ages, *there), abs=50e-9, rel=0)


def test_further_away_they_are_not_known() -> None:
    kept = near(None, ages_of([Trace(9.0, 5.0, study(0))], study(5)), 0.0, 0.0)
    assert kept.at(1.01 * STEP, 0) is kept.at(0, -1.01 * STEP) is None


def sums(outlook: Outlook, day: Day) -> list[list[float]]:
    own = {topic: [card for card in CARDS if card[0] == topic] for topic in "ab"}
    return [[*outlook.sums_of(topic, cards, day)] for topic, cards in own.items()]


@pytest.mark.parametrize("seed", range(4))
def test_answers_and_what_is_taken_back_leave_them_true(seed: int) -> None:
    account, chance, marks = Account(TOPICS, 4), Random(seed), list[Mark]()
    for step in range(120):
        if marks and chance.random() < 0.2:
            account.take_back(marks.pop())
        else:
            fact = Reviewed(chance.choice(CARDS), chance.choice((Grade.AGAIN, Grade.GOOD)))
            marks.append(account.add(fact, at(step // 9)))
        today = study(step // 9 + 3)
        kept, straight = account.outlook(today), Outlook(account.evidence, today)
        for day in (today, Day(today + 9)):
            flat = [value for row in sums(straight, day) for value in row]
            assert [value for row in sums(kept, day) for value in row] == pytest.approx(
                flat, abs=6e-9, rel=0
            )
    assert min(day for _, day in account.sums) == today
