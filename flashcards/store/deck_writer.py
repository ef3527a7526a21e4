"""Change a deck file: only what the person asked for, and only if it is still what was read."""

from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from flashcards.domain.deck.parse import Deck
from flashcards.domain.imports.encoding import is_utf16
from flashcards.domain.tongue import tr
from flashcards.store.atomic import write_atomically
from flashcards.store.faults import DeckChangedError, FileFaultError, telling

_BOM = "\ufeff"
_NOT_THERE = b""


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was read: its text, its byte-order mark apart, and how to know it again."""

    path: Path
    text: str
    mark: str
    digest: bytes

    def save(self, text: str) -> "Written":
        """Put a new text in place, whole or not at all, and give the file as it is now.

        Raises DeckChangedError where another program has changed the file since it was read, and
        FileFaultError where it cannot be written; it is as it was then.
        """
        content = f"{self.mark}{text}".encode()
        self._check()  # before a disk that is full can be told of, which is the lesser news
        write_atomically(self.path, content, self._check, shared=True)
        return replace(self, text=text, digest=_digest(content))

    def _check(self) -> None:
        if _digest_of(self.path) != self.digest:
            raise DeckChangedError(self.path)


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
        """Put a new text in place, as ``Written.save`` does."""
        self.written.save(text)


def read_written(path: Path) -> Written:
    """Read a file to change it. Raises FileFaultError, also where it is not text in UTF-8."""
    content = _content(path)
    if is_utf16(content):
        raise FileFaultError(path, "changed", tr("it is UTF-16, and decks are UTF-8"))
    if b"\0" in content:
        raise FileFaultError(path, "changed", tr("it is not text: it holds a NUL byte"))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileFaultError(path, "changed", tr("it is not UTF-8 text")) from error
    bare = text.lstrip(_BOM)
    return Written(path, bare, text[: len(text) - len(bare)], _digest(content))


def not_yet_written(path: Path) -> Written:
    """Begin a file that is not there; saving it checks that this is still so."""
    return Written(path, "", "", _NOT_THERE)


def _content(path: Path) -> bytes:
    """Read a regular file; to wait for what comes out of a pipe would stop the window."""
    with telling(path, "read"):
        if path.exists() and not path.is_file():
            raise FileFaultError(path, "read", tr("it is not a regular file"))
        return path.read_bytes()


def _digest_of(path: Path) -> bytes:
    """Know a file by its content; one that is not there has a mark of its own."""
    with telling(path, "read"):
        return _digest(_content(path)) if path.exists() else _NOT_THERE


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()
