"""What a start asks of a log is found by its indexes, however long the log is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from flashcards.store import event_log
from tests.store.conftest import Open

ASKED = {
    "readings": event_log.READINGS,
    "decisions": event_log._DECISIONS,
    "histories": event_log._HISTORIES,
    "the next answer": event_log._NEXT_ANSWER.replace("?", "0"),
    "answers of a day": event_log._COUNT_ANSWERS.replace("?", "0"),
    "whether a note is known": event_log._IS_NOTED.replace("?", "''"),
    "the latest moment": "SELECT max(utc_ms) FROM events",
}


@pytest.mark.parametrize("asked", ASKED)
def test_no_row_is_looked_at_that_was_not_asked_for(opened: Open, path: Path, asked: str) -> None:
    opened()
    parameters = dict.fromkeys(("names", "ids", "prints", "decks"), "[]")
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute(f"EXPLAIN QUERY PLAN {ASKED[asked]}", parameters).fetchall()
    plan = [row[3] for row in rows if " events" in row[3]]
    assert plan
    assert [step for step in plan if not step.startswith("SEARCH events USING")] == []
