"""Second step: the order of cards, with new ones spread among the due and siblings kept apart."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice, zip_longest

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId, note_of
from flashcards.domain.scheduling.scheduler import Schedule

SIBLING_GAP = 5
"""At least so many cards stand between two of one note, where there are enough others."""

_LOOKAHEAD = 64


def shuffled_by(today: Day) -> Callable[[CardId], bytes]:
    """Give a sort key that looks random but is the same all day, on every machine."""
    salt = today.to_bytes(4, "big")
    return lambda card: blake2b(card.encode(), key=salt, digest_size=8).digest()


def most_overdue_first(schedules: Iterable[Schedule], today: Day) -> list[CardId]:
    """Order due cards by the day they were due; within a day by chance, fixed for the day."""
    chance = shuffled_by(today)
    ordered = sorted(schedules, key=lambda schedule: (schedule.due or 0, chance(schedule.card)))
    return [schedule.card for schedule in ordered]


def deck_by_deck(decks: Iterable[Iterable[CardId]]) -> Iterator[CardId]:
    """Take new cards in turn from each deck, so that a day is never all one subject.

    Within a deck they keep the author's order: prerequisites come first.
    """
    rounds = zip_longest(*decks)
    return (card for turn in rounds for card in turn if card is not None)


def interleaved(due: Sequence[CardId], new: Sequence[CardId]) -> list[CardId]:
    """Spread the new cards evenly among the due; a due card comes first."""
    total, taken = len(due) + len(new), 0
    mixed: list[CardId] = []
    for place in range(total):
        if taken < (place + 1) * len(new) // total:
            mixed.append(new[taken])
            taken += 1
        else:
            mixed.append(due[place - taken])
    return mixed


def siblings_apart(cards: Sequence[CardId], gap: int = SIBLING_GAP) -> list[CardId]:
    """Move cards back until ``gap`` others stand between siblings, as far as others last.

    The last ones, which nothing follows that could part them, move forward instead.
    """
    waiting, placed = list(cards), list[CardId]()
    while waiting:
        recent = {note_of(card) for card in placed[-gap:]} if gap else set()
        fitting = (
            place
            for place, card in enumerate(islice(waiting, _LOOKAHEAD))
            if note_of(card) not in recent
        )
        place = next(fitting, None)
        if place is None:
            placed.insert(_room(placed, waiting[0], gap), waiting.pop(0))
        else:
            placed.append(waiting.pop(place))
    return placed


def _room(placed: Sequence[CardId], card: CardId, gap: int) -> int:
    """Give the latest place that has no sibling of ``card`` near it, or the end."""
    end = len(placed)
    for place in range(end - 1, max(0, end - _LOOKAHEAD), -1):
        near = placed[max(0, place - gap) : place + gap]
        if all(note_of(other) != note_of(card) for other in near):
            return place
    return end
