"""Find the deck files below a folder; no file is opened."""

import os
from collections.abc import Iterator
from pathlib import Path

from flashcards.domain.problems import UNREADABLE, Place, Problem

ENDING = ".md"
NOT_DECKS = ("readme.md",)
"""A folder's own description, by custom."""


def deck_paths(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Walk a folder in the order of its paths; hidden folders and READMEs are passed over."""
    if os.path.isfile(root):  # noqa: PTH113  # Path's raises where it may not look
        yield root
        return

    def report(error: OSError) -> None:
        reason = (error.strerror or str(error)).lower()
        problems.append(UNREADABLE.at(Place(str(error.filename or root)), reason=reason))

    found: list[Path] = []
    for folder, folders, files in os.walk(root, onerror=report):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in files if _is_deck(name)]
    yield from sorted(found)


def _is_deck(name: str) -> bool:
    lowered = name.lower()
    return lowered.endswith(ENDING) and lowered not in NOT_DECKS and not name.startswith(".")
