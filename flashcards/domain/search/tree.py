"""What a search says, as values: conditions, and how they are joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Says:
    """The card says these letters somewhere: in its prompt, its answer, or its id."""

    text: str


@dataclass(frozen=True, slots=True)
class Within:
    """A word of the note: its topic or deck (and all below it), its kind, round, or a tag."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How the card stands: new, due, suspended, buried, flagged, or without a note."""

    state: str


@dataclass(frozen=True, slots=True)
class Between:
    """A number of the card lies between two, both included; None is no bound.

    ``due`` counts days from today on, ``added`` and ``reviewed`` days back; ``ease`` is in
    hundredths. A card that has no such number is never between.
    """

    measure: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Not:
    """What the other does not find."""

    node: Node


@dataclass(frozen=True, slots=True)
class Every:
    """What all of them find; none of them finds everything."""

    nodes: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """What one of them finds at least."""

    nodes: tuple[Node, ...]


Leaf = Says | Within | Standing | Between
Node = Leaf | Not | Every | Either

ORPHANS = Standing("orphan")


def leaves(node: Node) -> Iterator[Leaf]:
    """Give all conditions of a search."""
    waiting = [node]
    while waiting:
        match waiting.pop():
            case Not(inner):
                waiting.append(inner)
            case Every(nodes) | Either(nodes):
                waiting += nodes
            case leaf:
                yield leaf


def needed_words(node: Node) -> tuple[str, ...]:
    """Give the words that every card found must say: an index may look for them first."""
    match node:
        case Says(text):
            return (text,)
        case Every(nodes):
            return tuple(word for each in nodes for word in needed_words(each))
    return ()
