"""Indexes for what a start asks of a long log: its end in time, and how notes were recognised."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

READINGS = "kind IN ('noted', 'adopted', 'merged')"


def upgrade() -> None:
    """Create the indexes; those that tell of notes are of the few rows that do."""
    op.create_index("ix_events_utc_ms", "events", ["utc_ms"])
    op.execute(
        "CREATE INDEX ix_events_answers ON events (utc_ms / 60000 + offset_min)"
        " WHERE kind = 'reviewed'"
    )
    op.execute("CREATE INDEX ix_events_rare ON events (kind) WHERE kind <> 'reviewed'")
    for place, name in enumerate(("id", "fingerprint", "deck")):
        op.execute(
            sa.text(
                f"CREATE INDEX ix_events_noted_{name}"
                f" ON events (json_extract(data, '$[{place}]')) WHERE {READINGS}"
            )
        )
