"""Numbers that are missing: a device counts its entries from 1, and leaves none out."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from flashcards.domain.tongue import number, tr, trn


class Gap(NamedTuple):
    """Entries of a device that are not in its log, from one number to another."""

    device: str
    first: int
    last: int

    @property
    def size(self) -> int:
        """How many are missing."""
        return self.last - self.first + 1

    def __str__(self) -> str:
        first, last = number(self.first), number(self.last)
        if self.size == 1:
            return tr("{first} of {device}", first=first, device=self.device)
        return tr("{first} to {last} of {device}", first=first, last=last, device=self.device)


def missing(gaps: Iterable[Gap]) -> int:
    """Count the entries that are missing."""
    return sum(gap.size for gap in gaps)


def gaps_text(gaps: Sequence[Gap], most: int = 5) -> str:
    """Name the first of many gaps: ``3 to 6 of 1f0c, 9 of 1f0c and 2 more gaps``."""
    named = ", ".join(map(str, gaps[:most]))
    if len(gaps) <= most:
        return named
    return trn(
        "{named} and {count} more gap",
        "{named} and {count} more gaps",
        len(gaps) - most,
        named=named,
    )
