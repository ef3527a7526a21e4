"""What a very long log costs: reading it once, the Progress page's numbers, one more answer.

A million answers to a hundred thousand cards in sixty topics over two years, written straight into
the log's table.
"""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TypeVar

from flashcards.app import open_desk
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.services.desk import Desk, Options
from flashcards.services.glimpse import weak_view
from flashcards.services.insight import Insight
from flashcards.services.progress import Lens, stats_view
from tests.bench.place import Place
from tests.bench.rows import Row

ANSWERS, CARDS, TOPICS, DAYS = 1_000_000, 100_000, 60, 730
QUICK = 20
_DAY_MS = 86_400_000
_INSERT = """INSERT INTO events
    (device, sequence, utc_ms, offset_min, kind, subject, grade, duration_ms)
    VALUES ('bench', ?, ?, 0, 'reviewed', ?, ?, ?)"""
_T = TypeVar("_T")


def measure(place: Place) -> Iterator[Row]:
    """Measure once; a quick run takes a twentieth of everything."""
    share = 1 if place.runs > 5 else QUICK
    desk = _filled(place.folder / "insight", ANSWERS // share, CARDS // share)
    insight = Insight(desk.library)
    yield Row(f"read {ANSWERS // share:,} answers, once", _ms(lambda: insight.read(desk.kept))[0])
    again = Insight(desk.library)
    yield Row("    at another start", _ms(lambda: again.read(desk.kept))[0])
    view = _ms(lambda: stats_view(desk.library, insight, Lens()))[0]
    yield Row("    the Progress page's numbers", view, aim=250, absolute=True)
    topic = _ms(lambda: stats_view(desk.library, insight, Lens("topic:t1")))[0]
    yield Row("    of one topic", topic)
    desk.library.record(Reviewed(CardId("c7"), Grade.GOOD, 5_000), desk.library.now())
    after = _ms(lambda: stats_view(desk.library, insight, Lens()))[0]
    yield Row("    after one more answer", after, aim=20, absolute=True)
    yield Row("    Today's three weakest topics", _ms(lambda: weak_view(desk.library, insight))[0])
    desk.close()


def _ms(step: Callable[[], _T]) -> tuple[float, _T]:
    start = perf_counter()
    found = step()
    return (perf_counter() - start) * 1000, found


def _filled(folder: Path, answers: int, cards: int) -> Desk:
    """Write decks and log, and open them."""
    (folder / "decks").mkdir(parents=True)
    for topic in range(TOPICS):
        notes = (f"## Q{n} {{#c{n}}}\nA.\n\n" for n in range(topic, cards, TOPICS))
        text = f"---\ntopic: t{topic}\n---\n{''.join(notes)}"
        (folder / "decks" / f"t{topic}.md").write_text(text, "utf-8")
    options = Options((folder / "decks",), str(folder / "data"))
    open_desk(options).close()
    chance, now = Random(3), open_desk(options).library.now().utc_ms
    grades = chance.choices((1, 3, 4, 5), (12, 15, 65, 8), k=answers)
    with sqlite3.connect(folder / "data" / "flashcards.sqlite") as connection:
        connection.executemany(
            _INSERT,
            (
                (
                    n,
                    now - DAYS * _DAY_MS + n * DAYS * _DAY_MS // (answers + 1),
                    f"c{chance.randrange(cards)}",
                    grade,
                    chance.randrange(2_000, 15_000),
                )
                for n, grade in enumerate(grades, 1)
            ),
        )
    connection.close()
    desk = open_desk(options)
    desk.library.load()
    return desk
