"""What every log promises: run on the fake and on SQLite."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flashcards.domain.clock import Day, Moment, study_day
from flashcards.domain.errors import ChangedElsewhereError
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, DeviceId, NoteId
from flashcards.domain.log.events import (
    Adopted,
    Buried,
    Distinguished,
    Doubted,
    DueSet,
    EventKey,
    Fact,
    Flagged,
    Merged,
    Noted,
    NoteFact,
    Rekeyed,
    Reset,
    Resumed,
    Reviewed,
    Suspended,
    Undone,
    Unflagged,
)
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.services.ports import Log
from flashcards.store.database import Database, open_database
from flashcards.store.event_log import EventLog
from tests.domain.samples import ids
from tests.services.fakes import MemoryFile, MemoryLog

OpenLog = Callable[[], Log]

A, B, C = CardId("a"), CardId("b/back"), CardId("c")
EVERY_FACT: tuple[Fact, ...] = (
    Reviewed(A, Grade.BLACKOUT, 0),
    Reviewed(A, Grade.EASY, 12_345),
    Reviewed(A, Grade.GOOD, 1, 5),
    Reviewed(A, Grade.HARD, 1, 5, ("forward-pass", "é “")),
    Reviewed(A, Grade.GOOD, 1, shift=-3),
    Reviewed(A, Grade.GOOD, 1, early=True),
    Suspended(A),
    Resumed(A),
    Buried(A),
    Flagged(A),
    Unflagged(A),
    Reset(A),
    DueSet(A, Day(739_000)),
    Noted(NoteId("n"), "id", "print", "deck/name", "basic", "What? “é”\n\ud800"),
    Adopted(NoteId("n"), "", "print", "deck/name", "basic", "What?", "Body."),
    Merged(NoteId("n"), "", "print", "deck/name", "basic", "What?", "Body.", NoteId("o")),
    Distinguished(NoteId("n"), NoteId("~o")),
    Doubted(NoteId("n"), NoteId("o")),
    Rekeyed(NoteId("n"), "old", "new"),
    Undone(EventKey(DeviceId("other"), 7)),
)
FULL = Schedule(
    A, Day(9), 6, 260, 2, 1, 3, Day(1), Day(3), Grade.HARD, True, Day(4), True, 9.25, 5.5
)


@pytest.fixture(params=["memory", "sqlite"])
def open_log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenLog]:
    """Open logs on one storage, as if each were another program's."""
    file, opened = MemoryFile(), list[Database]()

    def in_memory() -> Log:
        return MemoryLog(file)

    def in_sqlite() -> Log:
        opened.append(open_database(tmp_path / "log.sqlite"))
        return EventLog(opened[-1], "a")

    yield in_memory if request.param == "memory" else in_sqlite
    for database in opened:
        database.close()


def test_every_fact_comes_back_as_it_was_written(open_log: OpenLog) -> None:
    log = open_log()
    written = log.append([(Moment(5, -330), fact) for fact in EVERY_FACT], [])
    assert log.events() == written
    assert [event.fact for event in written] == list(EVERY_FACT)


def test_events_come_in_the_order_of_their_time(open_log: OpenLog) -> None:
    log = open_log()
    late, early = log.append([(Moment(9), Flagged(A)), (Moment(-9), Flagged(B))], [])
    same = log.append([(Moment(9, 60), Unflagged(A))], [])
    assert log.events() == [early, late, *same]


def test_numbers_go_on_after_opening_again(open_log: OpenLog) -> None:
    first = open_log().append([(Moment(1), Flagged(A)), (Moment(2), Flagged(B))], [])
    second = open_log().append([(Moment(3), Unflagged(A))], [])
    assert [event.key.sequence for event in first + second] == [1, 2, 3]
    assert len({event.key.device for event in first + second}) == 1


def test_the_events_of_a_card_include_what_was_undone(open_log: OpenLog) -> None:
    log = open_log()
    mine, _ = log.append([(Moment(1), Reviewed(A, Grade.GOOD)), (Moment(1), Flagged(B))], [])
    undo = log.append([(Moment(2), Undone(mine.key))], [])
    redo = log.append([(Moment(3), Undone(undo[0].key))], [])
    assert log.events_of(A) == [mine, *undo, *redo]


