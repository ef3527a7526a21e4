"""Keeps a text that is worth something only while the data it was made from stays as it is."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from flashcards import __version__
from flashcards.store.atomic import write_atomically
from flashcards.store.deck_paths import deck_paths
from flashcards.store.faults import FileFaultError


class GlanceFile:
    """One file in the cache folder; its first line names the state that it is true of."""

    def __init__(self, path: Path, sources: Iterable[Path], roots: Iterable[Path]) -> None:
        self._path = path
        self._sources, self._roots = tuple(sources), tuple(roots)

    def read(self) -> str | None:
        """Give the text; None where there is none, or something changed since."""
        try:
            state, _, text = self._path.read_text("utf-8").partition("\n")
        except (OSError, UnicodeDecodeError):
            return None
        return text if state == self._state() else None

    def write(self, text: str) -> None:
        """Keep the text; where that cannot be done, the next start is only slower."""
        with suppress(FileFaultError):
            write_atomically(self._path, f"{self._state()}\n{text}".encode())

    def _state(self) -> str:
        """Name the state of all sources: which files there are, their sizes and dates."""
        digest = blake2b(__version__.encode(), digest_size=16)
        for path in self._files():
            try:
                found = path.stat()
            except OSError:
                continue
            digest.update(os.fsencode(path))
            digest.update(f"\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
        return digest.hexdigest()

    def _files(self) -> Iterator[Path]:
        yield from self._sources
        for root in self._roots:
            yield from deck_paths(root, [])
