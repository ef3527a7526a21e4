"""Answer cards as one of several programs: ``python -m tests.store.writer FILE NAME COUNT``."""

import sys
from pathlib import Path

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Reviewed
from flashcards.domain.settings import Settings
from flashcards.services.library import Library, Outside
from flashcards.store.database import open_database
from flashcards.store.event_log import EventLog
from flashcards.store.index import Index
from flashcards.store.system_clock import system_clock
from tests.services.fakes import Texts

DECK = {"deck": "".join(f"## Question {n} {{#q{n}}}\n\nYes.\n\n" for n in range(5))}


def library_on(path: Path) -> Library:
    """Open the file as the program does."""
    log = EventLog(open_database(path), "device")
    library = Library(Outside(Texts(DECK), Index(None), log, system_clock), Settings())
    library.load()
    return library


def main(path: Path, name: int, count: int) -> None:
    """Answer, and say each answer that was acknowledged."""
    library = library_on(path)
    for number in range(count):
        fact = Reviewed(CardId(f"q{number % 5}"), Grade(number % 6), name * 1000 + number)
        library.record(fact, library.now())
        sys.stdout.write(f"{fact.duration_ms}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
