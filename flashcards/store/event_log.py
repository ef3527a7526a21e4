"""The append-only log in SQLite, and the schedules written beside it in the same transaction."""

import json
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from flashcards.domain.clock import Day, Moment, study_day
from flashcards.domain.errors import ChangedElsewhereError
from flashcards.domain.ids import CardId, DeviceId, NoteId
from flashcards.domain.log.events import Event, EventKey, Fact, NoteFact, Undone
from flashcards.domain.log.replay import cancelled
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.signs import Signs
from flashcards.store import schedules as cache
from flashcards.store.database import Database, value
from flashcards.store.facts import (
    ADOPTED,
    DISTINGUISHED,
    DOUBTED,
    MERGED,
    NOTED,
    OF_NOTES,
    REKEYED,
    REVIEWED,
    UNDONE,
    columns_of,
    fact_of,
)
from flashcards.store.faults import LogShortError, UnreadableEventError
from flashcards.store.schema import EVENTS

_NAMES = ", ".join(EVENTS)
_ALL = f"SELECT {_NAMES} FROM events"
_ORDER = "ORDER BY utc_ms, device, sequence"
_INSERT = f"INSERT INTO events ({_NAMES}) VALUES ({', '.join(f':{name}' for name in EVENTS)})"
_ANSWERS = f"FROM events WHERE kind = '{REVIEWED}' AND utc_ms / 60000 + offset_min >= ?"
"""Answers by the minute that a wall clock showed, as migration 0002 has them in an index."""
_NEXT_ANSWER = f"SELECT min(utc_ms / 60000 + offset_min) {_ANSWERS}"
_COUNT_ANSWERS = f"SELECT count(*) {_ANSWERS} AND utc_ms / 60000 + offset_min < ?"
_ANSWERED = """SELECT utc_ms, offset_min FROM events
    WHERE device = ? AND sequence = ? AND kind = 'reviewed'"""
_LAST = "SELECT position || ' ' || device || ' ' || sequence FROM events"
_BETWEEN = f"{_ALL} WHERE position > ? AND position <= ? {_ORDER}"
_EPOCH = study_day(Moment(0), 0)
_DAY_MINUTES = 24 * 60
_ARE_READINGS = f"kind IN ('{NOTED}', '{ADOPTED}', '{MERGED}')"
"""Word for word as the partial indexes of migration 0002 have it, so that they are used."""
_HISTORIES = f"""
    WITH wanted (name) AS (
        SELECT value FROM json_each(:names)
        UNION SELECT subject FROM events WHERE {_ARE_READINGS}
            AND json_extract(data, '$[0]') IN (SELECT value FROM json_each(:ids))
        UNION SELECT subject FROM events WHERE {_ARE_READINGS}
            AND json_extract(data, '$[1]') IN (SELECT value FROM json_each(:prints))
        UNION SELECT subject FROM events WHERE {_ARE_READINGS}
            AND json_extract(data, '$[2]') IN (SELECT value FROM json_each(:decks))
    )
    {_ALL} WHERE ({_ARE_READINGS} OR kind = '{UNDONE}') AND subject IN (SELECT name FROM wanted)
    {_ORDER}
"""
_ARE_DECISIONS = (
    f"kind IN ('{MERGED}', '{DISTINGUISHED}', '{DOUBTED}', '{REKEYED}') AND kind <> '{REVIEWED}'"
)
_DECISIONS = f"""
    {_ALL} WHERE {_ARE_DECISIONS}
    UNION ALL {_ALL} WHERE kind = '{UNDONE}' AND subject IN (
        SELECT subject FROM events WHERE {_ARE_DECISIONS}
    )
    {_ORDER}
"""
_IS_NOTED = f"SELECT 1 FROM events WHERE subject = ? AND {_ARE_READINGS}"
_IS_RARE = f"kind <> '{REVIEWED}'"
"""Word for word as migration 0002's index of all but reviews has it."""
_UNDOS = f"{_ALL} WHERE kind = '{UNDONE}' AND {_IS_RARE} {_ORDER}"
_ARE_OF_NOTES = f"kind IN {OF_NOTES} AND {_IS_RARE}"
READINGS = f"{_ALL} WHERE {_ARE_OF_NOTES} {_ORDER}"
"""Asks for all that tells which note is which."""
_READINGS_AFTER = f"{_ALL} WHERE {_ARE_OF_NOTES} AND position > ? {_ORDER}"
_DURATIONS = f"""SELECT duration_ms FROM events WHERE kind = '{REVIEWED}'
    ORDER BY position DESC LIMIT ?"""
