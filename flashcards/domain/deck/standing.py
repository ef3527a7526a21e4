"""Where each line of a note's body stands: at the margin, in a quote, in a list, or literally.

What a note holds besides text (hints, footnotes, fields, steps) is found at the margin only, so
that code, comments, quotes and lists may show how any of it is written.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from flashcards.domain.deck.blocks import QUOTE, Leaf, Line, Scanner, lines_of

_ITEM = re.compile(r" {0,3}(?:[-+*]|\d{1,9}[.)])(?:\s|$)")


class Outer(Enum):
    """What a line belongs to on the body's top level."""

    MARGIN = auto()
    QUOTE = auto()
    ITEM = auto()
    LITERAL = auto()


class Standing(NamedTuple):
    """A line (numbered from 1 in its body), and what it belongs to."""

    line: Line
    outer: Outer
    begins: bool
    """Whether the quote or the list item begins here."""
    column: int
    """Where a list item's content begins."""
    in_paragraph: bool
    """Whether a paragraph at the margin goes on after it."""


def standings(body: str) -> Iterator[Standing]:
    """Tell of each line of a body where it stands, in linear time."""
    scanner = Scanner()
    for line in lines_of(body):
        before = scanner.containers[0] if scanner.containers else None
        was_literal = before is None and not isinstance(scanner.leaf, Leaf)
        scanner.feed(line)
        after = scanner.containers[0] if scanner.containers else None
        if after is None:
            is_literal = was_literal or not isinstance(scanner.leaf, Leaf)
            outer = Outer.LITERAL if is_literal else Outer.MARGIN
            yield Standing(line, outer, False, 0, scanner.leaf is Leaf.PARAGRAPH)
        elif after == QUOTE:
            yield Standing(line, Outer.QUOTE, before != QUOTE, 0, False)
        else:
            begins = not before or _is_marked(line, before)
            yield Standing(line, Outer.ITEM, begins, after, False)


def _is_marked(line: Line, column: int) -> bool:
    """Whether a line begins an item of its own beside the open one."""
    text = line.text.expandtabs(4)
    indent = len(text) - len(text.lstrip(" "))
    return indent < column and _ITEM.match(text) is not None
