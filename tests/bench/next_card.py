"""From the grade's key to the next card on the screen, over the shipped decks."""

from collections.abc import Iterator, Sequence
from shutil import rmtree
from statistics import median
from typing import Any

from tests.bench.data import asked_today, raise_limits
from tests.bench.place import Place
from tests.bench.rows import Row, percentile_99

AIM_MS, AIM_99_MS, FLIP_AIM_MS = 8.0, 16.0, 4.0
CARDS = 300
"""The first of a day that asks everything: a card of each deck in turn."""
READING_MS = 60
"""A short look at a card; the program prepares what comes next meanwhile."""


def measure(place: Place) -> Iterator[Row]:
    """Review shipped cards of every kind with a reader's pauses, and again without any."""
    calm = _reviews(place, READING_MS)
    answers, bare = _all(calm, "answer"), median(_all(calm, "bare"))
    yield Row("answer → next card painted", median(answers), bare, aim=AIM_MS, absolute=True)
    yield Row("    of which the disk: one fdatasync after 8 KB", median(_all(calm, "disk")))
    slowest = percentile_99(answers)
    yield Row("    the slowest in a hundred", slowest, bare, aim=AIM_99_MS, absolute=True)
    yield Row("    until the whole window is painted", median(_all(calm, "answer frame")))
    flips = median(_all(calm, "flip"))
    yield Row("show answer → answer painted", flips, bare, aim=FLIP_AIM_MS, absolute=True)
    whole = _all(calm, "whole")
    yield Row(f"    all parts at once, a card in {len(answers) // len(whole)}", median(whole), bare)
    fast = _reviews(place, 0)
    answers = _all(fast, "answer")
    yield Row("answer → next card painted, keys without any pause", median(answers), bare)
    yield Row("    the slowest in a hundred", percentile_99(answers), bare)


def _reviews(place: Place, pause_ms: int) -> list[dict[str, Any]]:
    """Review a few hundred cards in a new data folder, several times."""
    found = []
    for _ in range(place.runs):
        data = place.folder / "review"
        rmtree(data, ignore_errors=True)
        raise_limits(data)
        answers = min(CARDS, asked_today(data) - 1)  # after the last one, no card is painted
        found.append(place.child("review", data, answers, pause_ms))
    return found


def _all(runs: Sequence[dict[str, Any]], name: str) -> list[float]:
    return [time for run in runs for time in run[name]]
