"""The texts of decks as files: read to be written, begun anew, and the images beside them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from flashcards.store.atomic import write_atomically
from flashcards.store.deck_writer import Written, not_yet_written, read_written
from flashcards.store.faults import telling

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
DEEPEST = 3
"""So many folders below a deck's own, images are looked for."""


class DeckTexts:
    """The files of the decks that a person writes."""

    def read(self, file: Path) -> Written:
        """Read a deck to write it; one that is not there is begun. Raises FileFaultError."""
        return read_written(file) if os.path.lexists(file) else not_yet_written(file)

    def add_image(self, file: Path, content: bytes, ending: str = ".png") -> str:
        """Put an image beside a deck under a free name, and give that. Raises FileFaultError."""
        name = next(name for name in _names(file.stem, ending) if not (file.parent / name).exists())
        write_atomically(file.parent / name, content, shared=True)
        return name

    def take_image(self, file: Path, image: Path) -> str:
        """Copy an image file beside a deck, unless it is there, and give its relative name.

        Where no deck could name the file as it is called, the copy is called otherwise.
        """
        folder = file.parent.resolve()
        if image.resolve().is_relative_to(folder):
            name = image.resolve().relative_to(folder).as_posix()
            if _can_be_named(name):
                return name
        with telling(image, "read"):
            content = image.read_bytes()
        named = file.parent / "".join(map(_letter, image.name))
        with telling(named, "read"):
            is_there = named.is_file() and named.read_bytes() == content
        if is_there:
            return named.name
        if named.exists():
            return self.add_image(named, content, image.suffix)
        write_atomically(named, content, shared=True)
        return named.name

    def images(self, file: Path) -> list[str]:
        """List the images in a deck's folder that it can name, relative to it."""
        return sorted(filter(_can_be_named, _below(str(file.parent), "", DEEPEST)))


def _can_be_named(path: str) -> bool:
    """Whether a deck can show what is called so (see render/sanitize)."""
    return all(map(_is_plain, path))


def _is_plain(letter: str) -> bool:
    return letter.isprintable() and letter not in "\\:?#"


def _letter(letter: str) -> str:
    """Keep what can be named: a Mac's screenshots have a narrow blank that cannot."""
    return letter if _is_plain(letter) else " " if letter.isspace() else "-"


def _names(stem: str, ending: str) -> Iterator[str]:
    clean = "-".join("".join(map(_letter, stem)).split())
    return (f"{clean}-{number}{ending}" for number in range(1, 1_000_000))


def _below(folder: str, before: str, depth: int) -> Iterable[str]:
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:
        return
    for entry in found:
        if entry.name.lower().endswith(PICTURES):
            yield before + entry.name
        elif depth and entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{before}{entry.name}/", depth - 1)
