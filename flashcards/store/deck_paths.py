"""Find the deck files below a folder; no file is opened."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flashcards.domain.problems import UNREADABLE, Place, Problem
from flashcards.store.atomic import clear_away
from flashcards.store.faults import reason_of

ENDING = ".md"
NOT_DECKS = ("readme.md",)
"""A folder's own description, by custom."""


@dataclass(frozen=True, slots=True)
class Found:
    """A deck file, and what the system tells about it; nothing where it may not be looked at."""

    path: str
    about: os.stat_result | None
    is_link: bool = False

    @property
    def marks(self) -> tuple[int, ...]:
        """Dates, size and number: while they are the same, so is what the file says."""
        about = self.about
        if about is None:
            return ()
        return (about.st_mtime_ns, about.st_size, about.st_ino, about.st_ctime_ns)


def deck_paths(root: Path, problems: list[Problem]) -> Iterator[Found]:
    """Walk a folder in the order of its paths; hidden folders and READMEs are passed over.

    What a save that was cut off has left in the folder is cleared away.
    """
    if os.path.isfile(root):  # noqa: PTH113  # Path's raises where it may not look
        yield Found(str(root), _stat(root), os.path.islink(root))  # noqa: PTH114  # as above
    else:
        yield from _below(str(root), problems)


def _below(root: str, problems: list[Problem]) -> Iterator[Found]:
    """Walk without recursion, however deep the folders are."""
    open_folders = [iter(_entries(root, problems))]
    while open_folders:
        entry = next(open_folders[-1], None)
        if entry is None:
            open_folders.pop()
        elif entry.name.startswith("."):
            clear_away(entry)
        elif _is_folder(entry):
            if not entry.is_symlink():
                open_folders.append(iter(_entries(entry.path, problems)))
        elif _is_deck(entry.name):
            yield Found(entry.path, _stat(entry), entry.is_symlink())


def _entries(folder: str, problems: list[Problem]) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        where = Place(str(error.filename or folder))
        problems.append(UNREADABLE.at(where, reason=reason_of(error)))
        return []


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _stat(entry: "os.DirEntry[str] | Path") -> os.stat_result | None:
    try:
        return entry.stat()
    except OSError:
        return None


def _is_deck(name: str) -> bool:
    lowered = name.lower()
    return lowered.endswith(ENDING) and lowered not in NOT_DECKS and not name.startswith(".")
