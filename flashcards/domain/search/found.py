"""Find the cards that a search means, among all at once."""

from collections.abc import Callable
from functools import reduce
from itertools import compress
from operator import and_, or_
from typing import Any

from flashcards.domain.clock import Day
from flashcards.domain.search.bits import everyone, packed, unpacked
from flashcards.domain.search.table import ALIVE, FLAGGED, MISSING, ORPHAN, SUSPENDED, CardTable
from flashcards.domain.search.tree import (
    ORPHANS,
    Between,
    Either,
    Every,
    Leaf,
    Node,
    Not,
    Says,
    Within,
    leaves,
)

_KEPT = 64
"""So many conditions are known yet when the next letter is typed."""


class Search:
    """Answers one query after another on one table."""

    def __init__(self, table: CardTable) -> None:
        self.table = table
        self._of = (-1, Day(0))
        self._sets: dict[Leaf | int, int] = {}

    def forget(self) -> None:
        """Look for every condition anew."""
        self._of = (-1, Day(0))

    def found(self, node: Node, today: Day, order: list[int] | None = None) -> list[int]:
        """Give the slots of what is found, in an order (else the decks').

        Cards that are in no deck are found only where the search asks for them.
        """
        table = self.table
        if self._of != (table.version, today):
            self._of = table.version, today
            self._sets.clear()
        there = self._there(with_orphans=ORPHANS in leaves(node))
        flags = unpacked(self._joined(node, today) & there, len(table))
        if order is None and table.is_straight:
            return [*compress(table.order, flags)]
        chosen = table.order if order is None else order
        return [*compress(chosen, map(flags.__getitem__, chosen))]

    def _there(self, *, with_orphans: bool) -> int:
        """Give the set of cards that there are; kept among the others by a number."""
        wanted = ALIVE if with_orphans else ALIVE | ORPHAN
        if wanted not in self._sets:
            states = self.table.columns["state"]
            self._sets[wanted] = packed([kept & wanted == ALIVE for kept in states])
        return self._sets[wanted]

    def _joined(self, node: Node, today: Day) -> int:
        everything = everyone(len(self.table))
        match node:
            case Not(inner):
                return self._joined(inner, today) ^ everything
            case Every(nodes):
                return reduce(and_, (self._joined(each, today) for each in nodes), everything)
            case Either(nodes):
                return reduce(or_, (self._joined(each, today) for each in nodes))
        return self._set(node, today)

    def _set(self, leaf: Leaf, today: Day) -> int:
        """Give what a condition finds, looked for once while the table stays as it is."""
        if leaf not in self._sets:
            if len(self._sets) >= _KEPT:
                self._sets.clear()
            self._sets[leaf] = self._looked_for(leaf, today)
        return self._sets[leaf]

    def _looked_for(self, leaf: Leaf, today: Day) -> int:
        match leaf:
            case Says(text):
                return self.table.lexicon.saying(text)
            case Within(field, value):
                return self._within(field, value)
            case Between():
                return self._between(leaf, today)
        return packed(_STATES[leaf.state](self.table.columns, today))

    def _within(self, field: str, value: str) -> int:
        """Look at each word that there is once, then which cards have it."""
        name, fits = _COLUMNS.get(field, field), _FITTING[field]
        wanted = {each for each in self.table.values(name) if fits(each, value)}
        return packed(map(wanted.__contains__, self.table.columns[name]))

    def _between(self, wanted: Between, today: Day) -> int:
        """Compare numbers; days are counted from today, on or back."""
        low = -MISSING if wanted.low is None else wanted.low
        high = MISSING if wanted.high is None else wanted.high
        if wanted.measure == "due":
            low, high = today + low, today + high
        elif wanted.measure in _BACK:
            low, high = today - high, today - low
        high = min(high, MISSING - 1)
        return packed([low <= each <= high for each in self.table.columns[wanted.measure]])


_BACK = ("added", "reviewed")
_COLUMNS = {"tag": "tags"}
_Columns = dict[str, list[Any]]


def _due(columns: _Columns, today: Day) -> list[bool]:
    pairs = zip(columns["due"], columns["state"], strict=True)
    return [due <= today and not kept & SUSPENDED for due, kept in pairs]


_STATES: dict[str, Callable[[_Columns, Day], list[bool]]] = {
    "due": _due,
    "new": lambda columns, _: [day == MISSING for day in columns["reviewed"]],
    "buried": lambda columns, today: [day == today for day in columns["buried"]],
    "suspended": lambda columns, _: [kept & SUSPENDED != 0 for kept in columns["state"]],
    "flagged": lambda columns, _: [kept & FLAGGED != 0 for kept in columns["state"]],
    "orphan": lambda columns, _: [kept & ORPHAN != 0 for kept in columns["state"]],
}


def _is(each: str, value: str) -> bool:
    return each.casefold() == value


def _is_below(each: str, folder: str) -> bool:
    path = each.casefold()
    return path == folder or path.startswith(f"{folder}/")


def _has(each: tuple[str, ...], value: str) -> bool:
    return value in map(str.casefold, each)


_FITTING: dict[str, Callable[[Any, str], bool]] = {
    "topic": _is_below,
    "deck": _is_below,
    "kind": _is,
    "round": _is,
    "tag": _has,
}
