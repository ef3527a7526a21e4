"""The ``###`` sections of a note's body."""

import re
from typing import NamedTuple

from flashcards.domain.deck.standing import Outer, standings

_HEADING = re.compile(r" {0,3}###(?:[ \t]+(.*))?")


class Section(NamedTuple):
    """A heading, its line counted from 0 in the body, and the text below it."""

    line: int
    title: str
    text: str


def sections(body: str) -> tuple[str, list[Section]]:
    """Part a body into what stands above its first section, and its sections."""
    heads: list[tuple[int, int, int, str]] = []
    for standing in standings(body):
        line = standing.line
        heading = _HEADING.fullmatch(line.text) if standing.outer is Outer.MARGIN else None
        if heading:
            heads.append((line.number - 1, line.start, line.next, _title(heading[1] or "")))
    ends = [start for _, start, _, _ in heads[1:]] + [len(body)]
    above = body[: heads[0][1]] if heads else body
    return above.strip("\n"), [
        Section(number, title, body[begin:end].strip("\n"))
        for (number, _, begin, title), end in zip(heads, ends, strict=False)
    ]


def _title(text: str) -> str:
    """Take blanks and closing hashes off a heading's text."""
    text = text.strip()
    bare = text.rstrip("#")
    return text if bare[-1:].strip() else bare.rstrip()
