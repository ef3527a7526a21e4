"""Hints: quotes that begin with ``hint:``, which help before the answer is shown."""

import re
from typing import NamedTuple

from flashcards.domain.deck.change import Change, blank, changed, moved
from flashcards.domain.deck.literal import Stretch
from flashcards.domain.deck.standing import Outer, standings

_MAY_HOLD = re.compile(r"^ {0,3}>[ \t]*[*_]*hint:", re.IGNORECASE | re.MULTILINE)
_MARK = re.compile(r" {0,3}> ?")
_WORD = re.compile(r"(\**|_*)hint:\1[ \t]*", re.IGNORECASE)


class Hinted(NamedTuple):
    """A body whose hints were taken out, with its thematic breaks' offsets, and the hints."""

    body: str
    breaks: tuple[int, ...]
    hint: str


def take_hints(body: str, breaks: tuple[int, ...]) -> Hinted:
    """Take out the hints; several are joined as paragraphs."""
    if ">" not in body or not _MAY_HOLD.search(body):
        return Hinted(body, breaks, "")
    hints, changes = list[str](), list[Change]()
    for start, end in _quotes(body):
        text = "\n".join(_MARK.sub("", line, count=1) for line in body[start:end].split("\n"))
        word = _WORD.match(text.lstrip())
        if word:
            hints.append(text.lstrip()[word.end() :].strip())
            changes.append(blank(body, start, end))
    hint = "\n\n".join(filter(None, hints))
    return Hinted(changed(body, changes), moved(breaks, changes), hint)


def _quotes(body: str) -> list[Stretch]:
    """List the quotes at the margin."""
    quotes: list[Stretch] = []
    for standing in standings(body):
        if standing.outer is Outer.QUOTE:
            start = standing.line.start if standing.begins else quotes.pop()[0]
            quotes.append((start, standing.line.next))
    return quotes
