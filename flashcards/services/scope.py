"""A review of one's choice: what it comes to today, and its queue."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.ids import CardId
from flashcards.domain.queue.build import Queue, build
from flashcards.domain.queue.plan import minutes_for, pace_ms
from flashcards.domain.queue.scope import Scope
from flashcards.domain.tongue import tr, trn
from flashcards.services.finding import found_cards

if TYPE_CHECKING:
    from flashcards.services.library import Library

MINUTE_MS = 60_000
MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class ScopeView:
    """What a scope comes to today, or what is wrong with it."""

    sentence: str
    startable: bool


def queue_of(library: "Library", scope: Scope, pace: int) -> Queue:
    """Make today's queue, limited. Raises QueryError."""
    day = library.today()
    schedules, asked = library.schedules.on(day), _asked(library, scope)
    settings = library.settings
    queue = build(library.catalogue, schedules, day, settings.day_limits, asked, settings.ordering)
    return _cut(queue, scope.minutes * MINUTE_MS // pace) if scope.minutes else queue


def scope_view(library: "Library", scope: Scope) -> ScopeView:
    """Foresee a limited review, in a sentence."""
    pace = pace_ms(library.log.recent_durations())
    try:
        queue = queue_of(library, scope, pace)
    except FlashcardsError as error:
        return ScopeView(str(error), startable=False)
    count = len(queue.order) + len(queue.drills)
    if not count:
        return ScopeView(nothing_of(library, scope), startable=False)
    minutes = trn("{count} minute", "{count} minutes", minutes_for(count, pace))
    return ScopeView(
        trn(
            "{count} card of today, about {minutes}.",
            "{count} cards of today, about {minutes}.",
            count,
            minutes=minutes,
        ),
        startable=True,
    )


def nothing_of(library: "Library", scope: Scope) -> str:
    """Say why a review of one's choice has no card. Raises QueryError."""
    asked = _asked(library, scope)
    if asked is not None and not asked:
        return tr("This search finds no card.")
    limits = library.settings.day_limits
    everything = replace(limits, new_per_day=MANY, reviews_per_day=MANY, catch_up_per_day=0, own=())
    day = library.today()
    held = build(library.catalogue, library.schedules.on(day), day, everything, asked)
    if held.order:
        return tr("What is due or new of these waits for another day: your daily limits are full.")
    return tr("No card of these is due or new today.")


def _asked(library: "Library", scope: Scope) -> AbstractSet[CardId] | None:
    return {*found_cards(library, scope.query)} if scope.query else None


def _cut(queue: Queue, most: int) -> Queue:
    """Keep the first cards, at least one; repeats come after them."""
    order = queue.order[: max(1, most)]
    return Queue(
        order=order,
        drills=queue.drills[: max(0, max(1, most) - len(order))],
        due=queue.due,
        new=queue.new,
        held_back_due=queue.held_back_due,
        held_back_new=queue.held_back_new,
    )
