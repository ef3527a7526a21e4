"""Which new cards a day asks: as many as its limits let in, in the order of one's choice."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from heapq import merge, nsmallest
from itertools import islice, repeat
from typing import TYPE_CHECKING, TypeVar
from zlib import crc32

from flashcards.domain.queue.order import in_turn

if TYPE_CHECKING:
    from flashcards.domain.catalogue import Shelf
    from flashcards.domain.clock import Day
    from flashcards.domain.ids import CardId
    from flashcards.domain.queue.gather import New
    from flashcards.domain.queue.limits import Room

_Key = TypeVar("_Key", bound=Hashable)


def fresh(new: "New", room: "Room", order: str, today: "Day") -> "list[CardId]":
    """Choose new cards from their shelves; a shelf that is full is looked at no longer."""
    if order == "chance":
        cards = _by_chance(new, room, today)
    elif order == "written":
        cards = _fitting(new, new.shelves, room)
    else:
        groups = _grouped(new.shelves, _topic if order == "topics" else _deck)
        cards = in_turn([_fitting(new, group, room) for group in groups.values()])
    return list(islice(cards, room.left))


def _fitting(new: "New", shelves: "Iterable[Shelf]", room: "Room") -> "Iterator[CardId]":
    """Give cards one after another; each is counted when it is given."""
    for shelf in shelves:
        for card in new.on(shelf):
            if not room.take(shelf):
                break
            yield card


def _by_chance(new: "New", room: "Room", today: "Day") -> "Iterator[CardId]":
    """Draw cards; what is drawn is the same all day, on every machine.

    Of those under the same limits only as many are put in order as fit.
    """
    alike = _grouped(new.shelves, room.limits_on).values()
    drawn = [nsmallest(room.on(some[0]), _numbered(new, some, today)) for some in alike]
    for _, card, shelf in merge(*drawn):
        if room.take(shelf):
            yield card


def _numbered(
    new: "New", shelves: "Iterable[Shelf]", today: "Day"
) -> "Iterator[tuple[int, CardId, Shelf]]":
    """Give each card a number that looks random; no two cards are equal, so no shelves meet."""
    for shelf in shelves:
        cards = [*new.on(shelf)]
        yield from zip(
            map(crc32, map(str.encode, cards), repeat(today)), cards, repeat(shelf), strict=False
        )


def _grouped(
    shelves: "Iterable[Shelf]", subject: "Callable[[Shelf], _Key]"
) -> "dict[_Key, list[Shelf]]":
    """Put the shelves together that are about one subject, in the order in which they come."""
    groups: dict[_Key, list[Shelf]] = {}
    for shelf in shelves:
        groups.setdefault(subject(shelf), []).append(shelf)
    return groups


def _deck(shelf: "Shelf") -> str:
    return shelf.deck


def _topic(shelf: "Shelf") -> str:
    return shelf.topic
