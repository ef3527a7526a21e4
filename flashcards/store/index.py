"""The index of the decks: what reading them came to, so that a start need not read them again.

Derived from decks and log, a file of its own in the cache folder: without it, or with one that is
damaged, locked or full, the same is done in memory, and only a start takes longer.
"""

import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from flashcards.domain.entry import Entry, Filed, Leaf
from flashcards.domain.errors import ChangedElsewhereError, IndexLostError
from flashcards.domain.ids import DeckId, NoteId
from flashcards.domain.signs import Signs, mark_of, signs_of
from flashcards.store import index_rows as rows
from flashcards.store.index_file import forget_others, remove_index
from flashcards.store.index_words import files_saying

LOCK_WAIT_S = 0.5
"""How long a write waits for another program's; the index is not worth more of a person's time."""

_IN_MEMORY = ":memory:"
_BEYOND_REPAIR = (sqlite3.DatabaseError, ValueError, TypeError, KeyError, IndexError)
_SURROUNDINGS = (
    "SQLITE_BUSY",
    "SQLITE_LOCKED",
    "SQLITE_FULL",
    "SQLITE_READONLY",
    "SQLITE_CANTOPEN",
    "SQLITE_PERM",
    "SQLITE_IOERR",
)
_TABLES = """
CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
    number INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, deck TEXT NOT NULL, stamp TEXT NOT NULL,
    version INTEGER NOT NULL, problems TEXT NOT NULL, shelves TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS notes (
    file INTEGER PRIMARY KEY, problems TEXT NOT NULL, entries TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS marks (
    mark INTEGER, file INTEGER, PRIMARY KEY (mark, file)
) WITHOUT ROWID;
"""
"""``marks`` may say more than there is: they only tell where to look."""


class Index:
    """One collection's index. Every call may raise IndexLostError; then it is empty, in memory."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._connection = _connected(path)

    def again(self) -> "Index | None":
        """Open the same file once more, for another thread; None where it is in memory.

        What that one finds damaged it leaves as it is, for this one to find.
        """
        if self._path is None:
            return None
        with suppress(sqlite3.Error):
            connection = _opened(self._path)
            other = Index(None)
            other.close()
            other._connection = connection
            return other
        return None

    def version(self) -> int:
        """Tell how often it was written; another number means that there is news."""
        with self._speaking() as connection:
            return int(_state(connection, "version") or 0)

    def heard(self) -> str:
        """Tell up to where in the log the names were taken; nothing where never."""
        with self._speaking() as connection:
            return str(_state(connection, "heard") or "")

    def paths(self) -> set[str]:
        """Tell which files it holds."""
        with self._speaking() as connection:
            return {os.fsdecode(path) for (path,) in connection.execute("SELECT path FROM files")}

    def filed(self, since: int = 0) -> list[Filed]:
        """Read what was written after a version: the files in few words."""
        query = "SELECT path, deck, stamp, shelves, problems FROM files WHERE version > ?"
        with self._speaking() as connection:
            return [_filed(*row) for row in connection.execute(query, (since,))]

    def leaves(self, files: Iterable[str] | None = None) -> list[Leaf]:
        """Read the notes of some files, or of all."""
        columns = "path, deck, stamp, notes.problems, entries"
        query = f"SELECT {columns} FROM files LEFT JOIN notes ON number = file"
        with self._speaking() as connection:
            if files is None:
                return [_leaf(*row) for row in connection.execute(query)]
            one = f"{query} WHERE path = ?"
            found = [connection.execute(one, (os.fsencode(file),)).fetchone() for file in files]
            return [_leaf(*row) for row in found if row]

    def entry(self, file: str, name: NoteId) -> Entry | None:
        """Read one note of a file."""
        query = "SELECT entries, deck FROM files JOIN notes ON number = file WHERE path = ?"
        with self._speaking() as connection:
            row = connection.execute(query, (os.fsencode(file),)).fetchone()
            return rows.entry_named(row[0], name, file, DeckId(json.loads(row[1]))) if row else None

    def leaves_with(self, signs: Signs, but: Collection[str] = ()) -> list[Leaf]:
        """Read the files that have notes with any of these signs, and maybe more; ``but`` those."""
        query = (
            "SELECT DISTINCT path FROM marks JOIN files ON number = file"
            " WHERE mark IN (SELECT value FROM json_each(?))"
        )
        marks = json.dumps([mark_of(sign) for sign in signs])
        with self._speaking() as connection:
            paths = connection.execute(query, (marks,)).fetchall()
        found = (os.fsdecode(path) for (path,) in paths)
        return self.leaves(file for file in found if file not in but)

    def files_saying(self, words: Collection[str]) -> set[str] | None:
        """Tell which files say all of some words, and maybe others; None where that is unknown."""
        with self._speaking() as connection:
            return files_saying(connection, words)

    def replace(
        self, written: Iterable[tuple[Leaf, Filed]], gone: Iterable[str], heard: str, after: int
    ) -> int:
        """Write files anew, and forget those that are gone; give the version that this makes.

        Raises ChangedElsewhereError where another program wrote since version ``after``.
        """
        with self._speaking() as connection:
            connection.execute("BEGIN IMMEDIATE")
            if int(_state(connection, "version") or 0) != after:
                connection.execute("ROLLBACK")
                raise ChangedElsewhereError
            version = after + 1
            for file in gone:
                _remove(connection, file)
            for leaf, filed in written:
                _write(connection, leaf, filed, version)
            keep = "INSERT OR REPLACE INTO state VALUES (?, ?)"
            connection.executemany(keep, [("version", version), ("heard", heard)])
            connection.execute("COMMIT")
            return version

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def _speaking(self) -> Iterator[sqlite3.Connection]:
        """Use the connection; what is damaged is thrown away, and what is left goes to memory."""
        try:
            yield self._connection
        except _BEYOND_REPAIR as error:
            self._lose(is_damaged=not _may_pass(error))
            raise IndexLostError from error

    def lose(self) -> None:
        """Throw it away, because it does not hold what it should. Raises IndexLostError."""
        self._lose(is_damaged=True)
        raise IndexLostError

    def _lose(self, *, is_damaged: bool) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()
        if self._path and is_damaged:
            remove_index(self._path)
        self._path = None
        self._connection = _connected(None)


def _connected(path: Path | None) -> sqlite3.Connection:
    """Open the file; one that is no index is made anew; where that cannot be, use memory."""
    if path is None:
        return _opened(_IN_MEMORY)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        forget_others(path)
    for _ in range(2):
        try:
            return _opened(path)
        except sqlite3.Error as error:
            if _may_pass(error):
                break
            remove_index(path)
    return _opened(_IN_MEMORY)


def _may_pass(error: Exception) -> bool:
    """Whether it is the surroundings' fault: there may be nothing wrong with the file."""
    name = getattr(error, "sqlite_errorname", "") or ""
    return name.startswith(_SURROUNDINGS)


