"""Numbers that are missing: a device counts its entries from 1, and leaves none out."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


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
        numbers = f"{self.first:,}" if self.size == 1 else f"{self.first:,} to {self.last:,}"
        return f"{numbers} of {self.device}"


def missing(gaps: Iterable[Gap]) -> int:
    """Count the entries that are missing."""
    return sum(gap.size for gap in gaps)


def gaps_text(gaps: Sequence[Gap], most: int = 5) -> str:
    """Name the first of many gaps: ``3 to 6 of 1f0c, 9 of 1f0c and 2 more gaps``."""
    more = f" and {len(gaps) - most:,} more gaps" * (len(gaps) > most)
    return f"{', '.join(map(str, gaps[:most]))}{more}"
