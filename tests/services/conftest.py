"""A library on the real store, with decks that are really read."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flashcards.domain.settings import Settings
from flashcards.services.library import Library, Outside
from flashcards.services.together import Together
from flashcards.store.database import Database, open_database
from flashcards.store.deck_files import DeckFiles
from flashcards.store.deck_places import DeckPlaces
from flashcards.store.deck_texts import DeckTexts
from flashcards.store.event_log import EventLog
from flashcards.store.index import Index
from flashcards.store.kept_file import KeptFile
from tests.services.fakes import SetClock

FIVE = "".join(f"## {name} {{#{name}}}\n\nanswer\n\n" for name in "abcde")


class Place:
    """One data folder, one deck folder, one clock."""

    def __init__(self, folder: Path) -> None:
        self.decks, self.file = folder / "decks", folder / "log.sqlite"
        self.decks.mkdir()
        self.clock = SetClock(step_ms=1000)
        self.databases: list[Database] = []
        self.write(FIVE)

    def write(self, text: str, name: str = "deck") -> None:
        """Put a deck in the folder."""
        (self.decks / f"{name}.md").write_text(text, "utf-8")

    def library(self, settings: Settings | None = None) -> Library:
        """Open everything, as a start of the program does."""
        self.databases.append(open_database(self.file, lock_wait_s=0.1))
        log = EventLog(self.databases[-1], "device")
        outside = Outside(DeckFiles([self.decks]), Index(None), log, self.clock)
        library = Library(outside, settings or Settings())
        library.load()
        return library

    def close(self) -> None:
        for database in self.databases:
            database.close()


def together(folder: Path) -> Together:
    """Give what writes several decks, and keeps in a folder what it is about to write."""
    return Together(DeckTexts(), KeptFile(folder / "half-done.json"), DeckPlaces().remove)


NewPlace = Callable[[Path], Place]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """Give a place of one's own."""
    found = Place(tmp_path)
    yield found
    found.close()
