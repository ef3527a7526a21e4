"""Keeps a text that is worth something only while the data it was made from stays as it is."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from flashcards import __version__
from flashcards.domain.tongue import language
from flashcards.store.atomic import write_atomically
from flashcards.store.deck_paths import deck_paths
from flashcards.store.faults import FileFaultError


class GlanceFile:
    """One file in the cache folder; its first line names the state that it is true of."""

    def __init__(self, path: Path, sources: Iterable[Path], roots: Iterable[Path]) -> None:
        self._path = path
        self._sources, self._roots = tuple(sources), tuple(roots)
        self._decks_read = ""

    def read(self) -> str | None:
        """Give the text; None where there is none, or something changed since."""
        try:
            state, _, text = self._path.read_text("utf-8").partition("\n")
        except (OSError, UnicodeDecodeError):
            return None
        now = f"{self._state_of_data()} {self._state_of_decks()}"
        return text if state == now else None

    def mark(self) -> None:
        """Remember how the decks are, before they are read: the text will be true of that."""
        self._decks_read = self._state_of_decks()

    def write(self, text: str) -> None:
        """Keep the text; where that cannot be done, the next start is only slower."""
        with suppress(FileFaultError):
            state = f"{self._state_of_data()} {self._decks_read}"
            write_atomically(self._path, f"{state}\n{text}".encode())

    def _state_of_data(self) -> str:
        return _state((str(path), _marks(path)) for path in self._sources)

    def _state_of_decks(self) -> str:
        found = (each for root in self._roots for each in deck_paths(root, []))
        return _state((each.path, each.marks) for each in found if each.marks)


def _marks(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return (found.st_size, found.st_mtime_ns)


def _state(files: Iterable[tuple[str, tuple[int, ...]]]) -> str:
    """Name the state of some files, for a language: which there are, their sizes and dates.

    In one line, written out: a digest would be shorter, but a first frame would import it.
    """
    return f"{__version__} {language()} {[(path, *marks) for path, marks in files]!r}"
