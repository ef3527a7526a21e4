"""What recall is to be expected of a card that is left alone, and of one that is answered now."""

from math import exp, log

import pytest

from flashcards.domain.recall.evidence import Evidence, Trace
from flashcards.domain.recall.outlook import Outlook, shifted
from tests.domain.samples import study

TRACE = Trace(5.0, 5.0, study(0))


def test_without_evidence_recall_is_fsrs_curve() -> None:
    outlook = Outlook(Evidence(), study(5))
    assert outlook.recall(TRACE, "t", study(5)) == pytest.approx(0.9)
    sums = outlook.sums([TRACE, TRACE], "t", study(5))
    assert (sums.cards, sums.recall, sums.spread) == pytest.approx((2, 1.8, 0.18))


def test_the_slope_is_the_change_with_the_factors_logarithm() -> None:
    outlook = Outlook(Evidence(), study(9))
    sums = outlook.sums([TRACE], "t", study(9))
    stronger, weaker = (TRACE._replace(stability=5 * exp(step)) for step in (1e-5, -1e-5))
    change = outlook.recall(stronger, "t", study(9)) - outlook.recall(weaker, "t", study(9))
    assert sums.slope == pytest.approx(change / 2e-5)


def test_an_answer_now_is_worth_more_than_none() -> None:
    outlook, horizon = Outlook(Evidence(), study(5)), study(12)
    assert outlook.if_answered(TRACE, "t", horizon) > outlook.recall(TRACE, "t", horizon)


def test_an_answer_on_the_day_of_the_last_one_is_worth_nothing() -> None:
    outlook, horizon = Outlook(Evidence(), study(0)), study(7)
    again = outlook.if_answered(TRACE, "t", horizon)
    assert again == pytest.approx(outlook.recall(TRACE, "t", horizon))


@pytest.mark.parametrize("recall", [0.2, 0.5, 0.97])
def test_an_offset_moves_the_logit(recall: float) -> None:
    moved = shifted(recall, 0.3)
    assert log(moved / (1 - moved)) == pytest.approx(log(recall / (1 - recall)) + 0.3)
    assert shifted(1.0, 0.3) == 1
