"""The tables' columns. ``events`` is the truth; ``schedules`` is derived, and may be deleted.

How ``events`` is made stands in ``migrations/``.
"""

from flashcards.domain.scheduling.scheduler import Schedule

EVENTS = (
    "device",
    "sequence",
    "utc_ms",
    "offset_min",
    "kind",
    "subject",
    "grade",
    "duration_ms",
    "data",
)
"""What a row of the log says; its ``position`` before them is SQLite's."""

SCHEDULES = Schedule._fields

_MAKE_SCHEDULES = """CREATE TABLE schedules (
    card TEXT NOT NULL, due INTEGER, interval INTEGER NOT NULL, ease INTEGER NOT NULL,
    repetitions INTEGER NOT NULL, lapses INTEGER NOT NULL, reviews INTEGER NOT NULL,
    first_day INTEGER, last_day INTEGER, last_grade INTEGER, suspended BOOLEAN NOT NULL,
    buried_on INTEGER, flagged BOOLEAN NOT NULL, stability FLOAT, difficulty FLOAT,
    PRIMARY KEY (card)
) WITHOUT ROWID"""
_MAKE_VERSION = "CREATE TABLE schedules_version (name TEXT NOT NULL, PRIMARY KEY (name))"

DERIVED = (
    ("schedules", SCHEDULES, _MAKE_SCHEDULES),
    ("schedules_version", ("name",), _MAKE_VERSION),
)
"""Each derived table with its columns, and how it is made."""

REVISIONS = ("0001", "0002")
"""Every schema this program knows, oldest first; the last is the one it works with."""
