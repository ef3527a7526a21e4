"""Find and replace in a text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flashcards.domain.tongue import tr

CONTEXT = 60
"""So many characters of a line are shown on either side of a place."""


class Hit(NamedTuple):
    """A place in a text, and what would stand there instead."""

    start: int
    end: int
    new: str


class Spot(NamedTuple):
    """A place as it is shown: its line, from 1, and what stands around it there."""

    line: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for; ``words`` are a regular expression where ``pattern`` says so."""

    words: str
    pattern: bool = False
    case: bool = False

    @property
    def fault(self) -> str:
        """Say why the expression cannot be used; empty where it can."""
        try:
            self._compiled()
        except (re.error, OverflowError, RecursionError) as error:
            return tr("This expression cannot be used: {msg}.", msg=getattr(error, "msg", error))
        return ""

    def fault_with(self, new: str) -> str:
        """Say why a replacement cannot be used, or the expression; empty where both can."""
        if self.fault or not self.pattern:
            return self.fault
        try:
            self._compiled().sub(new, "")
        except (re.error, IndexError) as error:
            return tr("What to replace it by cannot be used: {reason}.", reason=error)
        return ""

    def _compiled(self) -> re.Pattern[str]:
        words = self.words if self.pattern else re.escape(self.words)
        return re.compile(words, (0 if self.case else re.IGNORECASE) | re.MULTILINE)

    def hits(self, text: str, new: str = "") -> list[Hit]:
        """List the places, each with its replacement, in which \\1, \\2 … are groups.

        Empty places, and those of an expression with a fault, are none.
        """
        if not self.words or self.fault_with(new):
            return []
        found = (each for each in self._compiled().finditer(text) if each.end() > each.start())
        return [
            Hit(each.start(), each.end(), each.expand(new) if self.pattern else new)
            for each in found
        ]


def replaced(text: str, hits: Iterable[Hit]) -> str:
    """Replace places, which are in order and do not overlap."""
    parts, at = list[str](), 0
    for start, end, new in hits:
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


def next_hit(hits: Sequence[Hit], at: int, step: int) -> Hit | None:
    """Give the place after (or with -1 before) an offset; round at the end."""
    if not hits:
        return None
    place = bisect_left(hits, (at, 0, ""))
    return hits[place % len(hits)] if step > 0 else hits[place - 1]


def spots(text: str, hits: Iterable[Hit]) -> Iterator[Spot]:
    """Show places, which are in order, with what stands around them in their lines."""
    line, at = 1, 0
    for start, end, _ in hits:
        line, at = line + text.count("\n", at, start), start
        begin = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", end)
        before, after = text[begin:start], text[end : stop if stop >= 0 else len(text)]
        yield Spot(line, _end(before), _start(text[start:end]), _start(after))


def _end(text: str) -> str:
    return f"…{text[-CONTEXT:]}" if len(text) > CONTEXT else text


def _start(text: str) -> str:
    shown = text.replace("\n", "⏎")
    return f"{shown[:CONTEXT]}…" if len(shown) > CONTEXT else shown
