"""The append-only event log, and a table for the few facts about the database itself."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables, and the triggers that keep the log append-only."""
    op.create_table(
        "events",
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("utc_ms", sa.Integer, nullable=False),
        sa.Column("offset_min", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("grade", sa.Integer),
        sa.Column("duration_ms", sa.Integer),
        sa.Column("data", sa.Text),
        sa.UniqueConstraint("device", "sequence"),
    )
    op.create_index("ix_events_subject", "events", ["subject"])
    op.create_table(
        "meta",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER events_refuse_{verb.lower()} BEFORE {verb} ON events "
            "BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END"
        )
    op.execute(
        "CREATE TRIGGER events_refuse_replace BEFORE INSERT ON events "
        "WHEN EXISTS (SELECT 1 FROM events WHERE position = NEW.position"
        " OR (device = NEW.device AND sequence = NEW.sequence)) "
        "BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END"
    )
