"""A note beside the database of the last entry that was saved, so that no loss is silent.

SQLite cannot tell a log whose newest entries were cut off (its ``-wal`` deleted or cut short, an
older file put in its place) from one that never had them. The note is written after each
transaction, never before; it is not flushed, so it costs microseconds, and at worst it is late.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_DIGITS = 20


class Saved(NamedTuple):
    """The last entry of a device that was saved."""

    device: str
    sequence: int


class Witness:
    """The file ``<database>-last``: a device, and its last number."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(f"{database.name}-last")
        self._number: int | None = None

    def note(self, device: str, sequence: int) -> None:
        """Write over what was noted before. Where that cannot be done, nothing is noted."""
        with suppress(OSError):
            if self._number is None:
                self._number = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o644)
            os.lseek(self._number, 0, os.SEEK_SET)
            os.write(self._number, f"{sequence:0{_DIGITS}} {device}\n".encode())

    def read(self) -> Saved | None:
        """Give what was noted, if anything was."""
        try:
            line, _, _ = self._path.read_text("ascii").partition("\n")
        except (OSError, UnicodeDecodeError):
            return None
        sequence, _, device = line.partition(" ")
        return Saved(device, int(sequence)) if sequence.isdigit() and device else None

    def forget(self) -> None:
        """Take the note away: another log begins."""
        self.close()
        with suppress(OSError):
            self._path.unlink()

    def close(self) -> None:
        """Let go of the file."""
        if self._number is not None:
            os.close(self._number)
            self._number = None
