"""How weak topics were on the Mondays of the last weeks."""

from datetime import date
from itertools import pairwise

import pytest

from flashcards.domain.clock import Day, Moment, day_of, study_day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.recall.account import Account
from flashcards.domain.recall.past import Past, mondays, weakness_of
from tests.domain.samples import at

CARDS = [CardId(name) for name in "abc"]
TOPICS = dict.fromkeys(CARDS, "t")


def answered(*days: int, past: Past | None = None) -> Account:
    """Answer three cards, and one that is in no deck, on each of some days."""
    account = Account(TOPICS, 4, past=past or Past())
    for day in days:
        for card in (*CARDS, CardId("gone")):
            account.add(Reviewed(card, Grade.GOOD), at(day))
    return account


def monday_after(day: int) -> Day:
    first = study_day(at(day), 4) + 1
    return Day(first + (1 - first) % 7)


@pytest.mark.parametrize(
    ("today", "last"), [("2026-03-02", "2026-02-23"), ("2026-03-03", "2026-03-02")]
)
def test_the_mondays_are_the_four_before_a_day(today: str, last: str) -> None:
    found = mondays(day_of(date.fromisoformat(today)))
    assert found[-1] == day_of(date.fromisoformat(last))
    assert [after - before for before, after in pairwise(found)] == [7, 7, 7]


def test_a_monday_keeps_what_was_known_on_its_morning() -> None:
    before, monday = answered(0, 3), monday_after(3)
    known = weakness_of(before.evidence, TOPICS, monday)
    account = answered(0, 3, 14, 20)
    assert account.past.on(monday, account.evidence, TOPICS) == known
    assert set(known) == {"t"}
    assert weakness_of(account.evidence, TOPICS, monday) != known


def test_a_monday_after_the_last_answer_is_told_from_all_there_is() -> None:
    account = answered(0, 3)
    monday = Day(monday_after(3) + 7)
    now = weakness_of(account.evidence, TOPICS, monday)
    assert account.past.on(monday, account.evidence, TOPICS) == now


def test_of_mondays_long_ago_or_before_all_answers_nothing_is_known() -> None:
    account = answered(*range(0, 80, 3))
    assert len(account.past.noted) == 5
    assert account.past.on(monday_after(0), account.evidence, TOPICS) == {}
    late = answered(*range(0, 80, 3), past=Past(Day(account.past.last - 10)))
    assert len(late.past.noted) < 3


def test_a_topic_of_which_too_little_was_seen_is_left_out() -> None:
    account = Account(TOPICS, 4)
    account.add(Reviewed(CARDS[0], Grade.GOOD), Moment(0))
    assert weakness_of(account.evidence, TOPICS, Day(720_000)) == {}
