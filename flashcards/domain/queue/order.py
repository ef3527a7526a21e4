"""Second step: the order of cards, with new ones among the due and siblings kept apart."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice

from flashcards.domain.catalogue import Catalogue
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


def most_overdue_first(schedules: Iterable[Schedule], today: Day) -> Iterator[CardId]:
    """Order due cards by the day they were due; within a day by chance, fixed for the day.

    Of a backlog only the days are put in order that somebody asks for.
    """
    days: dict[int, list[CardId]] = {}
    for schedule in schedules:
        days.setdefault(schedule.due or 0, []).append(schedule.card)
    for day in sorted(days):
        yield from sorted(days[day], key=shuffled_by(today))


def most_likely_forgotten_first(schedules: Iterable[Schedule], today: Day) -> list[CardId]:
    """Order due cards by how long they have waited, beside how long they were to last.

    The longer for its interval (with FSRS its stability), the lower is a card's recall.
    """
    chance = shuffled_by(today)
    ordered = sorted(schedules, key=lambda each: (-_waited(each, today), chance(each.card)))
    return [schedule.card for schedule in ordered]


def _waited(schedule: Schedule, today: Day) -> float:
    last = today if schedule.last_day is None else schedule.last_day
    return (today - last) / (schedule.stability or max(1, schedule.interval))


def deck_after_deck(
    schedules: Iterable[Schedule], today: Day, catalogue: Catalogue
) -> list[CardId]:
    """Order due cards by their decks, and within one most overdue first."""
    places = {shelf.deck: place for place, shelf in enumerate(catalogue.shelves)}
    overdue = most_overdue_first(schedules, today)
    return sorted(overdue, key=lambda card: places[catalogue.place_of(card).deck])


def in_turn(streams: Iterable[Iterator[CardId]]) -> Iterator[CardId]:
    """Take a card from each stream in turn, so that a day is never all one subject.

    Within a stream they keep the author's order: prerequisites come first.
    """
    waiting = deque(streams)
    while waiting:
        stream = waiting.popleft()
        card = next(stream, None)
        if card is not None:
            yield card
            waiting.append(stream)


def mixed(due: Sequence[CardId], new: Sequence[CardId], mix: str) -> list[CardId]:
    """Put new cards among the due, after them or before them; siblings are kept apart."""
    if mix == "spread":
        return siblings_apart(interleaved(due, new))
    first, then = (new, due) if mix == "before" else (due, new)
    return [*siblings_apart(first), *siblings_apart(then)]


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
