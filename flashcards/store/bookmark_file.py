"""Keeps where a review was: one small file, whole or not at all, and never waited for."""

from contextlib import suppress
from pathlib import Path


class BookmarkFile:
    """A file that may be missing, old or garbled; what cannot be written is not missed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> str:
        """Give the text; empty where there is none."""
        with suppress(OSError, UnicodeDecodeError):
            return self._path.read_text("utf-8")
        return ""

    def write(self, text: str) -> None:
        """Put the text in place, without waiting for the disk."""
        beside = self._path.with_name(f"{self._path.name}.new")
        with suppress(OSError):
            beside.write_text(text, "utf-8")
            beside.replace(self._path)

    def remove(self) -> None:
        """Forget the text."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
