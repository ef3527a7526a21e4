"""Sets of cards as whole numbers, a bit a card: joined in microseconds."""

from collections.abc import Iterable, Iterator
from itertools import compress

_DIGITS = bytes([ord("0"), ord("1")]) + bytes(254)
_FLAGS = bytes(ord("0")) + b"\0\1" + bytes(254 - ord("0"))


def packed(flags: Iterable[int]) -> int:
    """Make a set of flags, 1 or 0, the first card's first."""
    return int(bytes(flags).translate(_DIGITS)[::-1] or b"0", 2)


def unpacked(bits: int, count: int) -> bytes:
    """Give the flags of so many cards back."""
    return f"{bits:0{count}b}"[::-1].encode().translate(_FLAGS)


def everyone(count: int) -> int:
    """Make the set of so many cards."""
    return (1 << count) - 1


def members(bits: int, count: int) -> Iterator[int]:
    """Give the numbers of the cards of a set."""
    return compress(range(count), unpacked(bits, count))
