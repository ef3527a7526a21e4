"""From the command to Today on the screen, with 10,000 cards."""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

from tests.bench.data import give_history
from tests.bench.decks import write_decks
from tests.bench.place import Place
from tests.bench.rows import Row, middle

AIM = 2.5
KNOWN_CARDS = 5_000


def measure(place: Place) -> Iterator[Row]:
    """Usual start, start after a change, very first start; each beside the bare window."""
    decks, data = write_decks(place.folder / "decks"), place.folder / "start"
    give_history(data, decks, KNOWN_CARDS)
    rounds = [_round(place, decks, data) for _ in range(place.runs + 1)][1:]
    bare = middle(rounds, "bare")
    for name, words in _ROWS:
        yield Row(words, middle(rounds, name), bare, aim=AIM)


_ROWS = (
    ("usual first", "start, nothing changed since: numbers in the first frame"),
    ("changed first", "start, a deck changed: first frame"),
    ("changed numbers", "start, a deck changed: numbers painted"),
    ("new first", "very first start: first frame"),
    ("new numbers", "very first start: numbers painted"),
)


def _round(place: Place, decks: Path, data: Path) -> dict[str, float]:
    """Measure everything once; the first round fills the caches and is not counted."""
    bare = place.child("bare")
    times = {"bare": 1000 * (bare["painted"] - bare["started"])}
    os.utime(decks / "deck-0050.md")
    times |= _start(place, "changed", data, decks, "close")
    times |= _start(place, "usual", data, decks, "close")
    if times["usual numbers"] > times["usual first"] + 1:
        times["usual first"] = times["usual numbers"]  # not in the first frame: no credit for it
    new = place.folder / "new"
    rmtree(new, ignore_errors=True)
    return times | _start(place, "new", new, decks, "kill")


def _start(place: Place, name: str, data: Path, decks: Path, ending: str) -> dict[str, float]:
    """Start the program once; milliseconds from before the process to each moment."""
    seen = place.child("start", data, decks, ending)
    moments = ("first", "numbers", "ready")
    return {f"{name} {moment}": 1000 * (seen[moment] - seen["started"]) for moment in moments}
