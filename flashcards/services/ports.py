"""What the services ask of the outside: implemented in store, and by fakes in the tests."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Protocol

from flashcards.domain.clock import Day, Moment
from flashcards.domain.deck.parse import Deck
from flashcards.domain.entry import DeckFile, Entry, Filed, Leaf, Listing
from flashcards.domain.ids import CardId, NoteId
from flashcards.domain.log.events import Event, Fact
from flashcards.domain.problems import Problem
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.settings import Settings
from flashcards.domain.signs import Signs


class DeckSource(Protocol):
    """Where decks come from, file by file. Nothing here raises on what a file holds."""

    def listing(self) -> Listing:
        """List the files that there are now; none is opened."""
        ...

    def read_file(self, file: DeckFile) -> tuple[Deck | None, Sequence[Problem]]:
        """Read one file: its deck, where it could be read at all, and what is wrong with it."""
        ...


class Index(Protocol):
    """What reading the decks came to; see store/index.py. Any call may raise IndexLostError."""

    def version(self) -> int:
        """Tell how often it was written; another number means that there is news."""
        ...

    def heard(self) -> str:
        """Tell up to where in the log the names were taken; nothing where never."""
        ...

    def paths(self) -> AbstractSet[str]:
        """Tell which files it holds."""
        ...

    def filed(self, since: int = 0) -> Sequence[Filed]:
        """Read what was written after a version: the files in few words."""
        ...

    def leaves(self, files: Iterable[str] | None = None) -> Sequence[Leaf]:
        """Read the notes of some files, or of all."""
        ...

    def entry(self, file: str, name: NoteId) -> Entry | None:
        """Read one note of a file."""
        ...

    def leaves_with(self, signs: Signs, but: Collection[str] = ()) -> Sequence[Leaf]:
        """Read the files that have notes with any of these signs, and maybe more; ``but`` those."""
        ...

    def files_saying(self, words: Collection[str]) -> AbstractSet[str] | None:
        """Tell which files say all of some words, and maybe others; None where that is unknown."""
        ...

    def replace(
        self, written: Iterable[tuple[Leaf, Filed]], gone: Iterable[str], heard: str, after: int
    ) -> int:
        """Write files anew, and forget those that are gone; give the version that this makes.

        Raises ChangedElsewhereError where another program wrote since version ``after``.
        """
        ...

    def lose(self) -> None:
        """Throw it away, because it does not hold what it should. Raises IndexLostError."""
        ...


class DecksReadPort(Protocol):
    """Decks in order, and the problems of reading their files."""

    @property
    def decks(self) -> Sequence[Deck]:
        """The decks that could be read."""
        ...

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with files."""
        ...


class DeckReader(Protocol):
    """Decks that are read all at once, without any index."""

    def read(self) -> DecksReadPort:
        """Read every deck. Never raises on what a file holds."""
        ...


class DeckFolder(DeckReader, Protocol):
    """Decks with the images beside them."""

    def has_image(self, file: str, name: str) -> bool:
        """Whether an image of that relative path is in the folder of a deck's file."""
        ...


class Draft(Protocol):
    """A deck that is being changed."""

    @property
    def text(self) -> str:
        """The deck's text, as its notes' spans count it."""
        ...

    @property
    def deck(self) -> Deck:
        """What the text says."""
        ...

    def save(self, text: str) -> None:
        """Put a new text in place, unless the file was changed since it was read."""
        ...


class DeckEditor(DeckFolder, Protocol):
    """Decks that may be written to, because the person asked."""

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders and files that the decks are in."""
        ...

    def open(self, file: str) -> Draft:
        """Read one deck to change it. Raises a FlashcardsError."""
        ...

    def parsed(self, file: str, text: str) -> Deck:
        """Read what a file would say with another text."""
        ...


class Places(Protocol):
    """Files and the system's trash. Everything here raises a FlashcardsError where it fails."""

    def read(self, path: Path) -> bytes:
        """Read a file."""
        ...

    def create(self, path: Path, content: bytes) -> None:
        """Write a file that is not there yet, whole or not at all."""
        ...

    def move(self, path: Path, to: Path) -> None:
        """Give a file, or a folder, another name or place, where nothing is in its way."""
        ...

    def remove(self, path: Path) -> None:
        """Take away a file that was made a moment ago."""
        ...

    def trash(self, path: Path) -> Path:
        """Put a file, or a folder, into the system's trash, and say where it is now."""
        ...

    def restore(self, trashed: Path, path: Path) -> None:
        """Take out of the trash what was at a path."""
        ...


