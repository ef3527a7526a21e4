"""Held loosely: the ranking finds the weak topics sooner than failure rates and leech counts do."""

from statistics import fmean

import pytest

from tests.simulator.drills import gains
from tests.simulator.learner import learner
from tests.simulator.measure import kendall, measure, precision_at_3
from tests.simulator.memories import KINDS

RANKING = {"a": 4.0, "b": 3.0, "c": 2.0, "d": 1.0}


def test_a_perfect_ranking_scores_one_and_a_flat_one_scores_chance() -> None:
    flat = dict.fromkeys(RANKING, 0.0)
    assert (precision_at_3(RANKING, RANKING), kendall(RANKING, RANKING)) == (1, 1)
    assert precision_at_3(flat, RANKING) == pytest.approx(3 / 4)
    assert kendall(flat, RANKING) == 0


def test_the_seed_decides_everything() -> None:
    one, other = learner(3), learner(3)
    assert [subject.id for subject in one.subjects] == [subject.id for subject in other.subjects]


@pytest.mark.parametrize("kind", KINDS)
def test_ours_ranks_better_than_chance_and_its_interval_mostly_holds(kind: str) -> None:
    scores = measure(kind, 5, (7,))
    ours = scores["ours", 7]
    assert fmean(ours.tau) > 0.5
    assert fmean(ours.precision) > 0.6
    assert fmean(ours.covered) > 0.7


def test_after_three_days_ours_ranks_better_than_the_failure_rate_and_leeches() -> None:
    scores = measure("fsrs", 16, (3,))
    ours, failures, leeches = (scores[name, 3] for name in ("ours", "failure rate", "leeches"))
    assert fmean(ours.tau) > fmean(failures.tau) + 0.03
    assert fmean(leeches.tau) == 0
    assert fmean(ours.precision) > fmean(failures.precision)


def test_a_drill_by_expected_gain_adds_more_recall_than_by_chance_or_by_lapses() -> None:
    found = gains(2)
    assert found["expected gain"] > 1.3 * found["random"]
    assert found["expected gain"] > found["most lapses"]
    assert found["Thompson"] > found["random"]
