"""A tuple that grows at its end, without copies."""

import sys

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, rule

from flashcards.domain.growing import Growing


def test_one_grows_and_the_others_stay_as_they_were() -> None:
    one = Growing("a")
    two, other = one.plus("b"), one.plus("c")
    assert ["".join(each) for each in (one, two, other)] == ["a", "ab", "ac"]


def test_it_reads_as_a_tuple() -> None:
    found = Growing("abcd")[1:-1].plus("e")
    assert (list(found), found[0], found[-1], len(found)) == (["b", "c", "e"], "b", "e", 3)
    assert (len(found[5:]), len(found[2:1]), len(Growing[str]())) == (0, 0, 0)
    assert (hash(found), repr(found)) == (hash(("b", "c", "e")), "Growing(['b', 'c', 'e'])")
    assert (found == ("b", "c", "e"), found == ["b", "c", "e"]) == (True, False)


def test_a_thousand_that_grow_from_one_another_share_their_memory() -> None:
    kept = [Growing[int]()]
    for number in range(1_000):
        kept.append(kept[-1].plus(number))
    assert len({id(each._all) for each in kept}) == 1
    assert sum(map(sys.getsizeof, kept)) < 100_000


Pair = tuple[Growing[int], tuple[int, ...]]


class Tuples(RuleBasedStateMachine):
    """Whatever is done to one of them, each is still the tuple that it was."""

    pairs = Bundle[Pair]("pairs")

    @rule(target=pairs, values=st.lists(st.integers(), max_size=4))
    def begin(self, values: list[int]) -> Pair:
        """Make one."""
        return Growing(values), tuple(values)

    @rule(target=pairs, pair=pairs, value=st.integers())
    def grow(self, pair: Pair, value: int) -> Pair:
        """Add to one."""
        return pair[0].plus(value), (*pair[1], value)

    @rule(target=pairs, pair=pairs, part=st.slices(4).filter(lambda part: part.step in (None, 1)))
    def take(self, pair: Pair, part: slice) -> Pair:
        """Take a part of one."""
        return pair[0][part], pair[1][part]

    @rule(pair=pairs)
    def look(self, pair: Pair) -> None:
        """Compare one."""
        assert pair[0] == pair[1]


TestTuples = Tuples.TestCase
TestTuples.settings = settings(max_examples=60, stateful_step_count=30)