def _opened(path: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=LOCK_WAIT_S, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_TABLES)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _state(connection: sqlite3.Connection, key: str) -> str | int | None:
    row = connection.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def _filed(path: bytes, deck: str, stamp: str, shelves: str, problems: str) -> Filed:
    file = os.fsdecode(path)
    name = DeckId(json.loads(deck))
    found = rows.shelves_of(shelves, file, name), rows.problems_of(problems, file)
    return Filed(file, stamp, *found)


def _leaf(path: bytes, deck: str, stamp: str, problems: str, entries: str) -> Leaf:
    file, name = os.fsdecode(path), DeckId(json.loads(deck))
    notes = tuple(rows.entries_of(entries, file, name))
    return Leaf(file, name, stamp, notes, rows.problems_of(problems, file))


def _remove(connection: sqlite3.Connection, file: str) -> None:
    """Forget a file. Its marks stay; they lead to nothing."""
    number = "SELECT number FROM files WHERE path = ?"
    connection.execute(f"DELETE FROM notes WHERE file = ({number})", (os.fsencode(file),))
    connection.execute("DELETE FROM files WHERE path = ?", (os.fsencode(file),))


def _write(connection: sqlite3.Connection, leaf: Leaf, filed: Filed, version: int) -> None:
    """Put a file's rows in place of those it has."""
    number = connection.execute(
        "INSERT INTO files (path, deck, stamp, version, problems, shelves)"
        " VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (path) DO UPDATE SET deck = excluded.deck, stamp = excluded.stamp,"
        " version = excluded.version, problems = excluded.problems, shelves = excluded.shelves"
        " RETURNING number",
        (
            os.fsencode(leaf.file),
            json.dumps(leaf.deck),
            leaf.stamp,
            version,
            rows.problems_text(filed.problems),
            rows.shelves_text(filed.shelves),
        ),
    ).fetchone()[0]
    notes = number, rows.problems_text(leaf.problems), rows.entries_text(leaf.entries)
    connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?, ?)", notes)
    marks = [(mark_of(sign), number) for sign in signs_of(leaf)]
    connection.executemany("INSERT OR IGNORE INTO marks VALUES (?, ?)", marks)
