"""Which file is the index of which decks, read by which program."""

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from flashcards import __version__
from flashcards.domain.tongue import language

KEPT = 8
"""So many indexes are kept; those that were not used for the longest time go."""

_PACKAGE = Path(__file__).parents[1]
_READERS = ("domain", "store")
"""The parts of the program that an index is the work of."""


def index_file(cache: Path, roots: Iterable[Path]) -> Path:
    """Name the index of the decks below some folders.

    Another program, even one with a changed line, has another: it may read decks otherwise. So has
    another language, because problems are kept in words.
    """
    digest = blake2b(f"{__version__} {language()}".encode(), digest_size=8)
    for root in roots:
        digest.update(b"\0" + os.fsencode(os.path.realpath(root)))
    for folder in _READERS:
        _add_sources(digest, _PACKAGE / folder)
    return cache / f"index-{digest.hexdigest()}.sqlite"


def _add_sources(digest: "blake2b", folder: Path) -> None:
    """Take in how a folder's modules are; an installation without files has its version only."""
    with suppress(OSError):
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if entry.name.endswith(".py"):
                about = entry.stat()
                digest.update(f"{entry.name} {about.st_size} {about.st_mtime_ns}".encode())
            elif entry.is_dir() and entry.name != "__pycache__":
                _add_sources(digest, Path(entry.path))


def forget_others(path: Path) -> None:
    """Delete the indexes that were not used for long."""
    with suppress(OSError):
        found = sorted(path.parent.glob("index-*.sqlite"), key=lambda file: -file.stat().st_mtime)
        for file in [each for each in found if each != path][KEPT - 1 :]:
            remove_index(file)


def remove_index(path: Path) -> None:
    """Delete an index, with the files that SQLite has beside it."""
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()
