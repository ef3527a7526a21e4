"""Fuzz and load balance: which day, near the one the algorithm gives, a card comes back on.

Cards learned together would come back together for ever; a few days' play parts them. The
algorithm's own interval is untouched: only the due day moves.
"""

from collections.abc import Callable
from hashlib import blake2b

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId

SHORTEST = 3
"""Days: a shorter interval is kept exactly."""

_SHARES = ((3, 7, 15), (7, 20, 10), (20, None, 5))
"""From how many days to how many, which share of them is play, in percent."""

Load = Callable[[Day], int]
"""How many cards are due on a day already."""


def play(interval: int) -> int:
    """Give the days by which an interval may be longer or shorter: 15, 10 and 5 % of its stretches.

    Never so much that a card could come back before the third day.
    """
    if interval < SHORTEST:
        return 0
    hundredths = 100
    for start, end, percent in _SHARES:
        stretch = (interval if end is None else min(interval, end)) - start
        hundredths += max(0, stretch) * percent
    return min(hundredths // 100, interval - 2)


def shift_by_chance(interval: int, card: CardId, repetition: int) -> int:
    """Give the days to move a due day by, the same for the same card and repetition."""
    room = play(interval)
    seed = f"{card}\n{repetition}".encode("utf-8", "surrogatepass")
    number = int.from_bytes(blake2b(seed, digest_size=8).digest())
    return number % (2 * room + 1) - room


def shift_by_load(interval: int, card: CardId, repetition: int, day: Day, load: Load) -> int:
    """Move a due day to the lightest one within the play; among equals to the one chance gives."""
    room, wanted = play(interval), shift_by_chance(interval, card, repetition)
    shifts = range(-room, room + 1)
    return min(shifts, key=lambda shift: (load(Day(day + interval + shift)), abs(shift - wanted)))
