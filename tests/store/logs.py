"""Databases with a history, for the tests of what keeps it safe."""

import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

from flashcards.domain.clock import Moment
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, NoteId
from flashcards.domain.log.events import Adopted, Event, Fact, Flagged, Noted, Reviewed, Undone
from flashcards.store.database import open_database
from flashcards.store.event_log import EventLog

DEVICE = "0123456789abcdef"
START = 1_767_268_800_000
FIELDS = "device, sequence, utc_ms, offset_min, kind, subject, grade, duration_ms, data"


class Learner:
    """Writes a log as the program does; the database stays open until ``close``."""

    def __init__(self, path: Path, seed: int = 1) -> None:
        self.path, self._chance = path, Random(seed)
        self._database = open_database(path)
        self._log = EventLog(self._database, DEVICE)
        self._at = START
        self._last: Event | None = None

    def answer(self, count: int) -> None:
        """Append so many entries, each in a transaction of its own; some are long."""
        for _ in range(count):
            self._at += self._chance.randrange(2_000, 90_000)
            self._last = self._log.append([(Moment(self._at, 60), self._fact())], [])[0]

    def _fact(self) -> Fact:
        card = CardId(f"note-{self._chance.randrange(40)}/key")
        match self._chance.randrange(12):
            case 0 if self._last:
                return Undone(self._last.key)
            case 1:
                return Flagged(card)
            case 2:
                body = "word " * self._chance.choice((3, 40, 2_500))
                noted = self._chance.choice((Noted, Adopted))
                return noted(NoteId("note"), "", "print", "deck", "basic", "Was ist größer?", body)
            case 3:
                return Reviewed(card, Grade.HARD, 900, 3, ("a", "b"), -1)
        return Reviewed(card, self._chance.choice(list(Grade)), self._chance.randrange(70_000))

    def close(self) -> None:
        """Close in order: the write-ahead log goes into the file."""
        self._database.close()


def rows(path: Path) -> dict[tuple[str, int], tuple[object, ...]]:
    """Read all entries by their names."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(f"SELECT {FIELDS} FROM events").fetchall()
    return {(row[0], row[1]): row for row in found}
