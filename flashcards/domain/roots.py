"""Things that are one: each leads to the one that stands for all."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

_T = TypeVar("_T", bound=Hashable)


def roots(pairs: Iterable[tuple[_T, _T]]) -> dict[_T, _T]:
    """Follow the second of each pair to the first, and on to the end; what ends a circle is left.

    What stands for itself is not in the answer.
    """
    above: dict[_T, _T] = {}

    def root(thing: _T) -> _T:
        while thing in above:
            thing = above[thing]
        return thing

    for first, second in pairs:
        upper, lower = root(first), root(second)
        if upper != lower:
            above[lower] = upper
    return {thing: root(thing) for thing in above}
