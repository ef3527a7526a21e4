"""Undo and redo, of any number of steps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from flashcards.domain.clock import Moment
from flashcards.domain.grade import Grade
from flashcards.domain.ids import CardId, DeviceId
from flashcards.domain.log.events import (
    CardFact,
    Event,
    EventKey,
    Fact,
    Flagged,
    Reviewed,
    Suspended,
)
from flashcards.domain.log.history import (
    History,
    acted,
    no_earlier,
    redid,
    redo_step,
    undid,
    undo_step,
)
from flashcards.domain.log.replay import replay
from flashcards.domain.scheduling.sm2 import Sm2
from tests.domain.samples import event

C = CardId("c")
FIRST, SECOND = event(1, Flagged(C)), event(2, Suspended(C))


def test_there_is_nothing_to_undo_or_redo_at_first() -> None:
    assert undo_step(History()) is None
    assert redo_step(History()) is None


def test_the_latest_action_is_undone_first() -> None:
    history = acted(acted(History(), FIRST), SECOND)
    step = undo_step(history)
    assert step is not None
    action, fact = step
    assert (action, fact.target) == (SECOND, SECOND.key)


def test_redo_undoes_the_undo() -> None:
    written = EventKey(DeviceId("desk"), 3)
    history = undid(acted(History(), FIRST), written)
    step = redo_step(history)
    assert step is not None
    assert (step[0], step[1].target) == (FIRST, written)
    assert redid(history) == acted(History(), FIRST)


def test_a_new_action_ends_what_could_be_redone() -> None:
    history = undid(acted(History(), FIRST), EventKey(DeviceId("desk"), 3))
    assert redo_step(acted(history, SECOND)) is None


@pytest.mark.parametrize(("now", "than", "found"), [(5, 3, 5), (3, 5, 5), (4, 4, 4)])
def test_an_undo_is_never_before_its_target(now: int, than: int, found: int) -> None:
    assert no_earlier(Moment(now, 60), Moment(than)).utc_ms == found


class Sitting(RuleBasedStateMachine):
    """A person acts, undoes and redoes; the model is a plain list of what counts."""

    def __init__(self) -> None:
        super().__init__()
        self.log: list[Event] = []
        self.history = History()
        self.counting: list[CardFact] = []
        self.taken_back: list[CardFact] = []
        self.clock = 0

    def write(self, fact: Fact, now: Moment) -> Event:
        """Append, as the library does."""
        written = Event(EventKey(DeviceId("desk"), len(self.log) + 1), now, fact)
        self.log.append(written)
        return written

    @rule(card=st.sampled_from("abc"), grade=st.sampled_from(Grade))
    def answer(self, card: str, grade: Grade) -> None:
        """Grade a card."""
        self.act(Reviewed(CardId(card), grade))

    @rule(card=st.sampled_from("abc"), kind=st.sampled_from([Flagged, Suspended]))
    def mark(self, card: str, kind: type[Flagged] | type[Suspended]) -> None:
        """Flag or suspend a card."""
        self.act(kind(CardId(card)))

    def act(self, fact: CardFact) -> None:
        """Do something new."""
        self.history = acted(self.history, self.write(fact, Moment(self.clock)))
        self.counting.append(fact)
        self.taken_back.clear()

    @rule(hours=st.integers(-3, 30))
    def wait(self, hours: int) -> None:
        """Let time pass; the clock may be set back a little."""
        self.clock += hours * 3_600_000

    @precondition(lambda self: self.counting)
    @rule()
    def undo(self) -> None:
        """Take the last action back."""
        step = undo_step(self.history)
        assert step is not None
        now = no_earlier(Moment(self.clock), step[0].at)
        self.history = undid(self.history, self.write(step[1], now).key)
        self.taken_back.append(self.counting.pop())

    @precondition(lambda self: self.taken_back)
    @rule()
    def redo(self) -> None:
        """Bring the last action back; its ``Undone`` is the target."""
        step = redo_step(self.history)
        assert step is not None
        undo = next(found for found in self.log if found.key == step[1].target)
        self.write(step[1], no_earlier(Moment(self.clock), undo.at))
        self.history = redid(self.history)
        self.counting.append(self.taken_back.pop())

    @invariant()
    def the_log_equals_the_history_without_the_undone(self) -> None:
        """Compare with a log in which nothing was ever taken back."""
        assert [action.fact for action in self.history.done] == self.counting
        assert replay(self.log, Sm2(), 4) == replay(self.history.done, Sm2(), 4)


TestSitting = Sitting.TestCase
TestSitting.settings = settings(max_examples=40, stateful_step_count=40)


@given(st.integers(1, 12), st.integers(0, 12), st.integers(0, 12))
def test_undoing_and_redoing_as_often_is_as_if_nothing_happened(
    actions: int, undos: int, redos: int
) -> None:
    history = History()
    for number in range(1, actions + 1):
        history = acted(history, event(number, Flagged(C)))
    before = history
    steps = min(undos, actions)
    for number in range(steps):
        history = undid(history, EventKey(DeviceId("desk"), 100 + number))
    for _ in range(min(redos, steps)):
        history = redid(history)
    assert history.done == before.done[: actions - steps + min(redos, steps)]
    assert len(history.undone) == steps - min(redos, steps)
