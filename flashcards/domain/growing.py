"""A tuple that grows at its end: each longer one shares its memory with those before it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Growing(Sequence[T]):
    """Reads as a tuple; ``plus`` and slices give another one, and leave this one as it is.

    A thousand of them, each one longer than the one before, take no more room than the last: all
    look at one list, to which only is added, and each knows its part of it.
    """

    __slots__ = ("_all", "_end", "_start")

    def __init__(self, values: Iterable[T] = ()) -> None:
        self._all = list(values)
        self._start, self._end = 0, len(self._all)

    def plus(self, value: T) -> "Growing[T]":
        """Give this one, and one value more."""
        if self._end < len(self._all):  # another one has grown from here
            return Growing((*self, value))
        self._all.append(value)
        return self._part(self._start, self._end + 1)

    def _part(self, start: int, end: int) -> "Growing[T]":
        part = Growing[T]()
        part._all, part._start, part._end = self._all, start, end
        return part

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> "Growing[T]": ...

    def __getitem__(self, place: "int | slice") -> "T | Growing[T]":
        inside = range(self._start, self._end)[place]
        if isinstance(inside, int):
            return self._all[inside]
        return self._part(inside.start, max(inside.start, inside.stop))

    def __iter__(self) -> Iterator[T]:
        return iter(self._all[self._start : self._end])

    def __len__(self) -> int:
        return self._end - self._start

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Growing | tuple) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Growing({list(self)})"
