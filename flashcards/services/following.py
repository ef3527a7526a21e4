"""Limits, weights and saved searches follow a deck that was renamed or moved."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.following import Renaming
from flashcards.domain.tongue import tr
from flashcards.services.limiting import subjects
from flashcards.services.shelving import ENDING

if TYPE_CHECKING:
    from flashcards.domain.settings import Settings
    from flashcards.services.library import Library
    from flashcards.services.preferences import Preferences


def name_decks(settings: "Settings") -> bool:
    """Whether any choice may name a deck by its path."""
    return bool(settings.limits or settings.weights or settings.searches)


def follow(
    library: "Library",
    preferences: "Preferences",
    roots: Sequence[Path],
    was: Path,
    now: Path,
) -> str:
    """Let the settings name a deck or a folder as it is called now, and say so if they did.

    The library has read the decks since. Raises a FlashcardsError where that cannot be kept.
    """
    settings, whole = preferences.settings, [root.absolute() for root in roots]
    old, new = _called(was, whole), _called(now, whole)
    if not (old and new and name_decks(settings)):
        return ""
    moved = Renaming(old, new, frozenset(subjects(library.catalogue)))
    named = {
        "limits": moved.limits(settings.limits),
        "weights": moved.weights(settings.weights),
        "searches": moved.searches(settings.searches),
    }
    choices = {name: table for name, table in named.items() if table != getattr(settings, name)}
    if not choices:
        return ""
    preferences.change(**choices)
    library.use(preferences.settings)
    return tr("Limits, weights and saved searches that named it do so still.")


def _called(path: Path, roots: Sequence[Path]) -> str:
    """Give what a deck's or a folder's path is called; nothing where it is in no deck folder."""
    below = [path.absolute().relative_to(root) for root in roots if _is_in(path, root)]
    return below[0].as_posix().removesuffix(ENDING) if below else ""


def _is_in(path: Path, root: Path) -> bool:
    return path.absolute() != root and path.absolute().is_relative_to(root)
