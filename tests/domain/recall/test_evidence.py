"""Evidence taken in answer by answer is what a straight computation from the whole log gives."""

from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, NoteId
from flashcards.domain.log.events import Merged, Reviewed, Undone
from flashcards.domain.recall.evidence import Evidence, evidence_of, traced
from flashcards.domain.recall.learner import Factor, Learner
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.topics import Rated, estimate
from tests.domain.recall import straight
from tests.domain.recall.straight import Given
from tests.domain.samples import event, reviews, study

CARDS = [f"{topic}{number}" for topic in "ab" for number in range(5)]


def taken_in(given: list[Given]) -> Evidence:
    evidence = Evidence()
    for one in given:
        evidence.add(*fact(one))
    return evidence


def fact(one: Given) -> tuple[Reviewed, str, Day]:
    missed = tuple(str(number) for number in range(one.missed))
    reviewed = Reviewed(CardId(one.card), Grade(one.grade), 0, one.parts, missed)
    return reviewed, one.topic, study(one.day)


@st.composite
def histories(draw: st.DrawFn) -> list[Given]:
    """Each card is seen; then any card is answered any number of times, days passing."""
    order = CARDS + draw(st.lists(st.sampled_from(CARDS), max_size=60))
    day, found = 0, []
    for card in order:
        day += draw(st.integers(0, 6))
        parts = draw(st.sampled_from((0, 0, 0, 4)))
        missed = draw(st.integers(0, parts))
        found.append(Given(card, card[0], draw(st.integers(0, 5)), day, parts, missed))
    return found


@settings(max_examples=40)
@given(histories(), st.integers(1, 40))
def test_any_history_gives_what_the_formulas_give(found: list[Given], later: int) -> None:
    evidence = taken_in(found)
    today = study(found[-1].day + later)
    dated = [Given(**{**vars(one), "day": study(one.day)}) for one in found]
    answers, memories = straight.scheduled(dated)
    mean, sd = straight.log_factor(answers)
    outlook = Outlook(evidence, today)
    assert (outlook.factor.mean, outlook.factor.sd) == pytest.approx((mean, sd), abs=1e-9)
    for card, trace in evidence.traces.items():
        memory, last = memories[card]
        assert trace == pytest.approx((*memory, last), rel=1e-9)
    for topic in "ab":
        d, v = straight.offset(answers, topic, outlook.factor.k, today)
        assert outlook.offset(topic) == pytest.approx((d, sqrt(v)), abs=1e-9)
        rated = estimate(outlook, topic, [CardId(c) for c in CARDS if c[0] == topic])
        assert isinstance(rated, Rated)
        expected = straight.recall_and_sd(dated, topic, today)
        assert (rated.recall, rated.sd) == pytest.approx(expected, abs=1e-9)


@given(histories())
def test_taking_an_answer_back_leaves_all_as_it_was(found: list[Given]) -> None:
    before, after = taken_in(found[:-1]), taken_in(found[:-1])
    after.take_back(after.add(*fact(found[-1])))
    assert after == before


def test_taking_back_a_first_answer_leaves_nothing() -> None:
    evidence = Evidence()
    evidence.take_back(evidence.add(*fact(Given("a1", "a", 4, 0, 3, 1))))
    assert evidence == Evidence()


def test_an_answer_to_a_card_that_is_in_no_deck_teaches_about_the_learner_only() -> None:
    evidence = evidence_of(reviews([4, 4], [0, 3]), {}, 4)
    assert evidence.learner.answers == 1
    assert evidence.tallies == {}
    evidence.take_back(evidence.add(Reviewed(CardId("c"), Grade.GOOD), None, study(9)))
    assert evidence.learner.answers == 1


def test_an_undone_answer_is_no_evidence() -> None:
    log = reviews([4, 4, 1], [0, 3, 9])
    undone = [*log, event(4, Undone(log[-1].key), 9.1)]
    topics = {CardId("c"): "t"}
    assert evidence_of(undone, topics, 4) == evidence_of(log[:-1], topics, 4)


def test_an_answer_counts_for_the_card_that_the_person_said_it_is() -> None:
    log = [*reviews([4], [0], "old"), *reviews([4], [5], "new", "lap")]
    same = event(3, Merged(NoteId("old"), "", "print", "d", "basic", "?", "", NoteId("new")), 6)
    evidence = evidence_of([*log, same], {CardId("old"): "t"}, 4)
    assert list(evidence.traces) == ["old"]
    assert evidence.tallies["t"].answers == 1


def test_first_sights_and_repeats_of_the_day_are_counted_but_say_nothing() -> None:
    evidence = taken_in([Given("a1", "a", 1, 0), Given("a1", "a", 4, 0)])
    assert evidence.learner == Learner()
    assert (evidence.tallies["a"].reviews, evidence.tallies["a"].answers) == (2, 0)


def test_missed_steps_speak_against_the_topic_though_the_card_was_graded_good() -> None:
    def offset(missed: int) -> float:
        evidence = taken_in([Given("a1", "a", 4, day, 4, missed) for day in (0, 2, 8)])
        return Outlook(evidence, study(9)).offset("a").mean

    assert offset(4) < offset(1) < offset(0)


def test_an_answer_dated_before_the_newest_weighs_less_all_the_same() -> None:
    found = [Given("a1", "a", 4, 0), Given("a2", "a", 4, 0)]
    forward = taken_in([*found, Given("a1", "a", 4, 5), Given("a2", "a", 1, 9)])
    backward = taken_in([*found, Given("a2", "a", 1, 9), Given("a1", "a", 4, 5)])
    one, other = (Outlook(e, study(10)).offset("a") for e in (forward, backward))
    assert one == pytest.approx(other, abs=1e-12)


def test_without_answers_the_learner_is_an_average_one() -> None:
    factor = Learner().factor()
    assert factor.k == pytest.approx(1)
    assert factor.sd == pytest.approx(0.5, abs=0.01)
    assert Factor().k == 1


def test_who_forgets_more_than_predicted_has_a_smaller_factor() -> None:
    steps = [(card, grade, day) for card in "abcdef" for grade, day in ((4, 0), (1, 2), (1, 3))]
    evidence = taken_in([Given(card, "a", grade, day) for card, grade, day in steps])
    assert Outlook(evidence, study(4)).factor.k < 0.7


def test_one_more_answer_of_the_same_day_leaves_the_trace() -> None:
    trace = traced(None, Grade.GOOD, study(3))
    assert (trace.stability, trace.day) == (2.3065, study(3))
    assert traced(trace, Grade.AGAIN, study(3)) is trace
