"""What the services ask of the outside: implemented in store, and by fakes in the tests."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from flashcards.domain.clock import Moment
from flashcards.domain.deck.parse import Deck
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Event, Fact
from flashcards.domain.problems import Problem
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.settings import Settings


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


class DeckSource(Protocol):
    """Where decks come from."""

    def read(self) -> DecksReadPort:
        """Read every deck. Never raises on what a file holds."""
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


class DeckEditor(DeckSource, Protocol):
    """Decks that may be written to, because the person asked."""

    def open(self, file: str) -> Draft:
        """Read one deck to change it. Raises a FlashcardsError."""
        ...


class Log(Protocol):
    """The append-only log with its schedule cache; see store/event_log.py."""

    def append(
        self, entries: Sequence[tuple[Moment, Fact]], schedules: Iterable[Schedule]
    ) -> list[Event]:
        """Write all or nothing, durably.

        Raises ChangedElsewhereError where another program wrote since ``schedules`` was called.
        """
        ...

    def events(self) -> list[Event]:
        """Read everything, in the total order."""
        ...

    def events_of(self, card: CardId) -> list[Event]:
        """Read one card's events."""
        ...

    def noted(self) -> list[Event]:
        """Read how notes with history were recognised."""
        ...

    def schedules(self, name: str) -> dict[CardId, Schedule] | None:
        """Read the cache made by the scheduler called ``name``; None where there is none."""
        ...

    def replace_schedules(self, schedules: Collection[Schedule], name: str) -> None:
        """Write the cache anew. Raises ChangedElsewhereError as ``append`` does."""
        ...

    def latest(self) -> Moment:
        """Read when the latest event was; the epoch where there is none."""
        ...

    def recent_durations(self, count: int = 200) -> list[int]:
        """Read how long the latest answers took, in milliseconds."""
        ...

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote since the schedules were read."""
        ...


class SettingsStore(Protocol):
    """Where the choices are kept."""

    def load(self) -> tuple[Settings, list[Problem]]:
        """Read them; what is wrong has its default."""
        ...

    def save(self, choices: Mapping[str, object]) -> None:
        """Keep some choices, and whatever else stands beside them."""
        ...

    def offer(self) -> Path:
        """Name the file for a person to edit; it is made where there is none."""
        ...
