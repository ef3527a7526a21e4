"""The caches may be deleted at any time: nothing a person can see changes."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from flashcards.domain.clock import Day
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.scheduling.sm2 import Sm2
from flashcards.domain.settings import Settings
from flashcards.services.cards import CardRow, find_cards
from flashcards.services.library import Library, Outside
from flashcards.services.session import Session
from flashcards.services.today import day_plan
from flashcards.store.event_log import EventLog
from flashcards.store.index import Index
from tests.services.fakes import SetClock, Texts
from tests.store.conftest import Open

DECK = {"deck": "".join(f"## Question {n} {{#q{n}}}\n\nYes.\n\n" for n in range(9))}

Visible = tuple[list[CardRow], object, dict[CardId, Schedule]]


class Slower(Sm2):
    """Another algorithm."""

    name = "slower/1"

    def review(self, schedule: Schedule, grade: Grade, day: Day) -> Schedule:
        return super().review(schedule, grade, day)._replace(ease=999)


def library(opened: Open, scheduler: Sm2 | None = None) -> Library:
    log = EventLog(opened(), "a")
    found = Library(
        Outside(Texts(DECK), Index(None), log, SetClock(step_ms=0), lambda _: scheduler or Sm2()),
        Settings(),
    )
    found.load()
    return found


def visible(found: Library) -> Visible:
    return find_cards(found), day_plan(found), dict(found.schedules)


@pytest.fixture
def before(opened: Open) -> Visible:
    """Leave traces of every sort, and tell what can be seen of them."""
    found = library(opened)
    session = Session(found)
    for grade in (Grade.GOOD, Grade.AGAIN, Grade.EASY):
        session.answer(grade, 1000)
    session.bury()
    session.suspend()
    session.flag()
    session.answer(Grade.HARD, 1000)
    session.undo()
    seen = visible(library(opened))
    assert len(seen[2]) >= 6
    return seen


@pytest.mark.parametrize(
    "statements",
    [
        "DELETE FROM schedules",
        "DELETE FROM schedules_version",
        "DELETE FROM schedules; DELETE FROM schedules_version",
        "DROP TABLE schedules",
        "DROP TABLE schedules_version",
        "DROP TABLE schedules; DROP TABLE schedules_version",
        "UPDATE schedules SET last_grade = 77",
        "UPDATE schedules_version SET name = 'an older one'",
    ],
)
def test_nothing_visible_changes(
    opened: Open, path: Path, before: Visible, statements: str
) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(statements)
    assert visible(library(opened)) == before


def test_another_schedulers_cache_is_replaced_by_replay(opened: Open, before: Visible) -> None:
    eases = {schedule.ease for schedule in library(opened, Slower()).schedules.values()}
    assert 999 in eases
    assert visible(library(opened)) == before


def test_another_rollover_hour_is_another_cache(opened: Open, before: Visible) -> None:
    found = library(opened)
    found.use(replace(found.settings, rollover_hour=23))
    later = [schedule.last_day for schedule in found.schedules.values()]
    assert later != [schedule.last_day for schedule in before[2].values()]
    assert visible(library(opened)) == before