def test_how_notes_were_recognised_can_be_read_alone(open_log: OpenLog) -> None:
    log = open_log()
    written = log.append([(Moment(1), fact) for fact in EVERY_FACT], [])
    assert log.noted() == [event for event in written if isinstance(event.fact, NoteFact | Undone)]


def test_the_cache_comes_back_under_its_name_only(open_log: OpenLog) -> None:
    log = open_log()
    assert log.touched("sm2/1") is None
    log.replace_schedules([FULL, Schedule(B)], "sm2/1")
    assert log.touched("sm2/1") == {A, B}
    assert log.touched("sm2/2") is None
    assert (log.schedule(A), log.schedule(B), log.schedule(C)) == (FULL, Schedule(B), None)
    assert sorted(log.schedules(), key=lambda each: each.card) == [FULL, Schedule(B)]


def test_the_schedules_that_concern_a_day_are_among_those_read_for_it(open_log: OpenLog) -> None:
    log = open_log()
    states = {
        "due": Schedule(A, Day(5), last_day=Day(2)),
        "flagged": Schedule(A, flagged=True),
        "answered": Schedule(A, Day(12), last_day=Day(5)),
        "suspended": Schedule(A, Day(12), last_day=Day(2), suspended=True),
        "later": Schedule(A, Day(12), last_day=Day(2)),
    }
    named = {name: state._replace(card=CardId(name)) for name, state in states.items()}
    log.replace_schedules(list(named.values()), "sm2/1")
    found = {schedule.card: schedule for schedule in log.schedules(Day(5))}
    assert found.keys() >= named.keys() - {"later"}
    assert found.items() <= named.items()


def test_the_next_day_that_something_is_due_on_leaves_suspended_cards_out(
    open_log: OpenLog,
) -> None:
    log = open_log()
    days = {"a": 4, "b": 9, "c": 8, "d": 7}
    known = [Schedule(CardId(name), Day(day), suspended=name == "d") for name, day in days.items()]
    log.replace_schedules(known, "sm2/1")
    assert log.next_due(Day(4), ids("a b c d")) == 8
    assert log.next_due(Day(4), ids("a b")) == 9
    assert log.next_due(Day(9), ids("a b")) is None


def test_the_most_forgotten_come_first_and_suspended_ones_not_at_all(open_log: OpenLog) -> None:
    log = open_log()
    lapses = {"a": 8, "b": 12, "c": 7, "d": 20}
    known = [
        Schedule(CardId(name), lapses=count, suspended=name == "d")
        for name, count in lapses.items()
    ]
    log.replace_schedules(known, "sm2/1")
    assert [schedule.card for schedule in log.forgotten(8)] == ["b", "a"]


def test_what_is_due_is_counted_by_day(open_log: OpenLog) -> None:
    log = open_log()
    days = {"a": 4, "b": 5, "c": 5, "d": 5, "e": 6}
    known = [Schedule(CardId(name), Day(day), suspended=name == "d") for name, day in days.items()]
    log.replace_schedules(known, "sm2/1")
    assert log.due_on(Day(4), Day(5)) == {4: 1, 5: 2}


def test_answers_are_counted_by_study_day_without_those_undone(open_log: OpenLog) -> None:
    log, hour = open_log(), 3_600_000
    good = Reviewed(A, Grade.GOOD)
    at = [Moment(3 * hour), Moment(5 * hour), Moment(23 * hour), Moment(27 * hour, 60)]
    first, *_, last = log.append([(moment, good) for moment in at], [])
    epoch = study_day(Moment(0), 0)
    assert log.answers_by_day(4) == {epoch - 1: 1, epoch: 2, epoch + 1: 1}
    undone = log.append([(Moment(99 * hour), Undone(event.key)) for event in (first, last)], [])
    log.append([(Moment(99 * hour), Undone(undone[1].key))], [])
    assert log.answers_by_day(4) == {epoch: 2, epoch + 1: 1}


