"""From events to schedules: a pure function of the set of events."""

from collections.abc import Iterable
from dataclasses import replace

from flashcards.domain.clock import Day, Moment, days_later, study_day
from flashcards.domain.ids import CardId
from flashcards.domain.log.events import (
    Buried,
    CardFact,
    DueSet,
    Event,
    EventKey,
    Flagged,
    Reset,
    Resumed,
    Reviewed,
    Suspended,
    Undone,
    Unflagged,
)
from flashcards.domain.log.merge import merged
from flashcards.domain.log.names import OF_NO_CARD, histories
from flashcards.domain.scheduling.scheduler import Schedule, Scheduler


def cancelled(events: Iterable[Event]) -> set[EventKey]:
    """Name the events that do not count. An undo that was itself undone cancels nothing.

    ``events`` come in their total order. An ``Undone`` ranks after its target (its writer sees to
    that, whatever the clock says), so one pass from the last event to the first settles all.
    """
    dead: set[EventKey] = set()
    for event in reversed(list(events)):
        if isinstance(event.fact, Undone) and event.key not in dead:
            dead.add(event.fact.target)
    return dead


def replay(
    events: Iterable[Event], scheduler: Scheduler, rollover_hour: int
) -> dict[CardId, Schedule]:
    """Give the schedule of every card that has an event that counts."""
    ordered = merged(events)
    dead = cancelled(ordered)
    schedules: dict[CardId, Schedule] = {}
    for card, events_of_card in histories(ordered, dead).items():
        for event in events_of_card:
            if event.key not in dead and not isinstance(event.fact, OF_NO_CARD):
                before = schedules.get(card) or Schedule(card)
                schedules[card] = after(before, event.at, event.fact, scheduler, rollover_hour)
    return schedules


def after(
    schedule: Schedule, at: Moment, fact: CardFact, scheduler: Scheduler, rollover_hour: int
) -> Schedule:
    """Give the schedule that one more event leaves behind."""
    match fact:
        case Reviewed():
            day = study_day(at, rollover_hour)
            if schedule.drilled_on(day):
                return replace(schedule, reviews=schedule.reviews + 1, last_grade=fact.grade)
            if fact.early and schedule.due is not None:
                return replace(schedule, reviews=schedule.reviews + 1)
            return _shifted(scheduler.review(schedule, fact.grade, day), day, fact.shift)
        case Suspended():
            return replace(schedule, suspended=True)
        case Resumed():
            return replace(schedule, suspended=False)
        case Buried():
            return replace(schedule, buried_on=study_day(at, rollover_hour))
        case Flagged():
            return replace(schedule, flagged=True)
        case Unflagged():
            return replace(schedule, flagged=False)
        case Reset():
            fresh = Schedule(schedule.card)
            return replace(fresh, suspended=schedule.suspended, flagged=schedule.flagged)
        case DueSet():  # pragma: no branch - mypy knows that no other fact is left
            return replace(schedule, due=fact.due)


def _shifted(schedule: Schedule, day: Day, shift: int) -> Schedule:
    """Move the due day, and nothing else; it stays after the day of the answer."""
    if not shift or schedule.due is None:
        return schedule
    return replace(schedule, due=days_later(day, max(1, schedule.due - day + shift)))
