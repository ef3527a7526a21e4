"""What a front end works with: everything opened and wired, and the options it was opened by."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flashcards.domain.log.events import Event
    from flashcards.services.bookmark import Bookmark
    from flashcards.services.glance import Glance
    from flashcards.services.insight import Kept
    from flashcards.services.library import Library
    from flashcards.services.ports import DeckEditor, Index, Log, Places
    from flashcards.services.preferences import Preferences
    from flashcards.services.replacing import Seeker
    from flashcards.services.safety import Safety
    from flashcards.services.settling import Home, HomePort
    from flashcards.services.together import Kept as KeptText
    from flashcards.services.together import Together
    from flashcards.services.writing import Paper


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says for all commands; empty where it says nothing."""

    decks: tuple[Path, ...] = ()
    data: str | None = None
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """The opened data folder. ``cache`` may be deleted.

    ``deck_marks`` looks at one deck file after another that there is now, and tells how to see
    that it has changed.
    ``second_log`` opens the log once more, for another thread, ``second_index`` the index (none is
    given where that is in memory); ``kept`` has what reading the log came to.
    ``paper`` is what decks are written on, ``decks`` has their folders, and the images beside them;
    ``seeker`` looks for expressions in their texts; ``together`` writes several decks, or none;
    ``replaced`` keeps what was replaced last in them.
    """

    library: "Library"
    preferences: "Preferences"
    deck_marks: Callable[[], Iterator[tuple[str, tuple[int, ...]]]]
    cache: Path
    close: Callable[[], None]
    second_log: "Callable[[], AbstractContextManager[Log]]"
    second_index: "Callable[[], AbstractContextManager[Index | None]]"
    kept: "Kept"
    safety: "Safety"
    home: "Home"
    paper: "Paper"
    decks: "DeckEditor"
    places: "Places"
    seeker: "Seeker"
    together: "Together"
    replaced: "KeptText"


OpenDesk = Callable[[Options], Desk]
OpenWindow = Callable[[Options], int]


@dataclass(frozen=True, slots=True)
class Opening:
    """What the window starts with, before anything is loaded."""

    open_desk: Callable[[], Desk]
    preferences: "Preferences"
    glance: "Glance"
    window_file: Path
    themes: Path
    lock: Path
    bookmark: "Bookmark"
    safety: "Safety"
    asked: tuple[Path, ...] = ()
    """The decks that were named, for a window that is open already."""


@dataclass(frozen=True, slots=True)
class Doors:
    """The ways from the command line to the core; ``app`` builds them.

    ``decks_in`` reads folders and files (none: the shipped ones) without any data folder;
    ``readings`` are what a log tells of notes, if there is one; ``roots`` the folders in force.
    """

    open_desk: OpenDesk
    open_window: OpenWindow
    decks_in: "Callable[[Sequence[Path]], DeckEditor]"
    write_file: Callable[[Path, bytes], None]
    readings: "Callable[[Options], list[Event]]"
    safety: "Callable[[Options], Safety]"
    places: "Places"
    roots: Callable[[Options], tuple[Path, ...]]
    home: "HomePort"
    together: "Callable[[Options], Together]"
    preferences: "Callable[[Options], Preferences]"
