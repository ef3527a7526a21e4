"""Write the database that test_released.py keeps of a released schema.

``python -m tests.store.released FILE`` (once a schema is released; the file is then committed).
"""

import sys
from pathlib import Path

from flashcards.domain.grade import Grade
from flashcards.domain.settings import Settings
from flashcards.services.library import Library, Outside
from flashcards.services.session import Session
from flashcards.store.database import open_database
from flashcards.store.event_log import EventLog
from flashcards.store.index import Index
from tests.services.fakes import SetClock, Texts

DECK = """## One {#one}

A.

## Two

B.

## Three {#three .reversed}

C.
"""


def write(path: Path) -> None:
    """Use everything that can stand in a log once."""
    database = open_database(path)
    log, clock = EventLog(database, "first-device"), SetClock(step_ms=1500)
    library = Library(Outside(Texts({"deck": DECK}), Index(None), log, clock), Settings())
    library.load()
    session = Session(library)
    session.answer(Grade.GOOD, 4200)
    session.flag()
    session.bury()
    session.suspend()
    session.answer(Grade.NEARLY, 900)
    session.undo()
    session.redo()
    session.answer(Grade.EASY, 800)
    clock.go(days=1)
    session.restart()
    session.answer(Grade.HARD, 100)
    session.undo()
    database.close()


if __name__ == "__main__":
    write(Path(sys.argv[1]))
