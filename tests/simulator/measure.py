"""How well rankings find the weakest topics: precision@3, Kendall's tau, cover of the interval."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from statistics import fmean

from flashcards.domain.clock import Day
from flashcards.domain.recall.outlook import Outlook
from flashcards.domain.topics import Rated, rate_all
from tests.simulator.learner import START, Learner, learner

DAYS = (3, 7, 14)
ESTIMATORS = ("failure rate", "leeches", "ours")
LEECH = 8


@dataclass
class Score:
    """One ranking's results over many learners."""

    precision: list[float] = field(default_factory=list)
    tau: list[float] = field(default_factory=list)
    covered: list[float] = field(default_factory=list)


def measure(kind: str, learners: int, days: tuple[int, ...] = DAYS) -> dict[tuple[str, int], Score]:
    """Let learners study, and compare each ranking with the truth of the next morning."""
    scores = {(name, day): Score() for name in ESTIMATORS for day in days}
    for seed in range(learners):
        one = learner(seed, kind)
        for day in range(1, max(days) + 1):
            one.study(Day(START + day))
            if day in days:
                _compare(one, Day(START + day + 1), day, scores)
    return scores


def _compare(one: Learner, today: Day, day: int, scores: dict[tuple[str, int], Score]) -> None:
    truth = {topic: 1 - recall for topic, recall in one.truth(today).items()}
    rated = [
        r for r in rate_all(Outlook(one.evidence, today), one.topics(), {}) if isinstance(r, Rated)
    ]
    rankings = {
        "failure rate": failure_rates(one),
        "leeches": leeches(one),
        "ours": {r.topic: r.weakness for r in rated},
    }
    for name, ranking in rankings.items():
        score = scores[name, day]
        score.precision.append(precision_at_3(ranking, truth))
        score.tau.append(kendall(ranking, truth))
    inside = [r.low <= truth[r.topic] <= r.high for r in rated]
    scores["ours", day].covered.append(fmean(inside))


def failure_rates(one: Learner) -> dict[str, float]:
    """Give each topic's share of failed answers, all answers counted."""
    given, failed = Counter[str](), Counter[str]()
    for subject, grade, _ in one.log:
        given[subject.topic] += 1
        failed[subject.topic] += not grade.recalled
    return {topic: failed[topic] / given[topic] for topic in given}


def leeches(one: Learner) -> dict[str, float]:
    """Count each topic's cards that lapsed eight times."""
    found = dict.fromkeys(one.topics(), 0.0)
    for subject in one.subjects:
        schedule = one.schedules.get(subject.id)
        found[subject.topic] += schedule is not None and schedule.lapses >= LEECH
    return found


def precision_at_3(ranking: Mapping[str, float], truth: Mapping[str, float]) -> float:
    """Give the share of the three weakest that the ranking puts among its first three.

    Topics that are equal in the ranking share the places that are left: all equal is chance.
    """
    weakest = sorted(truth, key=lambda topic: -truth[topic])[:3]
    third = sorted(ranking.values(), reverse=True)[2]
    above = [topic for topic in ranking if ranking[topic] > third]
    tied = [topic for topic in ranking if ranking[topic] == third]
    share = (3 - len(above)) / len(tied)
    return (sum(t in weakest for t in above) + share * sum(t in weakest for t in tied)) / 3


def kendall(ranking: Mapping[str, float], truth: Mapping[str, float]) -> float:
    """Give Kendall's tau-a: pairs in the same order less pairs in the other, as a share of all."""
    pairs = list(combinations(ranking, 2))
    return fmean(_sign(ranking[a] - ranking[b]) * _sign(truth[a] - truth[b]) for a, b in pairs)


def _sign(difference: float) -> int:
    return (difference > 0) - (difference < 0)
