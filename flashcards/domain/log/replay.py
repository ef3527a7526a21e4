"""From events to schedules: a pure function of the set of events."""

from collections.abc import Collection, Iterable, Iterator, Mapping

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
from flashcards.domain.log.names import histories
from flashcards.domain.scheduling.fuzz import play
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
    told = told_of(histories(ordered, dead), dead, scheduler, rollover_hour)
    return {schedule.card: schedule for schedule in told}


def told_of(
    histories: Mapping[CardId, list[Event]],
    dead: Collection[EventKey],
    scheduler: Scheduler,
    rollover_hour: int,
) -> Iterator[Schedule]:
    """Give card after card that has an event that counts; ``dead`` ones do not."""
    for card, events in histories.items():
        alive = [event for event in events if event.key not in dead] if dead else events
        schedule = Schedule(card)
        for event in alive:
            schedule = after(schedule, event.at, event.fact, scheduler, rollover_hour)  # type: ignore[arg-type]  # a history has facts of its card alone
        if alive:
            yield schedule


def after(
    schedule: Schedule, at: Moment, fact: CardFact, scheduler: Scheduler, rollover_hour: int
) -> Schedule:
    """Give the schedule that one more event leaves behind."""
    match fact:
        case Reviewed():
            day = study_day(at, rollover_hour)
            if schedule.drilled_on(day):
                return schedule._replace(reviews=schedule.reviews + 1, last_grade=fact.grade)
            if fact.early and schedule.due is not None:
                return schedule._replace(reviews=schedule.reviews + 1)
            moved = scheduler.review(schedule, fact.grade, day)
            return _shifted(moved, day, fact.shift) if fact.shift else moved
        case Suspended():
            return schedule._replace(suspended=True)
        case Resumed():
            return schedule._replace(suspended=False)
        case Buried():
            return schedule._replace(buried_on=study_day(at, rollover_hour))
        case Flagged():
            return schedule._replace(flagged=True)
        case Unflagged():
            return schedule._replace(flagged=False)
        case Reset():
            fresh = Schedule(schedule.card)
            return fresh._replace(suspended=schedule.suspended, flagged=schedule.flagged)
        case DueSet():  # pragma: no branch - mypy knows that no other fact is left
            return schedule._replace(due=fact.due)


def _shifted(schedule: Schedule, day: Day, shift: int) -> Schedule:
    """Move the due day, and nothing else: by no more than its interval has play.

    The log's shift was found for the interval that the scheduler of its time gave; under another
    scheduler the interval may be a few days.
    """
    room = play(schedule.interval)
    return schedule._replace(due=days_later(day, schedule.interval + max(-room, min(room, shift))))