def test_an_append_brings_its_schedules_along(open_log: OpenLog) -> None:
    log = open_log()
    log.replace_schedules([Schedule(A), Schedule(B)], "sm2/1")
    log.append([(Moment(1), Reviewed(A, Grade.HARD))], [FULL])
    assert open_log().touched("sm2/1") == {A, B}
    assert log.schedule(A) == open_log().schedule(A) == FULL


def test_a_cache_without_schedules_is_none_once_there_are_events(open_log: OpenLog) -> None:
    log = open_log()
    log.replace_schedules([], "sm2/1")
    assert log.touched("sm2/1") == set()
    log.append([(Moment(1), Flagged(A))], [])
    assert log.touched("sm2/1") is None


def test_the_latest_durations_come_first(open_log: OpenLog) -> None:
    log = open_log()
    log.append([(Moment(9 - n), Reviewed(A, Grade.GOOD, n)) for n in range(4)], [])
    log.append([(Moment(20), Flagged(A))], [])
    assert log.recent_durations() == [3, 2, 1, 0]
    assert log.recent_durations(2) == [3, 2]


def test_the_latest_moment_is_the_greatest(open_log: OpenLog) -> None:
    log = open_log()
    assert log.latest().utc_ms == 0
    log.append([(Moment(9), Flagged(A)), (Moment(4), Flagged(A))], [])
    assert log.latest().utc_ms == 9


def test_an_append_is_refused_until_what_others_wrote_is_read(open_log: OpenLog) -> None:
    log, other = open_log(), open_log()
    other.append([(Moment(1), Flagged(A))], [])
    assert log.changed_elsewhere()
    with pytest.raises(ChangedElsewhereError, match="read it again"):
        log.append([(Moment(2), Flagged(B))], [])
    assert len(log.events()) == 1
    log.touched("sm2/1")
    assert not log.changed_elsewhere()
    assert log.append([(Moment(2), Flagged(B))], [])[0].key.sequence == 2


def test_a_cache_that_lacks_what_others_wrote_is_refused(open_log: OpenLog) -> None:
    log, other = open_log(), open_log()
    log.touched("sm2/1")
    other.append([(Moment(1), Reviewed(A, Grade.HARD))], [FULL])
    with pytest.raises(ChangedElsewhereError):
        log.replace_schedules([], "sm2/1")


def test_our_own_writing_is_no_change_elsewhere(open_log: OpenLog) -> None:
    log = open_log()
    log.append([(Moment(1), Flagged(A))], [])
    log.replace_schedules([], "sm2/1")
    assert not log.changed_elsewhere()


def test_what_was_written_since_a_bookmark_is_read_in_order(open_log: OpenLog) -> None:
    log = open_log()
    assert log.bookmark() == "0"
    (first,) = log.append([(Moment(5), Flagged(A))], [])
    here = log.bookmark()
    later, earlier = log.append([(Moment(9), Flagged(B)), (Moment(3), Flagged(C))], [])
    assert list(log.between(here, log.bookmark())) == [earlier, later]
    assert list(log.between("0", here)) == [first]
    assert log.holds("0")
    assert log.holds(here)
    assert not log.holds(here.replace("1 ", "2 ", 1))
    assert not log.holds("99 a 1")


def test_due_day_interval_and_ease_of_every_card_that_is_asked(open_log: OpenLog) -> None:
    log = open_log()
    asked, new = FULL._replace(card=B, suspended=False), Schedule(C)
    log.append([(Moment(1), Flagged(A))], [FULL, asked, new])
    assert log.spread() == [(B, 9, 6, 260)]


def test_schedules_are_read_in_portions_by_the_names_of_their_cards(open_log: OpenLog) -> None:
    log = open_log()
    known = [Schedule(card, lapses=place) for place, card in enumerate(ids("b a d/1 c d"))]
    log.touched("sm2")
    log.replace_schedules(known, "sm2")
    read, last = list[Schedule](), ""
    while some := log.schedules_after(last, 2):
        assert len(some) <= 2
        read += some
        last = some[-1].card
    assert [each.card for each in read] == ids("a b c d d/1")
    assert sorted(read, key=lambda each: each.lapses) == known
    assert log.schedules_after("zzz", 2) == []
