"""Keeps the log's account between starts, where reading the log again would take long."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from flashcards.store.atomic import write_atomically
from flashcards.store.faults import FileFaultError


@dataclass(frozen=True, slots=True)
class AccountFile:
    """One file in the cache folder; it may be deleted at any time."""

    path: Path

    def read(self) -> bytes | None:
        """Give what was kept."""
        try:
            return self.path.read_bytes()
        except OSError:
            return None

    def write(self, content: bytes) -> None:
        """Keep it; where that cannot be done, the next start is only slower."""
        with suppress(FileFaultError):
            write_atomically(self.path, content)
