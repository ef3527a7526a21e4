"""One text that is kept for good until it is removed, in a file of the data folder."""

from contextlib import suppress
from pathlib import Path

from flashcards.store.atomic import flush_folder, write_atomically


class KeptFile:
    """A file that may be missing; what cannot be read was not kept."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> str:
        """Give the text; empty where there is none."""
        with suppress(OSError, UnicodeDecodeError):
            return self._path.read_text("utf-8")
        return ""

    def write(self, text: str) -> None:
        """Keep a text, whole or not at all. Raises FileFaultError."""
        write_atomically(self._path, text.encode())

    def remove(self) -> None:
        """Forget the text for good, where there is one."""
        with suppress(OSError):
            self._path.unlink()
            flush_folder(self._path.parent)
