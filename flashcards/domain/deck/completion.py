"""What a person is about to name in a deck: a kind, a topic, a tag, an id, an image, a key."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flashcards.domain.deck.tokens import FRONT

_OF_FRONT = (
    ("topic", re.compile(r"^topic:[ \t]*(\S*)$")),
    ("round", re.compile(r"^round:[ \t]*(\S*)$")),
    ("tag", re.compile(r"^tags:[ \t]*\[?(?:[^\],]*,[ \t]*)*([^\],\s]*)$")),
    ("header", re.compile(r"^([a-z]*)$")),
)
_OF_BRACES = (
    ("kind", re.compile(r"(?:^|[\s\w])\.([\w-]*)$")),
    ("id", re.compile(r"(?:^|\s)#([\w.:-]*)$")),
    ("topic", re.compile(r"topic=\"?([^\s\"]*)$")),
    ("tag", re.compile(r"tags=(?:\"(?:[^\"]*[ ,])?)?([^\s\",]*)$")),
    ("attribute", re.compile(r"(?:^|\s)([a-z]+)$")),
)
_BRACE = re.compile(r"##[ \t].*[ \t]\{:?([^{}]*)$")
_IMAGE = re.compile(r"!\[[^\]]*\]\(([^)\s]*)$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is being named (``sort``), and the letters of it that stand there already."""

    sort: str
    letters: str


def wanted(before: str, state: int) -> Wanted | None:
    """Tell what is being named at the end of ``before``, the line up to the cursor.

    ``state`` is that of the line above (``tokens``).
    """
    if state == FRONT:
        return _first(_OF_FRONT, before)
    if braces := _BRACE.match(before):
        return _first(_OF_BRACES, braces[1])
    if image := _IMAGE.search(before):
        return Wanted("image", image[1])
    return None


def _first(patterns: Iterable[tuple[str, re.Pattern[str]]], text: str) -> Wanted | None:
    for sort, pattern in patterns:
        if found := pattern.search(text):
            return Wanted(sort, found[1])
    return None


def fitting(letters: str, known: Iterable[str], most: int = 50) -> list[str]:
    """Choose the words that go on from some letters; those that hold them later come last."""
    lowered = letters.lower()
    words = sorted({word for word in known if lowered in word.lower() and word != letters})
    words.sort(key=lambda word: not word.lower().startswith(lowered))
    return words[:most]
