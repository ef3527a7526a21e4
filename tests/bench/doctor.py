"""The doctor at a hundred thousand cards and a million reviews, as the command is typed."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from tests.bench.data import desk_on, give_years
from tests.bench.decks import CARDS, write_decks
from tests.bench.place import REPOSITORY, Place
from tests.bench.rows import Row, middle

FILES, REVIEWS = 1_000, 1_000_000
AIM_MS = 5_000
MOST_RUNS = 5


def measure(place: Place) -> Iterator[Row]:
    """Every card was reviewed; the schedules and the index are there, as after any start."""
    data, decks = place.folder / "years", write_decks(place.folder / "years-decks", FILES)
    give_years(data, decks, REVIEWS)
    desk_on(data, decks).close()
    runs = [_looked_over(data, decks) for _ in range(min(place.runs, MOST_RUNS))]
    told = f"doctor at {FILES * CARDS:,} cards and {REVIEWS:,} reviews"
    yield Row(told, middle(runs, "taken"), aim=AIM_MS, absolute=True)
    yield Row("    the processors' time of it", middle(runs, "busy"))


def _looked_over(data: Path, decks: Path) -> dict[str, float]:
    """Run it once: milliseconds by the clock, and of all processors together."""
    command = [sys.executable, "-m", "flashcards", "--data", str(data), "--decks", str(decks)]
    begun, busy = monotonic(), _busy_s()
    subprocess.run([*command, "doctor"], cwd=REPOSITORY, stdout=subprocess.DEVNULL, check=True)
    return {"taken": 1000 * (monotonic() - begun), "busy": 1000 * (_busy_s() - busy)}


def _busy_s() -> float:
    """Tell how long processors worked for what was started from here."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
