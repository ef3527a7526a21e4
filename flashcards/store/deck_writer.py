"""Change a deck file: only what the person asked for, and only if it is still what was read."""

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from flashcards.domain.deck.parse import Deck
from flashcards.store.atomic import write_atomically
from flashcards.store.faults import DeckChangedError, FileFaultError

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was read: its text, its byte-order mark apart, and how to know it again."""

    path: Path
    text: str
    mark: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class DeckDraft:
    """A deck that is being changed."""

    written: Written
    deck: Deck

    @property
    def text(self) -> str:
        """The deck's text, as its notes' spans count it."""
        return self.written.text

    def save(self, text: str) -> None:
        """Put a new text in place, whole or not at all.

        Raises DeckChangedError where another program has changed the file since it was read, and
        FileFaultError where it cannot be written; it is as it was then.
        """
        path = self.written.path
        if _digest(_content(path)) != self.written.digest:
            raise DeckChangedError(path)
        write_atomically(path, f"{self.written.mark}{text}".encode())


def read_written(path: Path) -> Written:
    """Read a file to change it. Raises FileFaultError, also where it is not UTF-8."""
    content = _content(path)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileFaultError(path, "changed", "it is not UTF-8 text") from error
    bare = text.removeprefix(_BOM)
    return Written(path, bare, text[: len(text) - len(bare)], _digest(content))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileFaultError(path, "read", (error.strerror or str(error)).lower()) from error


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()
