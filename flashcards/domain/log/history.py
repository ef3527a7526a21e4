"""Undo and redo: which event the next step takes back, and which it brings back."""

from dataclasses import dataclass, field

from flashcards.domain.clock import Moment
from flashcards.domain.growing import Growing
from flashcards.domain.log.events import Event, EventKey, Undone


@dataclass(frozen=True, slots=True)
class History:
    """The actions of one sitting, oldest first: those that count, and those taken back.

    ``undone`` pairs an action with the ``Undone`` that took it back, the latest one last.
    """

    done: Growing[Event] = field(default_factory=Growing)
    undone: Growing[tuple[Event, EventKey]] = field(default_factory=Growing)


def acted(history: History, event: Event) -> History:
    """Add a new action; what was undone before it cannot be redone any more."""
    return History(history.done.plus(event))


def undo_step(history: History) -> tuple[Event, Undone] | None:
    """Give the action to take back and the fact that does so; None where there is none."""
    if not history.done:
        return None
    return history.done[-1], Undone(history.done[-1].key)


def undid(history: History, written: EventKey) -> History:
    """Note that the last action was taken back by the event ``written``."""
    return History(history.done[:-1], history.undone.plus((history.done[-1], written)))


def redo_step(history: History) -> tuple[Event, Undone] | None:
    """Give the action to bring back and the fact that does so; None where there is none."""
    if not history.undone:
        return None
    action, undo = history.undone[-1]
    return action, Undone(undo)


def redid(history: History) -> History:
    """Note that the action taken back last counts again."""
    return History(history.done.plus(history.undone[-1][0]), history.undone[:-1])


def no_earlier(now: Moment, than: Moment) -> Moment:
    """Give the moment of an undo: never before its target, even when the clock was set back."""
    return max(now, than, key=lambda moment: moment.utc_ms)
