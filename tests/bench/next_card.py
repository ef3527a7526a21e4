"""From the grade's key to the next card on the screen, over the shipped decks."""

from collections.abc import Iterator, Sequence
from shutil import rmtree
from statistics import median
from typing import Any

from tests.bench.data import asked_today, raise_limits
from tests.bench.place import Place
from tests.bench.rows import Row, percentile_99

AIM_MS = 8.0
READING_MS = 60
"""A short look at a card; the program prepares what comes next meanwhile."""


def measure(place: Place) -> Iterator[Row]:
    """Review every shipped card with a reader's pauses, and again without any."""
    calm = _reviews(place, READING_MS)
    answers, bare = _all(calm, "answer"), median(_all(calm, "bare"))
    yield Row("answer → next card painted", median(answers), bare, aim=AIM_MS, absolute=True)
    yield Row("    of which the disk: one fdatasync after 8 KB", median(_all(calm, "disk")))
    yield Row("    the slowest in a hundred", percentile_99(answers), bare)
    yield Row("    until the whole window is painted", median(_all(calm, "answer frame")))
    yield Row("show answer → answer painted", median(_all(calm, "flip")), bare)
    fast = _reviews(place, 0)
    answers = _all(fast, "answer")
    yield Row("answer → next card painted, keys without any pause", median(answers), bare)
    yield Row("    the slowest in a hundred", percentile_99(answers), bare)


def _reviews(place: Place, pause_ms: int) -> list[dict[str, Any]]:
    """Review everything in a new data folder, several times."""
    found = []
    for _ in range(place.runs):
        data = place.folder / "review"
        rmtree(data, ignore_errors=True)
        raise_limits(data)
        answers = asked_today(data) - 1  # after the last one, no card is painted
        found.append(place.child("review", data, answers, pause_ms))
    return found


def _all(runs: Sequence[dict[str, Any]], name: str) -> list[float]:
    return [time for run in runs for time in run[name]]
