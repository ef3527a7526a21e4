"""Find the decks in their folders and read them, whatever the files hold."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from flashcards.domain.deck.header import YamlFault
from flashcards.domain.deck.parse import Deck, parse
from flashcards.domain.entry import DeckFile, Listing
from flashcards.domain.ids import DeckId
from flashcards.domain.imports.encoding import is_utf16
from flashcards.domain.problems import (
    NOT_TEXT,
    NOT_UTF8,
    TOO_LARGE,
    UNREADABLE,
    UTF16,
    Place,
    Problem,
)
from flashcards.domain.tongue import tr
from flashcards.store.deck_paths import deck_paths
from flashcards.store.deck_writer import DeckDraft, read_written
from flashcards.store.faults import reason_of

LARGEST_MB = 64

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class DecksRead:
    """What the folders hold: decks in the order of their paths, and problems with files."""

    decks: tuple[Deck, ...]
    problems: tuple[Problem, ...]


FileRead = tuple[Deck | None, list[Problem]]
"""What a file says: its deck, where it could be read at all, and what is wrong with the file."""

Marks = Iterator[tuple[str, tuple[int, ...]]]
"""Each file's path and its marks, one file looked at after another."""


class DeckFiles:
    """The folders (or single files) a person's decks are in."""

    def __init__(self, roots: Iterable[Path]) -> None:
        self.roots = tuple(roots)

    def use(self, roots: Iterable[Path]) -> None:
        """Read other folders from now on."""
        self.roots = tuple(roots)

    def listing(self) -> Listing:
        """List the files that there are now; none is opened."""
        files: list[DeckFile] = []
        problems: list[Problem] = []
        seen: set[str] = set()
        for root in self.roots:
            real_root = os.path.realpath(root)
            for found in deck_paths(root, problems):
                below = found.path[len(str(root)) :]
                real = os.path.realpath(found.path) if found.is_link else real_root + below
                if real not in seen:
                    seen.add(real)
                    stamp = " ".join(map(str, found.marks))
                    saved_ms = found.marks[0] // 1_000_000 if found.marks else 0
                    files.append(DeckFile(found.path, _deck_id(found.path, root), stamp, saved_ms))
        return Listing(tuple(files), tuple(problems))

    def read_file(self, file: DeckFile) -> FileRead:
        """Read one file, whatever it holds."""
        return read_deck(Path(file.path), file.deck)

    def read(self) -> DecksRead:
        """Read every deck; a file that cannot be read is a problem, and costs no other."""
        listing = self.listing()
        read = [self.read_file(file) for file in listing.files]
        problems = [*listing.problems, *(problem for _, found in read for problem in found)]
        return DecksRead(tuple(deck for deck, _ in read if deck), tuple(problems))

    def marks(self) -> Marks:
        """Take the marks of all files, to see later whether one has changed."""
        paths = (found for root in self.roots for found in deck_paths(root, []))
        return ((found.path, found.marks) for found in paths if found.marks)

    def has_image(self, file: str, name: str) -> bool:
        """Whether an image of that relative path is in the folder of a deck's file."""
        folder = Path(file).parent
        try:
            path = (folder / name).resolve()
            return path.is_relative_to(folder.resolve()) and path.is_file()
        except (OSError, ValueError):
            return False

    def open(self, file: str) -> DeckDraft:
        """Read one deck to change it. Raises FileFaultError."""
        written = read_written(Path(file))
        return DeckDraft(written, self.parsed(file, written.text))

    def parsed(self, file: str, text: str) -> Deck:
        """Read what a file would say with another text."""
        return parse(text, DeckId(file), file, read_yaml)


def read_deck(path: Path, deck: DeckId) -> FileRead:
    """Read one file; None where it cannot be read at all."""
    try:
        about = path.stat()
        size = about.st_size
        if not stat.S_ISREG(about.st_mode):
            return None, [UNREADABLE.at(Place(str(path)), reason=tr("it is not a regular file"))]
        if size > LARGEST_MB * 1_000_000:
            megabytes = size // 1_000_000
            return None, [TOO_LARGE.at(Place(str(path)), megabytes=megabytes, limit=LARGEST_MB)]
        content = path.read_bytes()
    except OSError as error:
        return None, [UNREADABLE.at(Place(str(path)), reason=reason_of(error))]
    if is_utf16(content):
        return None, [UTF16.at(Place(str(path)))]
    if b"\0" in content:
        place = _place_in(path, content, content.index(b"\0"))
        return None, [NOT_TEXT.at(place)]
    return _decoded(path, deck, content)


def _decoded(path: Path, deck: DeckId, content: bytes) -> tuple[Deck, list[Problem]]:
    """Parse the text; notes with bytes that are not UTF-8 are left out, with a problem each."""
    try:
        return parse(content.decode(), deck, str(path), read_yaml), []
    except UnicodeDecodeError as error:
        first = _place_in(path, content, error.start)
    text = content.decode(errors="surrogateescape")
    read = parse(text, deck, str(path), read_yaml)
    kept = [note for note in read.notes if _is_clean(note.prompt + note.body)]
    bad = [note for note in read.notes if not _is_clean(note.prompt + note.body)]
    places = [Place(str(path), note.span.line) for note in bad] or [first]
    places[0] = first
    header = read.header if _is_clean(repr(read.header)) else type(read.header)()
    problems = [problem for problem in read.problems if _is_clean(problem.message + problem.hint)]
    return (
        Deck(read.id, read.file, header, tuple(kept), tuple(problems)),
        [NOT_UTF8.at(place) for place in places],
    )


def _is_clean(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _place_in(path: Path, content: bytes, offset: int) -> Place:
    line = content.count(b"\n", 0, offset) + 1
    return Place(str(path), line, offset - content.rfind(b"\n", 0, offset))


def _deck_id(path: str, root: Path) -> DeckId:
    below = path[len(str(root)) :].lstrip(os.sep) if path != str(root) else root.name
    return DeckId(os.path.splitext(below)[0].replace(os.sep, "/"))  # noqa: PTH122  # a thousand at each start


def read_yaml(text: str) -> object:
    """Read front matter with YAML's safe loader; scalars, lists and mappings only."""
    try:
        return yaml.load(text, _LOADER)  # a safe loader, in C where there is one
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or tr("it is not YAML")
        return YamlFault(str(reason), mark.line if mark else 0)
    except (ValueError, RecursionError) as error:
        return YamlFault(tr("it is not YAML ({name})", name=type(error).__name__))
