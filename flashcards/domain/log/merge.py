"""The order of events, and the union of two machines' logs."""

from collections.abc import Iterable

from flashcards.domain.log.events import Event

Rank = tuple[int, str, int]
"""A place in the total order: time, device, sequence."""


def rank(event: Event) -> Rank:
    """Give what events are sorted by: time, then device, then sequence. No two are equal."""
    return (event.at.utc_ms, event.key.device, event.key.sequence)


def merged(*logs: Iterable[Event]) -> list[Event]:
    """Unite logs: every event once, in their total order."""
    return sorted({event.key: event for log in logs for event in log}.values(), key=rank)
