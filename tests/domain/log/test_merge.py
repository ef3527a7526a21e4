"""Two machines' logs become one, whichever way round."""

from hypothesis import given
from hypothesis import strategies as st

from flashcards.domain.clock import Moment
from flashcards.domain.ids import CardId, DeviceId
from flashcards.domain.log.events import Event, EventKey, Flagged
from flashcards.domain.log.merge import merged, rank
from tests.domain.samples import event


def _universe() -> list[Event]:
    """Thirty events of three devices, many at the same time."""
    fact = Flagged(CardId("c"))
    keys = [(device, number) for device in ("a", "b", "c") for number in range(1, 11)]
    return [
        Event(EventKey(DeviceId(device), number), Moment(number * number % 7), fact)
        for device, number in keys
    ]


LOGS = st.lists(st.sampled_from(_universe()), max_size=20)


def test_events_are_sorted_by_time_then_device_then_sequence() -> None:
    fact = Flagged(CardId("c"))
    late, desk2, desk1, lap = (
        event(1, fact, 5, "a"),
        event(2, fact, 1, "desk"),
        event(1, fact, 1, "desk"),
        event(9, fact, 1, "lap"),
    )
    assert merged([late, lap], [desk2, desk1]) == [desk1, desk2, lap, late]


def test_the_order_ignores_the_wall_clocks_offset() -> None:
    key, fact = EventKey(DeviceId("a"), 1), Flagged(CardId("c"))
    assert rank(Event(key, Moment(5, 60), fact)) == rank(Event(key, Moment(5, -60), fact))


def test_nothing_merges_to_nothing() -> None:
    assert merged() == merged([], []) == []


@given(LOGS, LOGS, LOGS)
def test_merging_is_a_union(a: list[Event], b: list[Event], c: list[Event]) -> None:
    both = merged(a, b)
    assert set(both) == set(a) | set(b)
    assert len(both) == len(set(both))
    assert merged(b, a) == both
    assert merged(both, a) == both
    assert merged(both, c) == merged(a, merged(b, c))


@given(LOGS)
def test_no_two_events_have_the_same_rank(log: list[Event]) -> None:
    ranks = [rank(found) for found in merged(log)]
    assert ranks == sorted(set(ranks))