_SUBJECT = "SELECT subject FROM events WHERE device = ? AND sequence = ?"
_DEVICE = "SELECT value FROM meta WHERE key = 'device'"

Parameters = Sequence[object] | Mapping[str, object]
"""What a statement's places are filled with."""


class EventLog:
    """What happened, on this device and on those merged into it."""

    def __init__(self, database: Database, new_device: str) -> None:
        self._database = database
        saved = database.witness.read()  # before the log: it may only be late, never early
        self.device = _device(database, new_device)
        with database.reading() as connection:
            self._observe(connection)
            missing = saved.sequence - _last(connection, saved.device) if saved else 0
        if missing > 0:
            raise LogShortError(database.path, missing)

    def append(
        self, entries: Sequence[tuple[Moment, Fact]], schedules: Iterable[Schedule]
    ) -> list[Event]:
        """Write facts and what they leave behind, all or nothing, with one fsync.

        Raises ChangedElsewhereError where another program wrote since the log was last read.
        """
        with self._database.transaction() as connection:
            self._refuse_if_changed(connection)
            written = self._numbered(entries)
            rows = [_row(connection, event) for event in written]
            connection.executemany(_INSERT, rows)
            cache.upsert(connection, schedules)
        self._last += len(written)
        self._database.witness.note(self.device, self._last)
        return written

    def _refuse_if_changed(self, connection: Connection) -> None:
        if self._version(connection) != self._seen:
            raise ChangedElsewhereError

    def _numbered(self, entries: Sequence[tuple[Moment, Fact]]) -> list[Event]:
        """Give each entry the device's next number."""
        return [
            Event(EventKey(self.device, self._last + number), at, fact)
            for number, (at, fact) in enumerate(entries, start=1)
        ]

    def replace_schedules(self, schedules: Collection[Schedule], name: str) -> None:
        """Write the whole cache anew.

        Raises ChangedElsewhereError where another program wrote since the log was last read: its
        answers would be missing.
        """
        with self._database.transaction() as connection:
            self._refuse_if_changed(connection)
            cache.replace_all(connection, schedules, name)

    def touched(self, name: str) -> set[CardId] | None:
        """Tell which cards have a schedule; None where the cache is missing, or another's.

        From here on, what other programs write is noticed (``append`` refuses, until read again).
        """
        with self._database.reading() as connection:
            self._observe(connection)
            has_events = value(connection, "SELECT position FROM events LIMIT 1") is not None
            return cache.touched(connection, name, expected=has_events)

    def schedule(self, card: CardId) -> Schedule | None:
        """Read one card's schedule from the cache."""
        with self._database.asking() as connection:
            return cache.read_one(connection, card)

    def schedules(self, day: Day | None = None) -> list[Schedule]:
        """Read the cache, or what concerns a day."""
        with self._database.reading() as connection:
            return cache.read(connection, day)

    def schedules_after(self, card: str, count: int) -> list[Schedule]:
        """Read so many schedules of the cards that follow one, by their names."""
        with self._database.reading() as connection:
            return cache.read_after(connection, card, count)

    def next_due(self, day: Day, among: Container[CardId]) -> Day | None:
        """Read when the next of some cards is due after a day; suspended ones do not count."""
        with self._database.reading() as connection:
            return cache.next_due(connection, day, among)

    def forgotten(self, least: int) -> list[Schedule]:
        """Read the schedules with at least so many lapses, most first; suspended ones left out."""
        with self._database.reading() as connection:
            return cache.forgotten(connection, least)

    def due_on(self, first: Day, last: Day) -> dict[Day, int]:
        """Count what is due on each day from one to another; suspended cards left out."""
        with self._database.reading() as connection:
            return cache.due_on(connection, first, last)

    def answers_by_day(self, rollover_hour: int) -> dict[Day, int]:
        """Count the answers of each study day; undone ones left out."""
        dead = cancelled(self._read(_UNDOS))
        with self._database.reading() as connection:
            counts = Counter(dict(_days(connection, 60 * rollover_hour)))
            for device, sequence in dead:
                row = connection.execute(_ANSWERED, (device, sequence)).fetchone()
                if row:
                    counts[study_day(Moment(*row), rollover_hour)] -= 1
        return {day: count for day, count in counts.items() if count > 0}

    def events(self) -> list[Event]:
        """Read everything, in the total order."""
        return self._read(f"{_ALL} {_ORDER}")

    def events_of(self, card: CardId) -> list[Event]:
        """Read what happened to one card, what was undone included."""
        return self._read(f"{_ALL} WHERE subject = ? {_ORDER}", (card,))

    def noted(self) -> list[Event]:
        """Read how notes with history were recognised, and what was taken back."""
        return self._read(READINGS)

    def bookmark(self) -> str:
        """Name the place where the log ends now: its last row."""
        with self._database.reading() as connection:
            found = value(connection, f"{_LAST} ORDER BY position DESC LIMIT 1")
        return str(found or "0")

    def noted_after(self, bookmark: str) -> list[Event] | None:
        """Read what is told of notes since then.

        None where the bookmark is not of this log, or what was told before was taken back.
        """
        position, _, name = bookmark.partition(" ")
        if not position.isdigit():
            return None
        row = "SELECT device || ' ' || sequence FROM events WHERE position = ?"
        with self._database.reading() as connection:
            found = value(connection, row, int(position))
        if name != (found or ""):
            return None
        news = self._read(_READINGS_AFTER, (int(position),))
        undone = [event.fact.target for event in news if isinstance(event.fact, Undone)]
        if any(self._is_of_notes(target) for target in undone):
            return None
        return [event for event in news if not isinstance(event.fact, Undone)]

    def _is_of_notes(self, key: EventKey) -> bool:
        """Whether an event, or what was undone and redone by it, tells of notes."""
        one = f"{_ALL} WHERE device = ? AND sequence = ?"
        fact = next((event.fact for event in self._read(one, key)), None)
        if isinstance(fact, Undone):
            return self._is_of_notes(fact.target)
        return isinstance(fact, NoteFact)

    def decisions(self) -> list[Event]:
        """Read what is told of notes but for their readings, and what of it was taken back."""
        return self._read(_DECISIONS)

    def histories_with(self, signs: Signs) -> list[Event]:
        """Read all readings of every note that ever had one of these signs, and what was undone."""
        wanted = {
            "names": [sign for sign in signs if sign[0] != "/"],
            "ids": [sign for sign in signs if sign[0] not in "~/"],
            "prints": [sign[1:] for sign in signs if sign[0] == "~"],
            "decks": [sign[1:] for sign in signs if sign[0] == "/"],
        }
        parameters = {name: json.dumps(texts) for name, texts in wanted.items()}
        return self._read(_HISTORIES, parameters)

    def is_noted(self, note: NoteId) -> bool:
        """Whether the log knows how a note is recognised."""
        with self._database.asking() as connection:
            return value(connection, f"{_IS_NOTED} LIMIT 1", note) is not None

    def holds(self, bookmark: str) -> bool:
        """Whether a bookmark is of this log."""
        with self._database.reading() as connection:
            found = value(connection, f"{_LAST} WHERE position = ?", _position(bookmark))
        return bookmark == (found or "0")

    def between(self, first: str, last: str) -> Iterator[Event]:
        """Read what was written after one bookmark, up to another, in the total order.

        One at a time: nothing else can be read or written before the last one.
        """
        places = _position(first), _position(last)
        with self._database.reading() as connection:
            for row in connection.execute(_BETWEEN, places):
                yield _event(*row)

    def spread(self) -> list[tuple[CardId, Day, int, int]]:
        """Read due day, interval and ease of every card that has them and is not suspended."""
        with self._database.reading() as connection:
            return cache.spread(connection)

    def latest(self) -> Moment:
        """Read when the latest event was; the epoch where there is none."""
        with self._database.reading() as connection:
            return Moment(value(connection, "SELECT max(utc_ms) FROM events") or 0)

    def recent_durations(self, count: int = 200) -> list[int]:
        """Read how long the latest answers took, in milliseconds."""
        with self._database.reading() as connection:
            return [duration or 0 for (duration,) in connection.execute(_DURATIONS, (count,))]

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote since the log was last read."""
        with self._database.reading() as connection:
            return self._version(connection) != self._seen

    def _read(self, query: str, parameters: Parameters = ()) -> list[Event]:
        with self._database.reading() as connection:
            return events_in(connection, query, self._database.path, parameters)

    def _observe(self, connection: Connection) -> None:
        """Remember which state of the file our numbers and schedules are of."""
        self._seen = self._version(connection)
        self._last = _last(connection, self.device)

    @staticmethod
    def _version(connection: Connection) -> int:
        """https://sqlite.org/pragma.html#pragma_data_version: changes with others' commits."""
        version = value(connection, "PRAGMA data_version")
        assert isinstance(version, int)
        return version


