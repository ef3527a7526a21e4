"""How fast a log becomes schedules, under both schedulers."""

from collections.abc import Iterator

from tests.bench.place import Place
from tests.bench.rows import Row, middle

CARDS, EACH = 30_000, 10
SM2_A_SECOND, FSRS_A_SECOND = 300_000, 100_000


def measure(place: Place) -> Iterator[Row]:
    """Replay, and foresee a change: everything a Settings page or a command waits for."""
    runs = [place.child("replay", CARDS, EACH) for _ in range(place.runs)]
    reviews = CARDS * EACH
    for name, rate in (("sm2", SM2_A_SECOND), ("fsrs", FSRS_A_SECOND)):
        taken, aim = middle(runs, name), 1000 * reviews / rate
        told = f"{reviews:,} reviews replayed under {name}, {1000 * reviews / taken:,.0f} a second"
        yield Row(told, taken, aim=aim, absolute=True)
    yield Row("    a change from one to the other foreseen", middle(runs, "foresee"))
