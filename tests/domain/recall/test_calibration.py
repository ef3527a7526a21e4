"""Predicted recall is compared with what happened, and with two dumb guesses."""

from math import log, sqrt

import pytest

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.recall.calibration import (
    Calibration,
    Prediction,
    Score,
    Verdict,
    calibrate,
    predictions,
    score,
)
from flashcards.domain.recall.evidence import answers, evidence_of
from flashcards.domain.recall.outlook import Outlook
from tests.domain.samples import reviews, study
from tests.simulator.learner import START, learner

TOPICS = {CardId("c"): "t", CardId("e"): "t"}


def said(ours: float, ok: bool, overall: float = 0.5, own: float = 0.5) -> Prediction:
    return Prediction(ours, overall, own, ok)


def test_an_answer_is_predicted_from_what_was_known_that_morning() -> None:
    log = reviews([4, 4, 1, 4], [0, 3, 8, 9])
    found = predictions(answers(log, 4), TOPICS)
    assert len(found) == 3
    morning = Outlook(evidence_of(log[:2], TOPICS, 4), study(8))
    trace = morning.evidence.traces[CardId("c")]
    assert found[1].ours == pytest.approx(morning.recall(trace, "t", study(8)))
    assert [one.ok for one in found] == [True, False, True]


def test_what_happens_on_a_day_is_not_known_that_morning() -> None:
    start = [(Reviewed(CardId(name), Grade.GOOD), study(0)) for name in "ce"]
    day = [(Reviewed(CardId(name), Grade.AGAIN), study(4)) for name in "ce"]
    first, second = predictions([*start, *day], TOPICS)
    assert first.ours == second.ours
    assert second.overall == pytest.approx(1 / 3)


def test_the_guesses_are_the_shares_so_far_of_all_answers_and_of_the_card() -> None:
    found = predictions(answers(reviews([4, 4, 4, 1], [0, 3, 8, 9]), 4), TOPICS)
    assert [one.overall for one in found] == pytest.approx([1 / 2, 2 / 3, 3 / 4])
    assert [one.own for one in found] == pytest.approx([1 / 2, 5 / 6, 11 / 12])


def test_first_sights_repeats_of_the_day_and_vanished_cards_are_not_predicted() -> None:
    log = reviews([4, 4, 4], [0, 0.1, 0.2]) + reviews([4, 4], [0, 4], "gone", "lap")
    assert predictions(answers(log, 4), TOPICS) == []


def test_scores_are_log_loss_and_root_mean_squared_error() -> None:
    found = score([0.8, 0.6], [True, False])
    assert found.log_loss == pytest.approx(-(log(0.8) + log(0.4)) / 2)
    assert found.rmse == pytest.approx(sqrt((0.04 + 0.36) / 2))
    assert score([1.0], [False]).log_loss < 14


def test_bins_hold_the_answers_predicted_alike() -> None:
    found = calibrate([said(0.83, True), said(0.87, False), said(1.0, True)])
    low, high = found.bins
    assert (low.low, low.high, low.count) == (0.8, 0.9, 2)
    assert (low.predicted, low.observed) == pytest.approx((0.85, 0.5))
    assert (high.low, high.high, high.count, high.observed) == (0.9, 1.0, 1, 1.0)


@pytest.mark.parametrize(
    ("count", "ours", "own", "verdict"),
    [
        (40, 0.9, 0.6, Verdict.TOO_EARLY),
        (200, 0.9, 0.6, Verdict.BEATS),
        (200, 0.7, 0.9, Verdict.DOES_NOT),
        (200, 0.3, 0.4, Verdict.DOES_NOT),
    ],
)
def test_the_verdict_needs_answers_and_both_guesses_beaten(
    count: int, ours: float, own: float, verdict: Verdict
) -> None:
    assert calibrate([said(ours, True, 0.5, own)] * count).verdict is verdict


def test_nothing_answered_is_too_early() -> None:
    assert calibrate([]) == Calibration(0)
    assert Calibration(0).verdict is Verdict.TOO_EARLY
    assert Verdict.DOES_NOT.value.endswith("so it is not shown.")
    assert not Score(0.5, 0.3).beats(Score(0.4, 0.4))


def test_on_a_simulated_learner_predicted_recall_beats_both_guesses() -> None:
    one = learner(1)
    for day in range(1, 25):
        one.study(study(START + day))
    given = [(Reviewed(subject.id, grade), day) for subject, grade, day in one.log]
    found = calibrate(predictions(given, {subject.id: subject.topic for subject in one.subjects}))
    assert found.verdict is Verdict.BEATS
    for its in found.bins:
        assert its.count < 100 or abs(its.predicted - its.observed) < 0.1
