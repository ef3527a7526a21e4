"""What a few typed letters may mean: letters in order, best at the beginnings of words."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from heapq import nsmallest
from typing import TypeVar

_T = TypeVar("_T")

_START, _NEXT, _INSIDE, _ELSEWHERE = 8, 9, 5, 1
"""What a letter counts: it begins a word, follows the one before at once, or in the same word."""

_ENOUGH = 4
"""So much a letter counts on the average, at least."""


@dataclass(frozen=True, slots=True)
class _Word:
    """One typed word, and where it begins another one: nothing counts more."""

    letters: str
    begins: re.Pattern[str]

    def score(self, text: str) -> int | None:
        """Say how well a text fits; None where the letters are not all there."""
        if self.letters in text and self.begins.search(text):
            return _START + _NEXT * (len(self.letters) - 1)
        return _best(self.letters, text) if _has(self.letters, text) else None


def _words(typed: str) -> list[_Word]:
    """Read what was typed, once for all texts."""
    words = typed.casefold().split()
    return [_Word(word, re.compile(rf"(?<![^\W_]){re.escape(word)}")) for word in words]


def _has(letters: str, text: str) -> bool:
    """Whether a text has the letters, in order."""
    place = -1
    for letter in letters:
        place = text.find(letter, place + 1)
        if place < 0:
            return False
    return True


def likeness(typed: str, text: str) -> int | None:
    """Say how well a text fits what was typed: None where a word's letters are not all there."""
    return _score(_words(typed), text.casefold())


def _score(words: list[_Word], text: str) -> int | None:
    total = 0
    for word in words:
        found = word.score(text)
        if found is None:
            return None
        total += found
    return total


def likest(typed: str, things: Iterable[_T], text_of: Callable[[_T], str], most: int) -> list[_T]:
    """Choose the things that fit, the best first; of equals the shorter, then the earlier one.

    Letters that are strewn over a text are no fit, else a long word would find anything.
    """
    words = _words(typed)
    enough = _ENOUGH * sum(len(word.letters) for word in words)
    fitting = list[tuple[int, int, int, _T]]()
    for place, thing in enumerate(things):
        text = text_of(thing)
        score = _score(words, text.casefold())
        if score is not None and score >= enough:
            fitting.append((-score, len(text) if words else 0, place, thing))
    return [thing for *_, thing in nsmallest(most, fitting)]


def _best(word: str, text: str) -> int | None:
    """Lay a word's letters on the text where they count most; None where that cannot be done."""
    before: list[int | None] = [0, *[None] * len(text)]
    for letter in word:
        farther, inside = before[0], None
        now: list[int | None] = [None] * (len(text) + 1)
        for place, here in enumerate(text):
            if here == letter:
                now[place + 1] = _laid(text, place, before[place], inside, farther)
            farther = _larger(farther, before[place + 1])
            inside = _larger(inside, before[place + 1]) if here.isalnum() else None
        before = now
    return max((score for score in before if score is not None), default=None)


def _laid(
    text: str, place: int, near: int | None, inside: int | None, anywhere: int | None
) -> int | None:
    """Score a letter on a place, the one before it just there, in the same word, or anywhere."""
    starts = place == 0 or not text[place - 1].isalnum()
    in_row = None if near is None else near + (_START if starts else _NEXT)
    in_word = None if inside is None else inside + _INSIDE
    apart = None if anywhere is None else anywhere + (_START if starts else _ELSEWHERE)
    return _larger(_larger(in_row, in_word), apart)


def _larger(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)
