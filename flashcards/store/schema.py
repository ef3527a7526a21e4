"""The tables. ``events`` is the truth; ``schedules`` is derived from it and may be deleted."""

from sqlalchemy import Boolean, Column, Float, Integer, MetaData, Table, Text, UniqueConstraint

metadata = MetaData()

events = Table(
    "events",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("device", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("utc_ms", Integer, nullable=False),
    Column("offset_min", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("grade", Integer),
    Column("duration_ms", Integer),
    Column("data", Text),
    UniqueConstraint("device", "sequence"),
)

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

derived = MetaData()

schedules = Table(
    "schedules",
    derived,
    Column("card", Text, primary_key=True),
    Column("due", Integer),
    Column("interval", Integer, nullable=False),
    Column("ease", Integer, nullable=False),
    Column("repetitions", Integer, nullable=False),
    Column("lapses", Integer, nullable=False),
    Column("reviews", Integer, nullable=False),
    Column("first_day", Integer),
    Column("last_day", Integer),
    Column("last_grade", Integer),
    Column("suspended", Boolean, nullable=False),
    Column("buried_on", Integer),
    Column("flagged", Boolean, nullable=False),
    Column("stability", Float),
    Column("difficulty", Float),
    sqlite_with_rowid=False,
)

schedules_version = Table(
    "schedules_version",
    derived,
    Column("name", Text, primary_key=True),
)

REVISIONS = ("0001", "0002")
"""Every schema this program knows, oldest first; the last is the one it works with."""