def _row(connection: Connection, event: Event) -> dict[str, Any]:
    """Lay an event out in columns."""
    undone = event.fact.target if isinstance(event.fact, Undone) else None
    subject = value(connection, _SUBJECT, *undone) or "" if undone else ""
    return {
        "device": event.key.device,
        "sequence": event.key.sequence,
        "utc_ms": event.at.utc_ms,
        "offset_min": event.at.offset_min,
        **columns_of(event.fact, subject),
    }


def _position(bookmark: str) -> int:
    return int(bookmark.partition(" ")[0])


def _last(connection: Connection, device: str) -> int:
    """Read the last number that a device has given."""
    return value(connection, "SELECT max(sequence) FROM events WHERE device = ?", device) or 0


def events_in(
    connection: Connection, query: str, path: Path, parameters: Parameters = ()
) -> list[Event]:
    """Read events. Raises UnreadableEventError where ``path`` was written by a newer program."""
    rows = connection.execute(query, parameters).fetchall()
    try:
        return [_event(*row) for row in rows]
    except (KeyError, ValueError, TypeError) as error:
        raise UnreadableEventError(path, str(error)) from error


def _days(connection: Connection, rollover_min: int) -> Iterator[tuple[Day, int]]:
    """Count the answers of each study day that has any, without reading one by one."""
    start = -(2**60)
    while (minute := connection.execute(_NEXT_ANSWER, (start,)).fetchone()[0]) is not None:
        days = (minute - rollover_min) // _DAY_MINUTES
        first, start = (each * _DAY_MINUTES + rollover_min for each in (days, days + 1))
        yield Day(_EPOCH + days), connection.execute(_COUNT_ANSWERS, (first, start)).fetchone()[0]


def _event(
    device: str,
    sequence: int,
    utc_ms: int,
    offset_min: int,
    *fact: Any,  # noqa: ANN401  # five columns of a row
) -> Event:
    return Event(EventKey(DeviceId(device), sequence), Moment(utc_ms, offset_min), fact_of(*fact))


def _device(database: Database, new_device: str) -> DeviceId:
    """Read the device's id, or keep the one offered; of two first starts the quicker one's."""
    with database.reading() as connection:
        device = value(connection, _DEVICE)
    if device is None:
        with database.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO meta VALUES ('device', ?)", (new_device,))
            device = value(connection, _DEVICE)
    return DeviceId(str(device))
