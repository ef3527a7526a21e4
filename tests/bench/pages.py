"""How long it takes until a page that was asked for is on the screen."""

from collections.abc import Iterator

from tests.bench.place import Place
from tests.bench.rows import Row, middle

AIM_MS = 50


def measure(place: Place) -> Iterator[Row]:
    """Open the Settings page: the first time, when it is made, and again."""
    runs = [place.child("pages", place.folder / "pages") for _ in range(place.runs)]
    yield Row("settings open, the first time", middle(runs, "first"), aim=AIM_MS, absolute=True)
    yield Row("    the processor's time of it", middle(runs, "busy"), aim=AIM_MS, absolute=True)
    yield Row("    again", middle(runs, "again"), aim=AIM_MS, absolute=True)
