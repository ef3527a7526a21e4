"""Which notes must be named together: those that share a sign with a note that changed.

A note's name depends on others: on notes with its id or its prompt, on histories that were read
so, on what vanished from its deck. What shares none of this, in however many steps, keeps its
name.

A sign is a text: an ``#id`` or a note's name as they are, a fingerprint behind a ``~`` (as a new
note without an id is called), a deck behind a ``/``.
"""

from collections.abc import Callable, Collection, Iterable, Set
from typing import Protocol
from zlib import crc32

from flashcards.domain.entry import Leaf
from flashcards.domain.ids import NoteId
from flashcards.domain.log.events import (
    Distinguished,
    Doubted,
    Event,
    Fact,
    Merged,
    Noted,
    Rekeyed,
)
from flashcards.domain.log.merge import merged

Signs = Set[str]


def signs_of(leaf: Leaf) -> set[str]:
    """Collect what a file's notes are recognised by."""
    signs = {f"/{leaf.deck}"}
    for entry in leaf.entries:
        signs |= {entry.note.explicit_id, f"~{entry.fingerprint}", entry.name}
    return signs - {""}


def signs_in(events: Iterable[Event]) -> set[str]:
    """Collect what histories were recognised by; of the decks they stood in, only the last."""
    signs: set[str] = set()
    decks: dict[NoteId, str] = {}
    for event in events:
        names = names_in(event.fact)
        signs |= names | set(map(_next, names))
        if isinstance(event.fact, Noted):
            signs |= {event.fact.explicit_id, f"~{event.fact.fingerprint}"}
            decks[event.fact.note] = f"/{event.fact.deck}"
    return (signs | {*decks.values()}) - {""}


def names_in(fact: Fact) -> set[str]:
    """Name the notes that a fact tells of."""
    match fact:
        case Merged() | Distinguished() | Doubted():
            return {fact.note, fact.other}
        case Noted() | Rekeyed():
            return {fact.note}
        case _:
            return set()


def _next(name: str) -> str:
    """Give the name that a new note gets where this one is taken."""
    base, mark, number = name.rpartition("~")
    return f"{base}~{int(number) + 1}" if mark and base and number.isdigit() else f"{name}~2"


def mark_of(sign: str) -> int:
    """Write a sign as a number; two that happen to be equal cost time, not truth."""
    return crc32(sign.encode("utf-8", "surrogatepass"))


class Surroundings(Protocol):
    """Where signs lead to."""

    def leaves_with(self, signs: Signs, but: Collection[str]) -> Iterable[Leaf]:
        """Give files with notes that have any of these signs, ``but`` those; more does no harm."""
        ...

    def histories_with(self, signs: Signs) -> Iterable[Event]:
        """Give all that the log tells of every note that ever had one of these signs."""
        ...


def neighbourhood(
    changed: Iterable[Leaf], around: Surroundings, enough: Callable[[Collection[str]], bool]
) -> tuple[dict[str, Leaf], list[Event]] | None:
    """Follow signs until they lead to nothing new: the files to name, and what is known of them.

    ``changed`` holds the files as they were and as they are, the latter last. None is given once
    the files are ``enough`` to take all at once.
    """
    leaves: dict[str, Leaf] = {}
    events: list[Event] = []
    seen, new = set[str](), set[str]()
    for leaf in changed:
        leaves[leaf.file] = leaf
        new |= signs_of(leaf)
    while new:
        if enough(leaves):
            return None
        seen |= new
        events = merged(events, around.histories_with(new))
        nearby = list(around.leaves_with(new, leaves.keys()))
        leaves |= {leaf.file: leaf for leaf in nearby}
        new = signs_in(events).union(*map(signs_of, nearby)) - seen
    return leaves, events
