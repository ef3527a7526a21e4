"""A long sitting: five thousand answers in one window, and what they leave behind."""

from collections.abc import Iterator
from shutil import rmtree

from tests.bench.data import raise_limits
from tests.bench.decks import write_decks
from tests.bench.place import Place
from tests.bench.rows import Row

ANSWERS, WARM = 5_000, 1_000
"""The first thousand fill what is kept for good measure; from then on only what undo needs."""

MEMORY_MB, EACH_KB, LOST = 8.0, 1.0, 100


def measure(place: Place) -> Iterator[Row]:
    """Answer once; no comparison, as a bare window remembers no answers to undo."""
    data, decks = place.folder / "soak", place.folder / "soak-decks"
    rmtree(data, ignore_errors=True)
    raise_limits(data)
    seen = place.child("soak", data, decks if decks.exists() else write_decks(decks), ANSWERS, WARM)
    if seen["answers"] != ANSWERS:
        raise RuntimeError(f"only {seen['answers']:.0f} answers arrived")
    told = f"{WARM:,} → {ANSWERS:,} answers in one window"
    yield Row(f"{told}: memory grown", seen["memory"], unit="MB", aim=MEMORY_MB, absolute=True)
    each = 1000 * seen["memory"] / (ANSWERS - WARM)
    yield Row("    an answer leaves (its undo)", each, unit="KB", aim=EACH_KB, absolute=True)
    yield Row("    references to None lost", seen["none"], unit="", aim=LOST, absolute=True)
    yield Row("    widgets made", seen["widgets"], unit="", aim=0, absolute=True)
    yield Row("    one answer, from key to key", seen["took"])
