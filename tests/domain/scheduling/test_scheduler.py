"""What a schedule says about a day."""

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.scheduling.scheduler import Schedule
from tests.domain.samples import study

ANSWERED = Schedule(CardId("c"), last_day=study(5), last_grade=Grade.HARD)


def test_a_card_without_answers_is_new_and_never_a_repeat() -> None:
    fresh = Schedule(CardId("c"), flagged=True)
    assert fresh.is_new
    assert not fresh.drilled_on(study(5))
    assert not fresh.unsettled_on(study(5))


@pytest.mark.parametrize(("day", "drilled"), [(4, True), (5, True), (6, False)])
def test_an_answer_on_the_day_of_the_last_one_or_before_it_is_a_drill(
    day: int, drilled: bool
) -> None:
    assert ANSWERED.drilled_on(study(day)) is drilled


@pytest.mark.parametrize(("day", "unsettled"), [(4, False), (5, True), (6, False)])
def test_a_card_graded_below_four_waits_for_a_repeat_on_that_day_only(
    day: int, unsettled: bool
) -> None:
    assert ANSWERED.unsettled_on(study(day)) is unsettled
