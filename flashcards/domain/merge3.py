"""Put two changed versions of a text together, line by line: no line of either is ever lost.

The classic three-way merge (Khanna, Kunal, Pierce: “A Formal Investigation of Diff3”, 2007). Where
only one side changed what stood in the text both began with, its change holds; where both changed
it, and not alike, a person must settle it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from flashcards.domain.matching import matches

Lines = tuple[str, ...]


class Side(Enum):
    """Whose lines hold where both were changed."""

    MINE = auto()
    THEIRS = auto()
    BOTH = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of one place in each version."""

    mine: Lines
    theirs: Lines
    disputed: bool = False
    """Whether both sides changed what stood here, and not alike."""

    def chosen(self, side: Side) -> Lines:
        """Give the lines that hold; where nothing is disputed, ``mine`` are the merged ones."""
        if not self.disputed or side is Side.MINE:
            return self.mine
        return self.theirs if side is Side.THEIRS else (*self.mine, *self.theirs)


@dataclass(frozen=True, slots=True)
class Merged:
    """Both versions together, in stretches; lines have no endings."""

    stretches: tuple[Stretch, ...]

    @property
    def disputes(self) -> int:
        """Count the places that a person must settle."""
        return sum(stretch.disputed for stretch in self.stretches)

    def text(self, sides: Sequence[Side] = ()) -> str:
        """Give the merged text; what is disputed and has no side yet keeps both versions."""
        left = iter(sides)
        lines: list[str] = []
        for stretch in self.stretches:
            side = next(left, Side.BOTH) if stretch.disputed else Side.MINE
            lines += stretch.chosen(side)
        return "\n".join(lines)


def merge(base: str, mine: str, theirs: str) -> Merged:
    """Merge two versions of ``base``; the lines of all three end in LF."""
    lines = base.split("\n"), mine.split("\n"), theirs.split("\n")
    found: list[Stretch] = []
    for stretch in _stretches(*lines):
        if found and not stretch.disputed and not found[-1].disputed:
            found[-1] = Stretch(found[-1].mine + stretch.mine, ())
        else:
            found.append(stretch)
    return Merged(tuple(found))


def _stretches(base: list[str], mine: list[str], theirs: list[str]) -> Iterator[Stretch]:
    """Walk from one place that all three share to the next; what lies between has changed."""
    at = own = other = 0
    for start, in_mine, in_theirs, length in _shared(base, mine, theirs):
        between = base[at:start], mine[own:in_mine], theirs[other:in_theirs]
        if any(between):
            yield _settled(*map(tuple, between))
        at, own, other = start + length, in_mine + length, in_theirs + length
        if length:
            yield Stretch(tuple(base[start:at]), ())


def _settled(base: Lines, mine: Lines, theirs: Lines) -> Stretch:
    """Take the side that changed something; both, where they changed it alike."""
    if theirs in (base, mine):
        return Stretch(mine, ())
    if mine == base:
        return Stretch(theirs, ())
    return Stretch(mine, theirs, disputed=True)


def _shared(
    base: list[str], mine: list[str], theirs: list[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Give what all three share: the place in each, and how many lines; at last their ends."""
    left, right = iter(matches(base, mine)), iter(matches(base, theirs))
    one, two = next(left), next(right)
    while one[2] and two[2]:
        start = max(one[0], two[0])
        end = min(one[0] + one[2], two[0] + two[2])
        if start < end:
            yield start, start - one[0] + one[1], start - two[0] + two[1], end - start
        if one[0] + one[2] < two[0] + two[2]:
            one = next(left)
        else:
            two = next(right)
    yield len(base), len(mine), len(theirs), 0
