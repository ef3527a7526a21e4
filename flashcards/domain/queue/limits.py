"""How much a study day asks at most: altogether, and of a deck or a topic."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flashcards.domain.catalogue import Shelf


@dataclass(frozen=True, slots=True)
class OwnLimit:
    """At most so many a day of a deck (or a folder of decks) or a topic, and all below it.

    None is no limit but those that hold anyway.
    """

    field: str
    """``deck`` or ``topic``, as in a search."""
    path: str
    new: int | None = None
    reviews: int | None = None

    def covers(self, shelf: "Shelf") -> bool:
        """Whether cards of a shelf count."""
        place = shelf.deck if self.field == "deck" else shelf.topic
        return place == self.path or place.startswith(f"{self.path}/")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a study day asks at most; ``own`` limits hold below those of the whole day."""

    new_per_day: int = 20
    reviews_per_day: int = 200
    catch_up_per_day: int = 0
    """Where it is not 0, a backlog is being worked off, and it holds instead of the other."""
    own: tuple[OwnLimit, ...] = ()

    def room_for_new(self, done: "Iterable[Shelf]") -> "Room":
        """Say what is left for new cards, after one of each of these shelves."""
        own = [(each, each.new) for each in self.own if each.new is not None]
        return Room(self.new_per_day, own, done)

    def room_for_reviews(self, done: "Iterable[Shelf]") -> "Room":
        """Say what is left for due cards, after one of each of these shelves."""
        own = [(each, each.reviews) for each in self.own if each.reviews is not None]
        return Room(self.catch_up_per_day or self.reviews_per_day, own, done)


class Room:
    """What the limits leave of a day, while its cards are chosen one by one."""

    def __init__(
        self, most: int, own: Iterable[tuple[OwnLimit, int]], done: "Iterable[Shelf]" = ()
    ) -> None:
        self._own, self._left = [limit for limit, _ in own], [*(left for _, left in own), most]
        self._places: dict[tuple[str, str], tuple[int, ...]] = {}
        for shelf in done:
            self._spend(shelf)

    @property
    def left(self) -> int:
        """How many more cards of whatever shelf the day has room for."""
        return max(0, self._left[-1])

    def on(self, shelf: "Shelf") -> int:
        """Say how many more cards of a shelf fit."""
        return max(0, min([self._left[place] for place in self.limits_on(shelf)]))

    def take(self, shelf: "Shelf") -> bool:
        """Take a card of a shelf in, where it fits."""
        fits = self.on(shelf) > 0
        if fits:
            self._spend(shelf)
        return fits

    def _spend(self, shelf: "Shelf") -> None:
        for place in self.limits_on(shelf):
            self._left[place] -= 1

    def limits_on(self, shelf: "Shelf") -> tuple[int, ...]:
        """Say which limits hold on a shelf, by their places; the day's does on every one."""
        key = (shelf.deck, shelf.topic)
        if key not in self._places:
            own = (place for place, limit in enumerate(self._own) if limit.covers(shelf))
            self._places[key] = (*own, len(self._own))
        return self._places[key]
