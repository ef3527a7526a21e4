"""Changes to a note's body that keep each line's number, and what they do to its offsets."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Change(NamedTuple):
    """A stretch of a text, and what stands there instead."""

    start: int
    end: int
    text: str


def blank(body: str, start: int, end: int) -> Change:
    """Leave a stretch's lines blank."""
    return Change(start, end, "\n" * body.count("\n", start, end))


def changed(body: str, changes: Iterable[Change]) -> str:
    """Make the changes; they are in order and do not overlap."""
    parts, position = list[str](), 0
    for start, end, text in changes:
        parts += [body[position:start], text]
        position = end
    return "".join([*parts, body[position:]])


def moved(offsets: Iterable[int], changes: Sequence[Change]) -> tuple[int, ...]:
    """Say where offsets lie after the changes; none lies within one."""
    starts = [change.start for change in changes]
    grown = [0]
    for start, end, text in changes:
        grown.append(grown[-1] + len(text) - (end - start))
    return tuple(offset + grown[bisect_left(starts, offset)] for offset in offsets)


def difference(before: str, after: str) -> Change:
    """Give the one stretch of ``before`` that is another one in ``after``."""
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    return Change(start, len(before) - end, after[start : len(after) - end])


MANY = 4_000
"""So many stretches are no quicker to replace one by one."""


def differences(before: str, after: str) -> list[Change]:
    """Give the stretches of ``before`` that are others in ``after``, line by line.

    It is one stretch where lines came or went, and where almost everything differs.
    """
    old, new = before.split("\n"), after.split("\n")
    found, position = list[Change](), 0
    if len(old) == len(new):
        for one, two in zip(old, new, strict=True):
            if one != two:
                start, end, text = difference(one, two)
                found.append(Change(position + start, position + end, text))
            position += len(one) + 1
    return found if 0 < len(found) < MANY or before == after else [difference(before, after)]


def _alike(one: str, two: str) -> int:
    """Count the letters that two texts begin with alike, halving what is looked at."""
    low, high = 0, min(len(one), len(two))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == two[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
