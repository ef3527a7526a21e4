"""The order of events, and the union of two machines' logs."""

from collections.abc import Iterable
from operator import attrgetter

from flashcards.domain.log.events import Event

Rank = tuple[int, str, int]
"""A place in the total order: time, device, sequence."""

_KEY, _TIME = attrgetter("key"), attrgetter("at.utc_ms")
"""By the one and then by the other, events are sorted as by ``rank``, in half the time."""


def rank(event: Event) -> Rank:
    """Give what events are sorted by: time, then device, then sequence. No two are equal."""
    return (event.at.utc_ms, event.key.device, event.key.sequence)


def merged(*logs: Iterable[Event]) -> list[Event]:
    """Unite logs: every event once, in their total order."""
    known = {event.key: event for log in logs for event in log}
    return sorted(sorted(known.values(), key=_KEY), key=_TIME)
