"""A database of every released schema opens, and says what it said (see released.py)."""

import shutil
from pathlib import Path

import pytest

from flashcards.domain.settings import Settings
from flashcards.services.cards import find_cards
from flashcards.services.library import Library, Outside
from flashcards.store.event_log import EventLog
from flashcards.store.index import Index
from flashcards.store.schema import REVISIONS
from tests.services.fakes import SetClock, Texts
from tests.store.conftest import Open
from tests.store.released import DECK

KEPT = Path(__file__).parent / "data"
STATES = [
    "one 2026-01-02 1 2.5 1 False",
    "~c0af74e87405dd49 None 0 2.5 0 False",
    "three None 0 2.5 0 True",
    "three/back 2026-01-02 1 2.5 2 False",
]


def test_every_released_schema_is_kept() -> None:
    kept = sorted(file.stem.removeprefix("schema-") for file in KEPT.glob("*.sqlite"))
    assert kept == list(REVISIONS)


@pytest.mark.parametrize("revision", REVISIONS)
def test_it_opens_and_says_what_it_said(opened: Open, path: Path, revision: str) -> None:
    path.parent.mkdir()
    shutil.copy(KEPT / f"schema-{revision}.sqlite", path)
    log = EventLog(opened(), "second-device")
    library = Library(Outside(Texts({"deck": DECK}), Index(None), log, SetClock()), Settings())
    library.load()
    told = [
        f"{row.id} {row.due} {row.interval} {row.ease} {row.reviews} {row.suspended}"
        for row in find_cards(library)
    ]
    assert log.device == "first-device"
    assert told == STATES
    assert [fact.flagged for fact in library.schedules.values()].count(True) == 1
