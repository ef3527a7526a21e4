"""What only one of two logs has."""

from flashcards.domain.clock import Moment
from flashcards.domain.safety import NOTHING, Side


def test_the_entries_of_a_side_are_counted_by_kind() -> None:
    assert Side((("reviewed", 12), ("noted", 3)), Moment(1), Moment(2)).count == 15
    assert NOTHING.count == 0
