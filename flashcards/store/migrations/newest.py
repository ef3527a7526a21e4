"""The newest schema whole, for a file that is still empty: a first start need not import Alembic.

What the migrations make of an empty file, word for word; a test compares them. A new migration is
written first, then this.
"""

_REFUSED = "BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END"
_READINGS = "kind IN ('noted', 'adopted', 'merged')"

NEWEST = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
    " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
    "INSERT INTO alembic_version VALUES ('0002')",
    "CREATE TABLE events (position INTEGER NOT NULL, device TEXT NOT NULL,"
    " sequence INTEGER NOT NULL, utc_ms INTEGER NOT NULL, offset_min INTEGER NOT NULL,"
    " kind TEXT NOT NULL, subject TEXT NOT NULL, grade INTEGER, duration_ms INTEGER, data TEXT,"
    " PRIMARY KEY (position), UNIQUE (device, sequence))",
    "CREATE INDEX ix_events_subject ON events (subject)",
    'CREATE TABLE meta ("key" TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY ("key"))',
    f"CREATE TRIGGER events_refuse_update BEFORE UPDATE ON events {_REFUSED}",
    f"CREATE TRIGGER events_refuse_delete BEFORE DELETE ON events {_REFUSED}",
    "CREATE TRIGGER events_refuse_replace BEFORE INSERT ON events WHEN EXISTS"
    " (SELECT 1 FROM events WHERE position = NEW.position"
    f" OR (device = NEW.device AND sequence = NEW.sequence)) {_REFUSED}",
    "CREATE INDEX ix_events_utc_ms ON events (utc_ms)",
    "CREATE INDEX ix_events_answers ON events (utc_ms / 60000 + offset_min)"
    " WHERE kind = 'reviewed'",
    "CREATE INDEX ix_events_rare ON events (kind) WHERE kind <> 'reviewed'",
    f"CREATE INDEX ix_events_noted_id ON events (json_extract(data, '$[0]')) WHERE {_READINGS}",
    "CREATE INDEX ix_events_noted_fingerprint ON events (json_extract(data, '$[1]'))"
    f" WHERE {_READINGS}",
    f"CREATE INDEX ix_events_noted_deck ON events (json_extract(data, '$[2]')) WHERE {_READINGS}",
)
