"""Today's evidence less a week's answers is what was known a week ago."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.recall.earlier import evidence_before
from flashcards.domain.recall.evidence import Evidence
from flashcards.domain.recall.outlook import Outlook

TOPICS = {CardId("a"): "one", CardId("b"): "one", CardId("c"): "two"}
CARDS = [*TOPICS, CardId("gone")]

Answers = list[tuple[Reviewed, Day]]


def evidence_of(answers: Answers) -> Evidence:
    evidence = Evidence()
    for fact, day in answers:
        evidence.add(fact, TOPICS.get(fact.card), day)
    return evidence


@st.composite
def histories(draw: st.DrawFn) -> Answers:
    """Draw answers, some of them in steps, on days that follow one another."""
    day, answers = Day(100), Answers()
    for wait in draw(st.lists(st.integers(0, 9), max_size=25)):
        day = Day(day + wait)
        grade, parts = draw(st.sampled_from(Grade)), draw(st.sampled_from((0, 0, 4)))
        missed = ("x",) * draw(st.integers(0, parts))
        answers.append((Reviewed(draw(st.sampled_from(CARDS)), grade, 0, parts, missed), day))
    return answers


@given(histories(), st.integers(95, 260))
def test_it_is_the_same_as_reading_the_log_up_to_that_day(answers: Answers, day: int) -> None:
    first, now = Day(day), evidence_of(answers)
    touched = {fact.card for fact, its in answers if its >= first}
    of_cards = {card: [each for each in answers if each[0].card == card] for card in touched}
    found = evidence_before(now, of_cards, TOPICS, first)
    known = evidence_of([each for each in answers if each[1] < first])
    assert (found.traces, found.shadows) == (known.traces, known.shadows)
    assert found.learner.answers == known.learner.answers
    assert found.learner.likelihood == pytest.approx(known.learner.likelihood, abs=1e-6)
    assert found.tallies.keys() == known.tallies.keys()
    for topic, tally in known.tallies.items():
        mine, theirs = found.tallies[topic], tally.as_of(first)
        assert (mine.reviews, mine.answers) == (theirs.reviews, theirs.answers)
        assert mine.spread == pytest.approx(theirs.spread, abs=1e-6)
        assert mine.surplus == pytest.approx(theirs.surplus, abs=1e-6)


def test_the_evidence_of_today_stays_as_it_is() -> None:
    card = CardId("a")
    answers = [(Reviewed(card, Grade.GOOD), Day(day)) for day in (100, 101, 107)]
    now = evidence_of(answers)
    before = evidence_before(now, {card: answers}, TOPICS, Day(107))
    assert before.traces[card].day == 101
    assert now.traces[card].day == 107
    assert Outlook(before, Day(107)).recall(before.traces[card], "one", Day(107)) < 1
