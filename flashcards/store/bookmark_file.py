"""Keeps where a review was, in one small file that is written over and never waited for."""

import os
from contextlib import suppress
from pathlib import Path

_BLOCK = 1024
"""Texts are filled up to this, so that one hides another: to cut a file costs milliseconds."""


class BookmarkFile:
    """A file that may be missing, old or garbled; what cannot be written is not missed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> str:
        """Give the text; empty where there is none."""
        with suppress(OSError, UnicodeDecodeError):
            return self._path.read_text("utf-8").rstrip()
        return ""

    def write(self, text: str) -> None:
        """Put the text in the old one's place, at once and without waiting for the disk."""
        content = text.encode()
        filled = content.ljust(-(-len(content) // _BLOCK) * _BLOCK)
        with suppress(OSError):
            file = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.write(file, filled)
                if os.fstat(file).st_size > len(filled):
                    os.truncate(file, len(filled))
            finally:
                os.close(file)

    def remove(self) -> None:
        """Forget the text."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
