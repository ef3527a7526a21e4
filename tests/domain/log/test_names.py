"""Which card an event counts for, when notes were merged and siblings reworded."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, DeviceId, NoteId
from flashcards.domain.log.events import (
    Distinguished,
    Event,
    EventKey,
    Fact,
    Flagged,
    Merged,
    Rekeyed,
    Reviewed,
    Undone,
)
from flashcards.domain.log.merge import merged, rank
from flashcards.domain.log.names import Names, decisions, histories
from flashcards.domain.log.replay import cancelled, replay
from flashcards.domain.scheduling.sm2 import Sm2
from tests.domain.samples import event

OLD, NEW = NoteId("old"), NoteId("new")
DIFFERENT = Distinguished(OLD, NEW)


def same(note: str = "old", other: str = "new") -> Merged:
    return Merged(NoteId(note), other, f"print of {other}", "d", "basic", "?", "", NoteId(other))


def flag(card: str) -> Flagged:
    return Flagged(CardId(card))


def told(*facts: Fact) -> dict[str, list[int]]:
    """Name, for every card, the numbers of the events that count for it."""
    log = [event(number, fact) for number, fact in enumerate(facts, start=1)]
    found = histories(log, cancelled(log))
    return {card: [one.key.sequence for one in own] for card, own in found.items() if own}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([flag("new"), flag("old"), same()], {"old": [1, 2]}),  # one history, in its order
        ([same(), flag("new/back")], {"old/back": [2]}),  # also what another machine adds later
        ([flag("new"), same(), DIFFERENT], {"new": [1]}),  # taken back
        ([flag("new"), DIFFERENT, same()], {"old": [1]}),  # and said again
        ([flag("c"), same("b", "c"), same("a", "b")], {"a": [1]}),  # one after the other
        ([flag("new"), same(), same("new", "old")], {"old": [1]}),  # in a circle
        ([flag("new"), same(), Undone(EventKey(DeviceId("desk"), 2))], {"new": [1]}),
    ],
)
def test_what_counts_for_notes_that_are_one(
    facts: list[Fact], expected: dict[str, list[int]]
) -> None:
    assert told(*facts) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([flag("n/a"), Rekeyed(NoteId("n"), "a", "b")], {"n/b": [1]}),
        ([flag("n/a"), Rekeyed(NoteId("n"), "a", "b"), flag("n/a")], {"n/b": [1], "n/a": [3]}),
        ([flag("n/b"), flag("n/a"), Rekeyed(NoteId("n"), "a", "b")], {"n/b": [1, 2]}),
        (
            [flag("n/a"), Rekeyed(NoteId("n"), "a", "b"), Rekeyed(NoteId("n"), "b", "a")],
            {"n/a": [1]},
        ),
        ([flag("new/a"), Rekeyed(NEW, "a", "b"), same()], {"old/b": [1]}),
        (
            [flag("n/a"), Rekeyed(NoteId("n"), "a", "b"), Undone(EventKey(DeviceId("desk"), 2))],
            {"n/a": [1]},
        ),
    ],
)
def test_what_counts_for_a_sibling_that_was_reworded(
    facts: list[Fact], expected: dict[str, list[int]]
) -> None:
    assert told(*facts) == expected


NOTES = st.sampled_from([NoteId("a"), NoteId("b"), NoteId("c")])
KEYS = st.sampled_from(["x", "y"])
FACTS = st.one_of(
    st.builds(
        lambda note, key, grade: Reviewed(CardId(f"{note}/{key}"), grade),
        NOTES,
        KEYS,
        st.sampled_from(Grade),
    ),
    st.builds(same, NOTES, NOTES),
    st.builds(Distinguished, NOTES, NOTES),
    st.builds(Rekeyed, NOTES, KEYS, KEYS),
    st.builds(lambda number: Undone(EventKey(DeviceId("desk"), number)), st.integers(1, 20)),
)


def log_of(device: str, facts: list[Fact]) -> list[Event]:
    return [event(n, fact, day=n * 0.7, device=device) for n, fact in enumerate(facts, start=1)]


@given(st.lists(FACTS, max_size=20), st.lists(FACTS, max_size=20), st.randoms())
def test_two_machines_come_to_the_same_whichever_is_merged_into_the_other(
    here: list[Fact], there: list[Fact], chance: random.Random
) -> None:
    desk, lap = log_of("desk", here), log_of("lap", there)
    shaken = [*desk, *lap, *desk]
    chance.shuffle(shaken)
    assert replay(merged(desk, lap), Sm2(), 4) == replay(shaken, Sm2(), 4)


@given(st.lists(FACTS, max_size=30))
def test_every_event_of_a_card_counts_for_one_card(facts: list[Fact]) -> None:
    log = log_of("desk", facts)
    found = [one.key for own in histories(log, cancelled(log)).values() for one in own]
    assert sorted(found) == [one.key for one in log if isinstance(one.fact, Reviewed)]


@given(st.lists(FACTS, max_size=30))
def test_a_note_is_one_other_in_the_end(facts: list[Fact]) -> None:
    names = decisions(log_of("desk", facts))
    assert all(names.name(end) == end for end in names.merged.values())


@given(st.lists(FACTS, max_size=30))
def test_names_told_one_at_a_time_are_those_of_the_whole(facts: list[Fact]) -> None:
    log = log_of("desk", facts)
    dead = cancelled(log)
    names = Names([one for one in log if not isinstance(one.fact, Reviewed)], dead)
    for card, own in histories(log, dead).items():
        for one in own:
            assert isinstance(one.fact, Reviewed)
            assert names.card(one.fact.card, rank(one)) == card
