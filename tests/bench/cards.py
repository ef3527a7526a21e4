"""The Cards page at a hundred thousand cards: search as one types, sorted pages, scrolling."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.data import give_long_history
from tests.bench.decks import CARDS, write_decks
from tests.bench.place import Place
from tests.bench.rows import Row, percentile_99
from tests.bench.write import halts

FILES = 1_000
SEARCH_MS, PAGE_MS, FRAME_MS = 10, 5, 16


def measure(place: Place) -> Iterator[Row]:
    """Half of all cards were reviewed, two hundred thousand answers in all."""
    data, decks = place.folder / "large", place.folder / "large-decks"
    if not decks.exists():
        write_decks(decks, FILES)
        give_long_history(data, decks, FILES * CARDS // 2)
    seen = place.child("cards", data, decks)
    many = f"{FILES * CARDS:,} cards"
    yield Row(f"{many}: the list is filled, once", seen["open"][0])
    yield _row(
        "    a turn of the window meanwhile, 99th of 100", percentile_99(seen["slices"]), None
    )
    yield _row("    a search after each letter, median", median(seen["search"]), SEARCH_MS)
    yield _row("    the same, 99th of 100", percentile_99(seen["search"]), None)
    yield _row("    until it is painted, offers and all, median", median(seen["keys"]), None)
    palette = seen["palette"]
    yield _row("    the palette: from a letter to its list, median", median(palette), SEARCH_MS)
    yield _row("    the same, 99th of 100", percentile_99(palette), None)
    yield _row("    sorted by another column, slowest of all", max(seen["sorts"]), None)
    yield _row("    a page of a sorted list, 99th of 100", percentile_99(seen["pages"]), PAGE_MS)
    yield _row("    a frame while scrolling, 99th of 100", percentile_99(seen["frames"]), FRAME_MS)
    yield _row("    the longest of them", max(seen["frames"]), FRAME_MS)
    with TemporaryDirectory(dir=place.folder) as folder:
        copies = [copytree(each, Path(folder) / each.name) for each in (data, decks)]
        found = place.child("notes", *copies, "")
    yield Row(f"{many} suspended, all at once", found["suspended"][2], absolute=True)
    yield from halts(found, ("suspended", "tagged"), None)


def _row(name: str, value: float, aim: float | None) -> Row:
    return Row(name, value, aim=aim, absolute=True)