class Log(Protocol):
    """The append-only log with its schedule cache; see store/event_log.py."""

    def append(
        self, entries: Sequence[tuple[Moment, Fact]], schedules: Iterable[Schedule]
    ) -> list[Event]:
        """Write all or nothing, durably.

        Raises ChangedElsewhereError where another program wrote since ``touched`` was called.
        """
        ...

    def events(self) -> list[Event]:
        """Read everything, in the total order."""
        ...

    def events_of(self, card: CardId) -> list[Event]:
        """Read one card's events."""
        ...

    def noted(self) -> list[Event]:
        """Read how notes with history were recognised, and what was taken back."""
        ...

    def bookmark(self) -> str:
        """Name the place where the log ends now."""
        ...

    def noted_after(self, bookmark: str) -> list[Event] | None:
        """Read what is told of notes since then.

        None where the bookmark is not of this log, or what was told before was taken back.
        """
        ...

    def decisions(self) -> list[Event]:
        """Read what is told of notes but for their readings, and what of it was taken back."""
        ...

    def histories_with(self, signs: Signs) -> list[Event]:
        """Read all readings of every note that ever had one of these signs, and what was undone."""
        ...

    def is_noted(self, note: NoteId) -> bool:
        """Whether the log knows how a note is recognised."""
        ...

    def touched(self, name: str) -> AbstractSet[CardId] | None:
        """Tell which cards have a schedule made by the scheduler called ``name``.

        None where there is no such cache. From here on, what other programs write is noticed.
        """
        ...

    def schedule(self, card: CardId) -> Schedule | None:
        """Read a card's schedule from the cache."""
        ...

    def schedules(self, day: Day | None = None) -> list[Schedule]:
        """Read all schedules, or those that concern a day (see DaySchedules)."""
        ...

    def schedules_after(self, card: str, count: int) -> list[Schedule]:
        """Read so many schedules of the cards that follow one, by their names."""
        ...

    def next_due(self, day: Day, among: Container[CardId]) -> Day | None:
        """Read when the next of some cards is due after a day; suspended ones do not count."""
        ...

    def forgotten(self, least: int) -> list[Schedule]:
        """Read the schedules with at least so many lapses, most first; suspended ones left out."""
        ...

    def due_on(self, first: Day, last: Day) -> dict[Day, int]:
        """Count what is due on each day from one to another; suspended cards left out."""
        ...

    def answers_by_day(self, rollover_hour: int) -> dict[Day, int]:
        """Count the answers of each study day; undone ones left out."""
        ...

    def replace_schedules(self, schedules: Collection[Schedule], name: str) -> None:
        """Write the cache anew. Raises ChangedElsewhereError as ``append`` does."""
        ...

    def holds(self, bookmark: str) -> bool:
        """Whether a bookmark is of this log."""
        ...

    def between(self, first: str, last: str) -> Iterator[Event]:
        """Read what was written after one bookmark, up to another, in the total order.

        One at a time: nothing else can be read or written before the last one.
        """
        ...

    def spread(self) -> list[tuple[CardId, Day, int, int]]:
        """Read due day, interval and ease of every card that has them and is not suspended."""
        ...

    def latest(self) -> Moment:
        """Read when the latest event was; the epoch where there is none."""
        ...

    def recent_durations(self, count: int = 200) -> list[int]:
        """Read how long the latest answers took, in milliseconds."""
        ...

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote since ``touched`` was called."""
        ...


class SettingsStore(Protocol):
    """Where the choices are kept."""

    @property
    def path(self) -> Path:
        """The file."""
        ...

    def load(self) -> tuple[Settings, list[Problem]]:
        """Read them; what is wrong has its default."""
        ...

    def marks(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Take the file's marks, where there is one, to see later whether it has changed."""
        ...

    def line_of(self, name: str, within: str) -> int:
        """Tell on which line a name stands in a table; 1 where that cannot be told."""
        ...

    def save(self, choices: Mapping[str, object]) -> None:
        """Keep some choices, and whatever else stands beside them."""
        ...

    def offer(self) -> Path:
        """Name the file for a person to edit; it is made where there is none."""
        ...
