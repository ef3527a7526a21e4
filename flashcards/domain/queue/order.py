"""Second step: the order of cards, with new ones spread among the due and siblings kept apart."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import islice, zip_longest

from flashcards.domain.clock import Day
from flashcards.domain.ids import CardId
from flashcards.domain.note import Card
from flashcards.domain.scheduling.scheduler import Schedule

SIBLING_GAP = 5
"""At least so many cards stand between two of one note, where there are enough others."""

_LOOKAHEAD = 64


def shuffled_by(today: Day) -> Callable[[Card], bytes]:
    """Give a sort key that looks random but is the same all day, on every machine."""
    salt = today.to_bytes(4, "big")
    return lambda card: blake2b(card.id.encode(), key=salt, digest_size=8).digest()


def most_overdue_first(
    cards: Iterable[Card], schedules: Mapping[CardId, Schedule], today: Day
) -> list[Card]:
    """Order due cards by the day they were due; within a day by chance, fixed for the day."""
    chance = shuffled_by(today)
    return sorted(cards, key=lambda card: (schedules[card.id].due or 0, chance(card)))


def deck_by_deck(cards: Iterable[Card]) -> list[Card]:
    """Take new cards in turn from each deck, so that a day is never all one subject.

    Within a deck they keep the author's order: prerequisites come first.
    """
    decks: dict[str, list[Card]] = {}
    for card in cards:
        decks.setdefault(card.note.deck, []).append(card)
    rounds = zip_longest(*decks.values())
    return [card for turn in rounds for card in turn if card is not None]


def interleaved(due: Sequence[Card], new: Sequence[Card]) -> list[Card]:
    """Spread the new cards evenly among the due; a due card comes first."""
    total, taken = len(due) + len(new), 0
    mixed: list[Card] = []
    for place in range(total):
        if taken < (place + 1) * len(new) // total:
            mixed.append(new[taken])
            taken += 1
        else:
            mixed.append(due[place - taken])
    return mixed


def siblings_apart(cards: Sequence[Card], gap: int = SIBLING_GAP) -> list[Card]:
    """Move cards back until ``gap`` others stand between siblings, as far as others last.

    The last ones, which nothing follows that could part them, move forward instead.
    """
    waiting, placed = list(cards), list[Card]()
    while waiting:
        recent = {card.note_id for card in placed[-gap:]} if gap else set()
        fitting = (
            place
            for place, card in enumerate(islice(waiting, _LOOKAHEAD))
            if card.note_id not in recent
        )
        place = next(fitting, None)
        if place is None:
            placed.insert(_room(placed, waiting[0], gap), waiting.pop(0))
        else:
            placed.append(waiting.pop(place))
    return placed


def _room(placed: Sequence[Card], card: Card, gap: int) -> int:
    """Give the latest place that has no sibling of ``card`` near it, or the end."""
    end = len(placed)
    for place in range(end - 1, max(0, end - _LOOKAHEAD), -1):
        near = placed[max(0, place - gap) : place + gap]
        if all(other.note_id != card.note_id for other in near):
            return place
    return end
