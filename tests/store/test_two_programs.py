"""Several programs on one file: no answer is lost, and the schedules are those of the log."""

import subprocess
import sys
from pathlib import Path

import pytest

from flashcards.domain.errors import ChangedElsewhereError
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import Event, Flagged, Reviewed
from flashcards.domain.log.replay import replay
from flashcards.domain.scheduling.sm2 import Sm2
from flashcards.domain.settings import Settings
from flashcards.services.library import Library, Outside
from flashcards.store.event_log import EventLog
from flashcards.store.index import Index
from tests.services.fakes import SetClock, Texts
from tests.store.conftest import Open
from tests.store.writer import DECK, library_on

Q0 = CardId("q0")


def library(log: EventLog) -> Library:
    found = Library(Outside(Texts(DECK), Index(None), log, SetClock()), Settings())
    found.load()
    return found


def agreed(*libraries: Library) -> bool:
    """Whether memory, cache and log say the same."""
    last = libraries[-1]
    last.load_schedules()
    told = replay(last.events(), Sm2(), 4)
    return all(found.schedules == told for found in libraries)


def test_three_programs_at_once(tmp_path: Path) -> None:
    path, count = tmp_path / "log.sqlite", 40
    command = [sys.executable, "-m", "tests.store.writer", str(path)]
    writers = [
        subprocess.Popen([*command, str(name), str(count)], stdout=subprocess.PIPE, text=True)
        for name in range(3)
    ]
    acknowledged = sorted(
        int(line) for writer in writers for line in writer.communicate()[0].split()
    )
    assert acknowledged == [name * 1000 + number for name in range(3) for number in range(count)]
    found = library_on(path)
    facts = [event.fact for event in found.events()]
    durations = sorted(fact.duration_ms for fact in facts if isinstance(fact, Reviewed))
    assert durations == acknowledged
    assert agreed(found)


def test_an_answer_counts_on_what_the_other_program_wrote(opened: Open) -> None:
    ours, theirs = library(EventLog(opened(), "a")), library(EventLog(opened(), "a"))
    ours.record(Reviewed(Q0, Grade.GOOD), ours.now())
    theirs.record(Reviewed(Q0, Grade.EASY), theirs.now())
    assert theirs.changed_elsewhere() is False
    assert ours.changed_elsewhere() is True
    assert theirs.schedules[Q0].reviews == 2
    assert agreed(theirs)
    ours.load_schedules()
    assert ours.schedules == theirs.schedules


def test_a_cache_is_not_written_over_what_the_other_program_answered(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = EventLog(opened(), "a"), library(EventLog(opened(), "a"))
    theirs.record(Reviewed(Q0, Grade.GOOD), theirs.now())
    read, answers = ours.events, [Grade.GOOD, Grade.HARD]

    def slowly() -> list[Event]:
        events = list(read())
        if answers:
            theirs.record(Reviewed(Q0, answers.pop()), theirs.now())
        return events

    monkeypatch.setattr(ours, "events", slowly)
    found = Library(Outside(Texts(DECK), Index(None), ours, SetClock()), Settings(rollover_hour=5))
    found.load()
    assert found.schedules[Q0].reviews == 3
    assert found.schedules == replay(found.events(), Sm2(), 5)


def test_a_program_that_is_always_too_late_says_so(opened: Open) -> None:
    ours, theirs = EventLog(opened(), "a"), EventLog(opened(), "a")
    found = library(ours)

    def interrupted() -> None:
        theirs.touched("")
        theirs.append([(SetClock()(), Flagged(Q0))], [])

    found.load_schedules = interrupted  # type: ignore[method-assign]  # another program, each time
    interrupted()
    with pytest.raises(ChangedElsewhereError, match="Another program has added to the log"):
        found.record(Reviewed(Q0, Grade.GOOD), found.now())
    assert not any(isinstance(event.fact, Reviewed) for event in ours.events())
