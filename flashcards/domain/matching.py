"""Which stretches of lines two texts share: quick for long texts that differ in few places.

Equal beginnings and ends are set aside first. What is between is parted at the lines that stand
once in either text (“patience diff”, Bram Cohen), each part is treated likewise, and only short
parts without such a line are compared line by line.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

Shared = tuple[int, int, int]
"""Where equal lines begin in either text, and how many they are."""

MOST = 500_000
"""So many pairs of lines are compared; a longer part is taken to share nothing."""


def matches(old: Sequence[str], new: Sequence[str]) -> list[Shared]:
    """List the shared stretches in order, at last an empty one at both ends."""
    found: list[Shared] = []
    for one, two, size in _between(old, new, (0, len(old)), (0, len(new))):
        if found and (found[-1][0] + found[-1][2], found[-1][1] + found[-1][2]) == (one, two):
            before = found.pop()
            found.append((before[0], before[1], before[2] + size))
        else:
            found.append((one, two, size))
    return [*found, (len(old), len(new), 0)]


def _between(
    old: Sequence[str], new: Sequence[str], here: tuple[int, int], there: tuple[int, int]
) -> Iterator[Shared]:
    """Walk through two parts."""
    (start, end), (begin, stop) = here, there
    head = _same(zip(old[start:end], new[begin:stop], strict=False))
    if head:
        yield start, begin, head
    start, begin = start + head, begin + head
    tail = _same(zip(reversed(old[start:end]), reversed(new[begin:stop]), strict=False))
    end, stop = end - tail, stop - tail
    if start < end and begin < stop:
        yield from _parted(old, new, (start, end), (begin, stop))
    if tail:
        yield end, stop, tail


def _same(pairs: Iterable[tuple[str, str]]) -> int:
    """Count the equal pairs at the beginning."""
    count = 0
    for one, two in pairs:
        if one != two:
            break
        count += 1
    return count


def _parted(
    old: Sequence[str], new: Sequence[str], here: tuple[int, int], there: tuple[int, int]
) -> Iterator[Shared]:
    """Walk through two parts that begin and end differently."""
    anchors = _anchors(old, new, here, there)
    if not anchors:
        yield from _compared(old, new, here, there)
        return
    start, begin = here[0], there[0]
    for one, two in anchors:
        yield from _between(old, new, (start, one), (begin, two))
        yield one, two, 1
        start, begin = one + 1, two + 1
    yield from _between(old, new, (start, here[1]), (begin, there[1]))


def _anchors(
    old: Sequence[str], new: Sequence[str], here: tuple[int, int], there: tuple[int, int]
) -> list[tuple[int, int]]:
    """Give the longest run of lines, in the order of both, that stand once in either part."""
    places = _once(old, *here)
    others = _once(new, *there)
    pairs = [(place, others[line]) for line, place in places.items() if line in others]
    return _rising(pairs)


def _once(lines: Sequence[str], start: int, end: int) -> dict[str, int]:
    """Tell where each line stands that stands there once."""
    part = lines[start:end]
    counts = Counter(part)
    return {line: start + place for place, line in enumerate(part) if counts[line] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Choose as many pairs as rise in both places (by piles, as in the card game patience)."""
    tops, piles = list[int](), list[int]()
    before = dict[int, int]()
    for number, (_, two) in enumerate(pairs):
        pile = bisect_left(tops, two)
        if pile:
            before[number] = piles[pile - 1]
        tops[pile : pile + 1], piles[pile : pile + 1] = [two], [number]
    chosen, last = list[tuple[int, int]](), piles[-1] if piles else None
    while last is not None:
        chosen.append(pairs[last])
        last = before.get(last)
    return chosen[::-1]


def _compared(
    old: Sequence[str], new: Sequence[str], here: tuple[int, int], there: tuple[int, int]
) -> Iterator[Shared]:
    """Compare two parts line by line, unless they are too long for that."""
    (start, end), (begin, stop) = here, there
    if (end - start) * (stop - begin) > MOST:
        return
    matcher = SequenceMatcher(None, old[start:end], new[begin:stop], autojunk=False)
    for one, two, size in matcher.get_matching_blocks():
        if size:
            yield start + one, begin + two, size
