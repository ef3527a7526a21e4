"""All that follows from answers, an answer at a time."""

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.ledger import Sort
from flashcards.domain.log.events import Event, Reviewed
from flashcards.domain.recall.account import Account
from flashcards.domain.recall.evidence import evidence_of
from tests.domain.samples import at, reviews, study

C = CardId("c")
TOPICS = {C: "t"}


def account(log: list[Event]) -> Account:
    found = Account(TOPICS, 4)
    for one in log:
        assert isinstance(one.fact, Reviewed)
        found.add(one.fact, one.at)
    return found


def test_answers_are_told_by_what_they_say() -> None:
    found = account(reviews([4, 4, 1, 4, 4], [0, 0.1, 3, 23, 44]))
    found.add(Reviewed(C, Grade.GOOD, early=True), at(46))
    sorts = [found.ledger.take_back().sort for _ in range(6)]
    expected = [Sort.FIRST, Sort.EXTRA, Sort.YOUNG, Sort.YOUNG, Sort.MATURE, Sort.EXTRA]
    assert sorts[::-1] == expected


def test_the_hour_is_the_wall_clocks_and_the_day_the_study_day() -> None:
    found = Account(TOPICS, 4)
    found.add(Reviewed(C, Grade.GOOD, 2**40), at(1, 3))
    row = found.ledger.take_back()
    assert (row.day, row.hour, row.duration_ms) == (study(0), 3, 2**31)


def test_taking_the_last_answer_back_leaves_what_was_before() -> None:
    log = reviews([4, 4, 4, 1], [0, 3, 8, 9])
    found = account(log[:3])
    mark = found.add(Reviewed(C, Grade.AGAIN), log[3].at)
    found.take_back(mark)
    assert found.evidence == evidence_of(log[:3], TOPICS, 4)
    assert found.foresight.total == 2
    assert len(found.ledger) == 3
    found.take_back(found.add(Reviewed(CardId("gone"), Grade.GOOD), log[3].at))
    assert found.foresight.total == 2


def test_a_memory_is_the_same_an_answer_at_a_time_or_all_at_once() -> None:
    log = reviews([4, 4, 4, 1], [0, 3, 8, 9])
    assert account(log).evidence == evidence_of(log, TOPICS, 4)
