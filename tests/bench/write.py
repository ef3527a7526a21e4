"""From a letter's key to its paint, in the Write page with a deck of 2 MB."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copytree
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.data import raise_limits
from tests.bench.decks import write_decks
from tests.bench.place import Place
from tests.bench.rows import Row, percentile_99

SIZE = 2_000_000
KEYS = 300
AIM_MS = 16.0
SAVES, HALT_MS = 5, 50.0
QUICK_MS, HALTING_MS = 90, 450
"""Between the keys of someone who types well; and so long that a proofreading begins in between."""


def measure(place: Place) -> Iterator[Row]:
    """Type in the middle of it: quickly, and so haltingly that all of it is read between keys."""
    decks = long_deck(place.folder / "long")
    quick = _typed(place, decks, KEYS, QUICK_MS)
    yield Row("a letter → painted, 2 MB deck", median(quick["key"]))
    slowest = percentile_99(quick["key"])
    yield Row("    the slowest in a hundred", slowest, aim=AIM_MS, absolute=True)
    halting = _typed(place, decks, KEYS // 3, HALTING_MS)
    yield Row("    while it is being proofread", median(halting["key"]))
    slowest = percentile_99(halting["key"])
    yield Row("    the slowest in a hundred", slowest, aim=AIM_MS, absolute=True)
    yield from _saved(place, decks)
    yield from _noted(place, decks)
    yield Row("the page opened on it", quick["opened"][0])
    yield Row("    until every line has its colours", quick["coloured"][0])


def _saved(place: Place, decks: Path) -> Iterator[Row]:
    """Save it again and again, a letter longer each time, with 2,000 of its cards learned."""
    with TemporaryDirectory(dir=place.folder) as data:
        found: dict[str, list[float]] = place.child("adopt", data, decks, SAVES)
    saves = [max(pair) for pair in zip(found["key"], found["saved"], strict=True)]
    aim = HALT_MS
    yield Row("Ctrl+S there: the window's longest halt", max(saves[1:]), aim=aim, absolute=True)
    yield Row("    the first, which names the notes", saves[0])
    halts = found["adopted"]
    yield Row("    its decks read: the longest halt", max(halts[1:]), aim=aim, absolute=True)
    yield Row("    the first, which names the notes", halts[0])
    yield Row("    from the key until they are read", median(found["whole"][1:]))


def _noted(place: Place, decks: Path) -> Iterator[Row]:
    """Edit a note of it during the review, take that back, add one; tag thousands of its notes."""
    with TemporaryDirectory(dir=place.folder) as folder:
        copy, data = Path(folder) / "decks", Path(folder) / "data"
        copytree(decks, copy)
        raise_limits(data)
        found: dict[str, list[float]] = place.child("notes", data, copy, "is:new")
    yield from halts(found, ("edited", "taken back", "added", "tagged"), HALT_MS)


def halts(found: dict[str, list[float]], deeds: Sequence[str], aim: float | None) -> Iterator[Row]:
    """Tell how long the window halted at the most in each of some deeds."""
    for deed in deeds:
        longest, busiest, *_ = found[deed]
        longest = max(longest, *found.get(f"{deed}: form", ()), busiest)
        yield Row(f"    {deed}: the window's longest halt", longest, aim=aim, absolute=True)


def long_deck(folder: Path) -> Path:
    """Write one deck of many, with notes of every kind, and give its folder."""
    folder.mkdir(parents=True)
    with TemporaryDirectory() as many:
        decks = sorted(write_decks(Path(many) / "decks", 110).iterdir())
        bodies = [deck.read_text("utf-8").partition("---\n\n")[2] for deck in decks]
    text = "---\ntitle: Long\n---\n\n"
    while len(text) < SIZE and bodies:
        text += bodies.pop()
    (folder / "long.md").write_text(text, "utf-8")
    return folder


def _typed(place: Place, decks: Path, keys: int, pause_ms: int) -> dict[str, list[float]]:
    """Type in a new data folder."""
    with TemporaryDirectory(dir=place.folder) as data:
        return place.child("write", data, decks, keys, pause_ms)
