"""Full-text search: which files say a word, by SQLite's FTS5 and all that stand three in a row.

The text of a file is taken in when somebody searches, not when it is read: a start need not wait.
"""

import json
import os
import sqlite3
from collections.abc import Collection
from contextlib import suppress

_SHORTEST = 3
_TABLES = """
CREATE TABLE IF NOT EXISTS texts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    file INTEGER NOT NULL UNIQUE, version INTEGER NOT NULL
);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    text, content = '', detail = 'none', tokenize = 'trigram case_sensitive 1'
);
"""
"""``words`` may hold more than ``texts``: nothing is deleted from it, only forgotten."""

_MISSING = """
SELECT files.number, files.version FROM files
LEFT JOIN texts ON texts.file = files.number AND texts.version = files.version
WHERE texts.number IS NULL
"""
_ENTRIES = "SELECT entries FROM notes WHERE file = ?"
_KEEP = "INSERT OR REPLACE INTO texts (file, version) VALUES (?, ?)"
_TAKE_IN = "INSERT INTO words (rowid, text) VALUES (?, ?)"
_SAYING = """
SELECT path FROM words JOIN texts ON words.rowid = texts.number
JOIN files ON files.number = texts.file WHERE words MATCH ?
"""


def files_saying(connection: sqlite3.Connection, words: Collection[str]) -> set[str] | None:
    """Tell which files say all of some words (in small letters), and maybe others.

    None where that cannot be told: the words are too short, or the text cannot be taken in now.
    """
    threes = {word[at : at + 3] for word in words for at in range(len(word) - _SHORTEST + 1)}
    if not threes:
        return None
    try:
        _take_in(connection)
        wanted = " AND ".join('"' + three.replace('"', '""') + '"' for three in sorted(threes))
        return {os.fsdecode(path) for (path,) in connection.execute(_SAYING, (wanted,))}
    except sqlite3.OperationalError:
        with suppress(sqlite3.OperationalError):
            connection.execute("ROLLBACK")
        return None


def _take_in(connection: sqlite3.Connection) -> None:
    """Take in the text of files that have changed since somebody searched."""
    connection.executescript(_TABLES)
    if connection.execute(f"{_MISSING} LIMIT 1").fetchone() is None:
        return
    connection.execute("BEGIN IMMEDIATE")
    for file, version in connection.execute(_MISSING).fetchall():
        (entries,) = connection.execute(_ENTRIES, (file,)).fetchone()
        number = connection.execute(_KEEP, (file, version)).lastrowid
        connection.execute(_TAKE_IN, (number, _text(entries)))
    connection.execute("COMMIT")


def _text(entries: str) -> str:
    """Join all that a search looks at."""
    parts: list[str] = []
    for name, _, _, asked, _, note in json.loads(entries):
        parts += [name, *(f"{name}/{key}\n{prompt}" for key, prompt in asked), *map(str, note)]
    return "\n".join(parts).casefold()
