"""Proportional memory of the window's process, beside the bare window's."""

from collections.abc import Iterator
from shutil import rmtree

from tests.bench.data import asked_today, raise_limits
from tests.bench.place import Place
from tests.bench.rows import Row, middle

AIM = 2.0
CARDS = 50


def measure(place: Place) -> Iterator[Row]:
    """Answer fifty cards, then ask the kernel; the bare window in turn with ours."""
    ours, bare = [], []
    for _ in range(place.runs):
        data = place.folder / "memory"
        rmtree(data, ignore_errors=True)
        raise_limits(data)
        asked_today(data)
        bare.append(place.child("bare"))
        ours.append(place.child("review", data, CARDS, 60, "alone"))
    share, baseline = middle(ours, "memory"), middle(bare, "memory")
    yield Row(f"proportional memory after {CARDS} cards", share, baseline, "MB", AIM)
