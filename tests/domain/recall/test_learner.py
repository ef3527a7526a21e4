"""Between the points of the grid, what is known at them is joined by a polynomial."""

import pytest

from flashcards.domain.recall import learner
from flashcards.domain.recall.learner import GRID, dot, lagrange


@pytest.mark.parametrize("u", [GRID[0], GRID[0] + 0.0123, GRID[-1] - 0.0321])
def test_a_polynomial_is_met_between_the_points(u: float) -> None:
    weights = lagrange(u)
    assert sum(weights) == pytest.approx(1)
    assert dot(weights, [one**3 - one for one in GRID]) == pytest.approx(u**3 - u)


def test_before_any_answer_the_prior_holds() -> None:
    vars(learner)["_fine_weights"].cache_clear()  # kept from a test that counts no coverage, maybe
    factor = learner.Learner().factor()
    assert factor.mean == pytest.approx(0, abs=1e-9)
    assert factor.sd == pytest.approx(learner.PRIOR_SD, rel=0.02)
