"""What names a deck by its path goes along when the deck is called otherwise."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeVar

from flashcards.domain.deck.header import ROUNDS

_T = TypeVar("_T")
_NAMING = re.compile(
    r"""(?P<said>"[^"]*")|(?P<lead>(?:^|[\s(])-?)(?P<field>deck|topic):(?P<path>"[^"]+"|[^\s")]+)"""
)
_PARTS = re.compile(r"[\s()]")


@dataclass(frozen=True, slots=True)
class Renaming:
    """A deck, or a folder of them, was called ``old`` and is called ``new``.

    ``known`` are the decks, folders and topics that there are now, as ``deck:ml`` or ``topic:ml``.
    What is gone goes along: a deck's name, and a topic that was the deck's path. A topic that a
    deck's text names is there as before, and so is a name that a deck of another folder has.
    """

    old: str
    new: str
    known: Collection[str]

    def limits(self, limits: Mapping[str, _T]) -> dict[str, _T]:
        """Name what limits are of."""
        return _renamed(limits, {name: self._now(name) for name in limits})

    def weights(self, weights: Mapping[str, _T]) -> dict[str, _T]:
        """Name the topics that have a weight; what is called like a round is the round."""
        now = {
            name: name if name in ROUNDS else self._now(f"topic:{name}").partition(":")[2]
            for name in weights
        }
        return _renamed(weights, now)

    def searches(self, searches: Mapping[str, str]) -> dict[str, str]:
        """Name decks and topics within saved searches; all else in them stays as it is."""
        return {name: _NAMING.sub(self._named, query) for name, query in searches.items()}

    def _named(self, found: re.Match[str]) -> str:
        """Write one condition of a search anew, where what it names goes along."""
        if found["said"]:
            return found[0]
        field, then = found["field"], found["path"].strip('"')
        now = self._now(f"{field}:{then}").partition(":")[2]
        if now == then:
            return found[0]
        return f"{found['lead']}{field}:" + (f'"{now}"' if _PARTS.search(now) else now)

    def _now(self, name: str) -> str:
        """Give the name that a deck or a topic has now; capitals do not matter in a search."""
        field, _, path = name.partition(":")
        if name in self.known or not f"{path}/".casefold().startswith(f"{self.old}/".casefold()):
            return name
        now = f"{field}:{self.new}{path[len(self.old) :]}".casefold()
        return next((each for each in self.known if each.casefold() == now), name)


def _renamed(table: Mapping[str, _T], now: Mapping[str, str]) -> dict[str, _T]:
    """Give entries their new names, in their order; one that stands there already holds."""
    return {(name if now[name] in table else now[name]): each for name, each in table.items()}
