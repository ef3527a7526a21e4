"""The learner factor: one number k that multiplies every stability, learned from all answers.

Sums over answers are kept for each k of a small log-spaced grid, so that one more answer costs the
same however long the log is. Such a sum is a smooth function of log k (analytic within π of the
real line); the polynomial through the grid's 17 points gives it at any k in between to 1e-9.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, expm1, log, prod, sqrt
from operator import add

GRID = tuple(step / 5 for step in range(-8, 9))
"""The values of log k at which sums are kept: k from 0.2 to 5."""

PRIOR_SD = 0.5
"""How far log k strays from 0 among learners, before any answer is seen."""

_FINE = tuple(step / 20 for step in range(-32, 33))
"""The values of log k among which the posterior is spread."""

NOTHING = (0.0,) * len(GRID)


@dataclass(frozen=True, slots=True)
class Factor:
    """Mean and standard deviation of log k."""

    mean: float = 0.0
    sd: float = PRIOR_SD

    @property
    def k(self) -> float:
        """What every stability is multiplied by."""
        return exp(self.mean)

    def read(self, sums: Sequence[float]) -> float:
        """Give a sum kept on the grid at this k."""
        return dot(lagrange(self.mean), sums)


@dataclass(frozen=True, slots=True)
class Learner:
    """The log-likelihood of so many scheduled answers, for each k of the grid."""

    answers: int = 0
    likelihood: tuple[float, ...] = NOTHING

    def seen(self, ok: float, log_recalls: Sequence[float]) -> "Learner":
        """Add an answer predicted by each k; ``ok`` is 1, 0, or the share of its steps known."""
        terms = log_likelihood(ok, log_recalls)
        return Learner(self.answers + 1, tuple(map(add, self.likelihood, terms)))

    def factor(self) -> Factor:
        """Give the posterior of log k, from the prior N(0, 0.5²)."""
        logs = [dot(weights, self.likelihood) for weights in _fine_weights()]
        return posterior(
            [one - u * u / (2 * PRIOR_SD**2) for one, u in zip(logs, _FINE, strict=True)]
        )


def posterior(logs: Sequence[float]) -> Factor:
    """Give mean and sd of log k from its log-probabilities, up to a constant."""
    top = max(logs)
    weights = [exp(one - top) for one in logs]
    total = sum(weights)
    mean = dot(weights, _FINE) / total
    variance = dot(weights, [(u - mean) ** 2 for u in _FINE]) / total
    return Factor(mean, sqrt(variance))


def log_likelihood(ok: float, log_recalls: Iterable[float]) -> list[float]:
    """Give ok·ln p + (1 − ok)·ln(1 − p) for each predicted ln p."""
    if ok == 1:
        return list(log_recalls)
    return [ok * one + (1 - ok) * log(-expm1(one)) for one in log_recalls]


@lru_cache(maxsize=16)
def lagrange(u: float) -> list[float]:
    """Give the weights by which values on the grid make the value at log k = ``u``."""
    return [prod((u - one) / (node - one) for one in GRID if one != node) for node in GRID]


@cache
def _fine_weights() -> list[list[float]]:
    return [lagrange(u) for u in _FINE]


def dot(weights: Iterable[float], values: Iterable[float]) -> float:
    """Give the sum of the products."""
    return sum(map(float.__mul__, weights, values))
