"""A hundred thousand cards in a thousand files, beside a hundred cards in one."""

from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

from tests.bench.data import give_long_history
from tests.bench.decks import CARDS, write_decks
from tests.bench.place import Place
from tests.bench.rows import Row, middle

FILES = 1_000
COLD_AIM, WARM_AIM_MS, CHANGE_AIM_MS, MEMORY_AIM = 8, 150, 100, 2
QUEUE_AIM = 1
MOST_RUNS = 5


def measure(place: Place) -> Iterator[Row]:
    """First load, usual start, one file saved, memory; half of all cards were reviewed before."""
    large, small = (_made(place, name, files) for name, files in (("large", FILES), ("small", 1)))
    runs = range(min(place.runs, MOST_RUNS))
    cold = [_cold(place, *large) for _ in runs]
    _start(place, *small), _start(place, *large)
    warm = [(_start(place, *small), _start(place, *large)) for _ in runs]
    alone, among = [list(each) for each in zip(*warm, strict=True)]
    changed = [place.child("load", *large, "change") for _ in runs]
    loaded, lines, words = (middle(cold, name) for name in ("load", "lines", "words"))
    thousand = f"{FILES * CARDS:,} cards"
    yield Row(f"first load of {thousand}, beside splitting lines", loaded, lines, aim=COLD_AIM)
    yield Row("    beside splitting words", loaded, words)
    yield Row(
        f"start with {thousand}, nothing changed", middle(among, "ready"), middle(alone, "ready")
    )
    more = middle(among, "ready") - middle(alone, "ready")
    yield Row(f"    more than with {CARDS}", more, aim=WARM_AIM_MS, absolute=True)
    queue = middle(cold, "queue"), middle(cold, "bare queue")
    yield Row("    the day's queue, beside leaving out what is known", *queue, aim=QUEUE_AIM)
    saved = middle(changed, "change")
    yield Row(
        "    one of its files saved, until Today is right", saved, aim=CHANGE_AIM_MS, absolute=True
    )
    memory = middle(among, "memory"), middle(alone, "memory")
    yield Row(f"proportional memory with {thousand}, beside {CARDS}", *memory, "MB", MEMORY_AIM)


def _made(place: Place, name: str, files: int) -> tuple[Path, Path]:
    """Make a data folder and its decks."""
    data, decks = place.folder / name, write_decks(place.folder / f"{name}-decks", files)
    give_long_history(data, decks, files * CARDS // 2)
    return data, decks


def _cold(place: Place, data: Path, decks: Path) -> dict[str, float]:
    """Load without any index, and split the same files."""
    rmtree(data / "cache", ignore_errors=True)
    return place.child("split", decks) | place.child("load", data, decks, "")


def _start(place: Place, data: Path, decks: Path) -> dict[str, float]:
    """Start the window; milliseconds from before the process until a review can begin."""
    seen = place.child("start", data, decks, "close")
    return {"ready": 1000 * (seen["ready"] - seen["started"]), "memory": seen["memory"]}
