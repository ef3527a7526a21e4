"""Schedules are a pure function of the set of events."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.clock import Moment
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, DeviceId, NoteId
from flashcards.domain.log.events import (
    Buried,
    DueSet,
    Event,
    EventKey,
    Fact,
    Flagged,
    Noted,
    Reset,
    Resumed,
    Reviewed,
    Suspended,
    Undone,
    Unflagged,
)
from flashcards.domain.log.replay import cancelled, replay
from flashcards.domain.scheduling.scheduler import Schedule
from flashcards.domain.scheduling.sm2 import Sm2
from tests.domain.samples import at, event, reviews, study

C = CardId("c")
GOOD = Reviewed(C, Grade.GOOD)


def replayed(*events: Event, rollover: int = 4) -> dict[CardId, Schedule]:
    return replay(events, Sm2(), rollover)


def state(*facts: Fact) -> Schedule:
    """Replay facts that happen on one day, in their order."""
    return replayed(*(event(n, fact) for n, fact in enumerate(facts, start=1)))[C]


def undone(number: int) -> Undone:
    return Undone(EventKey(DeviceId("desk"), number))


def test_reviews_follow_the_scheduler() -> None:
    found = replayed(*reviews([4, 4, 4], [0, 1, 7]))[C]
    assert (found.interval, found.due, found.reviews) == (15, study(22), 3)


def test_an_answer_before_the_rollover_hour_belongs_to_the_day_before() -> None:
    night = Event(EventKey(DeviceId("desk"), 1), at(1, 3.5), GOOD)
    assert replayed(night, rollover=4)[C].last_day == study(0)
    assert replayed(night, rollover=3)[C].last_day == study(1)


def test_a_repeat_on_the_same_day_counts_as_a_drill() -> None:
    found = state(Reviewed(C, Grade.AGAIN), Reviewed(C, Grade.EASY))
    assert (found.reviews, found.repetitions, found.interval) == (2, 0, 1)
    assert found.last_grade is Grade.EASY


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([Suspended(C)], Schedule(C, suspended=True)),
        ([Suspended(C), Resumed(C)], Schedule(C)),
        ([Buried(C)], Schedule(C, buried_on=study(0))),
        ([Flagged(C)], Schedule(C, flagged=True)),
        ([Flagged(C), Unflagged(C)], Schedule(C)),
        ([Flagged(C), Suspended(C)], Schedule(C, flagged=True, suspended=True)),
        ([GOOD, Reset(C)], Schedule(C)),
        ([Flagged(C), GOOD, Suspended(C), Reset(C)], Schedule(C, suspended=True, flagged=True)),
        ([DueSet(C, study(9))], Schedule(C, study(9))),
    ],
)
def test_each_fact_leaves_its_mark(facts: list[Fact], expected: Schedule) -> None:
    assert state(*facts) == expected


@pytest.mark.parametrize(("shift", "day"), [(2, 24), (-1, 21), (-99, 20), (99, 24)])
def test_a_shift_moves_the_due_day_within_its_play_and_nothing_else(shift: int, day: int) -> None:
    log = reviews([4, 4, 4], [0, 1, 7])
    moved = replace(log[2], fact=Reviewed(C, Grade.GOOD, shift=shift))
    expected = replayed(*log)[C]._replace(due=study(day))
    assert replayed(*log[:2], moved)[C] == expected


def test_an_answer_before_the_card_was_due_leaves_its_schedule() -> None:
    log = reviews([4, 4, 1], [0, 1, 3])
    early = replace(log[2], fact=Reviewed(C, Grade.AGAIN, early=True))
    expected = replayed(*log[:2])[C]
    assert replayed(*log[:2], early)[C] == expected._replace(reviews=3)


def test_a_first_sight_is_never_early() -> None:
    assert state(Reviewed(C, Grade.GOOD, early=True)) == state(GOOD)


def test_a_day_that_a_person_chose_leaves_the_interval_as_it_was() -> None:
    found = replayed(*reviews([4, 4], [0, 1]), event(3, DueSet(C, study(30)), 2))[C]
    assert (found.due, found.interval, found.repetitions) == (study(30), 6, 2)


def test_a_card_that_was_reset_is_learned_anew_on_the_same_day() -> None:
    assert state(Reviewed(C, Grade.AGAIN), Reset(C), GOOD) == state(GOOD)


def test_how_a_note_reads_moves_no_schedule() -> None:
    noted = Noted(NoteId("c"), "c", "f", "d", "basic", "C?")
    assert replayed(event(1, noted)) == {}


def test_an_undone_answer_never_was() -> None:
    assert replayed(event(1, GOOD), event(2, undone(1))) == {}


def test_an_undone_undo_brings_the_answer_back() -> None:
    log = [event(1, GOOD), event(2, undone(1)), event(3, undone(2))]
    assert replayed(*log) == replayed(event(1, GOOD))
    assert cancelled(log) == {log[1].key}


def test_an_undo_of_an_unknown_event_changes_nothing() -> None:
    assert replayed(event(1, GOOD), event(2, undone(77))) == replayed(event(1, GOOD))


CARDS = st.sampled_from([CardId("a"), CardId("b"), CardId("c/1")])
FACTS = st.one_of(
    st.builds(Reviewed, CARDS, st.sampled_from(Grade), st.just(0)),
    *(st.builds(kind, CARDS) for kind in (Suspended, Resumed, Buried, Flagged, Unflagged, Reset)),
    st.builds(DueSet, CARDS, st.integers(0, 99).map(study)),
    st.builds(undone, st.integers(1, 40)),
)


@st.composite
def logs(draw: st.DrawFn) -> list[Event]:
    """Draw the log of one machine; its time goes on, or stands still."""
    facts = draw(st.lists(FACTS, max_size=40))
    gaps = draw(st.lists(st.integers(0, 30), min_size=len(facts), max_size=len(facts)))
    keys = [EventKey(DeviceId("desk"), number) for number in range(1, len(facts) + 1)]
    moments = [Moment(sum(gaps[: n + 1]) * 3_600_000) for n in range(len(facts))]
    return [Event(*parts) for parts in zip(keys, moments, facts, strict=True)]


@given(logs(), st.randoms(use_true_random=False))
def test_any_order_and_any_duplicates_give_the_same_schedules(
    log: list[Event], chance: random.Random
) -> None:
    shaken = log + [chance.choice(log) for _ in log]
    chance.shuffle(shaken)
    assert replayed(*shaken) == replayed(*log)


@given(logs())
def test_an_event_that_does_not_count_might_as_well_not_be_there(log: list[Event]) -> None:
    dead = cancelled(log)
    alive = [found for found in log if found.key not in dead]
    without_undos = [found for found in alive if not isinstance(found.fact, Undone)]
    assert replayed(*without_undos) == replayed(*log)
