"""Dollars that belong to no formula though they look meant to: math that is never closed.

Prices (``$5 and $6``), variables of a shell (``$HOME``) and a dollar among words are text.
"""

import re
from collections.abc import Iterator

from flashcards.domain.deck.literal import Stretch, within

_ORDERLY = re.compile(
    r"[^$`\\]*+(?:(?:\$(?:[^\s$`][^$`\n]*)?[^\s$`\\]\$(?![\d$])|\$\$[^$`\n]*[^$`\n\\]\$\$"
    r"|`[^`\n]+`(?!`))[^$`\\]*+)*+"
)
_DOLLARS = re.compile(r"\\.|(?P<run>\$+)", re.DOTALL)
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_REST = re.compile(r"[^$\n]*")
_TEX = re.compile(r"\\[A-Za-z]+|[\w})\]]\^|(?<![A-Za-z])[A-Za-z]_[\w{\\]")
_VARIABLE = re.compile(r"[A-Za-z]{2}|_\w|\{\w+\}|\d[^\s^_\\]*(?:\s|$)")
_LONE_LETTER = re.compile(r"[A-Za-z](?![\w'’])")
_WORD = 40
"""Characters that are looked at before a dollar."""


def is_orderly(text: str) -> bool:
    """Whether every dollar is plainly one of a pair: what most texts are, found out quickly."""
    return _ORDERLY.fullmatch(text) is not None


def open_dollars(body: str, literal: list[Stretch]) -> Iterator[int]:
    """Yield where math begins that never ends, at most once in a paragraph.

    ``literal`` are the body's stretches of code and math; math that crosses a blank line is none.
    """
    crossing = [start for start, end in literal if _crosses(body, start, end)]
    spots = [run.start() for run in _DOLLARS.finditer(body) if _is_open(body, run, literal)]
    passed = 0
    for offset in sorted(crossing + spots):
        if offset >= passed:
            yield offset
            blank = _BLANK_LINE.search(body, offset)
            passed = blank.end() if blank else len(body)


def _crosses(body: str, start: int, end: int) -> bool:
    return body[start] == "$" and _BLANK_LINE.search(body, start, end) is not None


def _is_open(body: str, run: re.Match[str], literal: list[Stretch]) -> bool:
    """Whether dollars are outside of code and math, and look as if they should not be."""
    if not run["run"] or len(run["run"]) > 2 or within(literal, run.start()):
        return False
    rest = _REST.match(body, run.end())
    assert rest is not None, "it matches nothing too"
    if len(run["run"]) == 2:
        return not rest[0].strip() or _TEX.search(rest[0]) is not None
    before = body[max(0, run.start() - _WORD) : run.start()]
    if rest[0][:1].strip():
        return not before[-1:].isalnum() and _begins_math(rest[0])
    if before[-1:].strip():
        return _TEX.search(before.split()[-1]) is not None
    return body[rest.end() : rest.end() + 1] == "$" and _TEX.search(rest[0]) is not None


def _begins_math(rest: str) -> bool:
    """Whether what stands directly behind a dollar is TeX; ``rest`` is not blank."""
    if _VARIABLE.match(rest):
        return False
    return _TEX.search(rest) is not None or _LONE_LETTER.match(rest) is not None
