"""Keeps texts that were written and not saved yet, one file a deck, in the data folder."""

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from flashcards.store.atomic import write_atomically
from flashcards.store.faults import FileFaultError, NotKeptError


class UnsavedFiles:
    """Files may be missing or garbled; what cannot be read is not offered."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, deck: str) -> str:
        """Give what was kept for a deck; empty where nothing was."""
        return _text(self._file(deck))

    def write(self, deck: str, text: str) -> None:
        """Keep a text, whole or not at all. Raises NotKeptError."""
        try:
            write_atomically(self._file(deck), text.encode())
        except FileFaultError as error:
            raise NotKeptError(error.reason) from error

    def remove(self, deck: str) -> None:
        """Forget what was kept for a deck."""
        with suppress(OSError):
            self._file(deck).unlink(missing_ok=True)

    def all(self) -> list[str]:
        """Give everything that was kept."""
        return [text for file in sorted(self._folder.glob("*.json")) if (text := _text(file))]

    def _file(self, deck: str) -> Path:
        return self._folder / f"{blake2b(deck.encode(), digest_size=12).hexdigest()}.json"


def _text(file: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return file.read_text("utf-8")
    return ""
