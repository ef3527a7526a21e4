"""What fits before an interview."""

import pytest

from flashcards.domain.clock import Day
from flashcards.domain.drill import Candidate
from flashcards.domain.forecast import Prospect, answer_days, prospects, what_fits
from flashcards.domain.ids import CardId
from flashcards.domain.log.replay import replay
from flashcards.domain.recall.evidence import evidence_of
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.scheduling.sm2 import Sm2
from tests.domain.samples import reviews, study

TODAY, INTERVIEW = study(10), study(31)


def prospect(name: str, seconds: float, gain: float) -> Prospect:
    return Prospect(CardId(name), name[0], seconds, gain)


CARDS = [
    prospect("a1", 60, 0.9),
    prospect("a2", 120, 0.9),
    prospect("b1", 600, 0.9),
    prospect("c1", 0, 0.0),
]


@pytest.mark.parametrize(
    ("days", "minutes", "said"),
    [
        (5, 3, "At 3 minutes a day 4 of 4 cards fit by then."),
        (3, 1, "At 1 minute a day 3 of 4 cards fit by then; left out: b."),
        (2, 1, "At 1 minute a day 2 of 4 cards fit by then; left out: b."),
        (0, 30, "At 30 minutes a day 1 of 4 cards fit by then; left out: a, b."),
        (-4, 30, "At 30 minutes a day 1 of 4 cards fit by then; left out: a, b."),
    ],
)
def test_cards_are_taken_in_order_of_value_while_time_lasts(
    days: int, minutes: int, said: str
) -> None:
    assert str(what_fits(CARDS, days, minutes)) == said


def test_of_very_many_cards_a_few_tell_how_many_fit() -> None:
    few = [Prospect(CardId(f"c{n}"), "t", 60.0, n) for n in range(50)]
    fit = what_fits(few, days=10, minutes=60, every=20)
    assert len(fit.fitting) == 30
    assert str(fit) == "At 60 minutes a day about 60% of the cards fit by then, as one in 20 tells."


def test_of_no_cards_none_fit() -> None:
    assert "about 0% of the cards" in str(what_fits([], 3, 20, every=2))


def test_a_cheap_card_still_fits_where_a_dear_one_did_not() -> None:
    cards = [prospect("a1", 50, 9.0), prospect("b1", 60, 9.0), prospect("c1", 10, 0.1)]
    assert what_fits(cards, 1, 1).fitting == ("a1", "c1")


def test_every_topic_says_how_many_of_its_cards_fit() -> None:
    fit = what_fits(CARDS, 1, 1)
    assert [(one.topic, one.fitting, one.cards) for one in fit.topics] == [
        ("a", 1, 2), ("b", 0, 1), ("c", 1, 1),
    ]  # fmt: skip


def asked_on(schedule: Schedule, until: Day = INTERVIEW) -> list[int]:
    return [day - TODAY for day in answer_days(schedule, Sm2(), TODAY, until)]


def test_a_card_is_asked_when_its_scheduler_says_until_the_day_before() -> None:
    assert asked_on(Schedule(CardId("new"))) == [0, 1, 7]
    assert asked_on(Schedule(CardId("new")), study(33)) == [0, 1, 7, 22]
    overdue = replay(reviews([4, 4], [0, 1]), Sm2(), 4)[CardId("c")]
    assert asked_on(overdue) == [0, 15]
    assert asked_on(Schedule(CardId("far"), due=study(99))) == []
    assert asked_on(Schedule(CardId("new")), TODAY) == []


def test_what_a_card_asks_for_and_gains_comes_from_schedule_and_memory() -> None:
    log = reviews([4, 4], [0, 1], "weak") + reviews([5, 5, 5], [0, 1, 7], "later", "lap")
    cards = [Candidate(CardId(name), "t", 10, 2.0) for name in ("weak", "later", "new")]
    outlook = Outlook(evidence_of(log, {}, 4), TODAY)
    found = prospects(outlook, cards, replay(log, Sm2(), 4), Sm2(), INTERVIEW)
    weak, later, new = found
    assert [one.seconds for one in found] == [20, 10, 30]
    assert later.gain < weak.gain < new.gain
    assert new.gain == pytest.approx(2 * 0.93, abs=0.1)


def test_an_interview_tomorrow_leaves_no_use_for_a_card_that_is_not_due() -> None:
    log = reviews([4, 4, 4], [0, 1, 7])
    candidates = [Candidate(CardId("c"), "t")]
    outlook = Outlook(evidence_of(log, {}, 4), TODAY)
    (one,) = prospects(outlook, candidates, replay(log, Sm2(), 4), Sm2(), study(11))
    assert (one.seconds, one.gain) == (0, 0)


def test_an_unseen_card_that_is_never_asked_gains_nothing() -> None:
    outlook = Outlook(evidence_of([], {}, 4), TODAY)
    (one,) = prospects(outlook, [Candidate(CardId("n"), "t")], {}, Sm2(), TODAY)
    assert (one.seconds, one.gain) == (0, 0)
