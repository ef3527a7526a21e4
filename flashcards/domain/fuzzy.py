"""What a few typed letters may mean: letters in order, best at the beginnings of words."""

from collections.abc import Callable, Iterable
from typing import TypeVar

_T = TypeVar("_T")

_START, _NEXT, _ELSEWHERE = 8, 9, 1


def likeness(typed: str, text: str) -> int | None:
    """Say how well a text fits what was typed: None where a word's letters are not all there."""
    text, score = text.casefold(), 0
    for word in typed.casefold().split():
        found = _best(word, text)
        if found is None:
            return None
        score += found
    return score


def likest(typed: str, things: Iterable[_T], text_of: Callable[[_T], str], most: int) -> list[_T]:
    """Choose the things that fit, the best first; of equals the shorter, then the earlier one."""
    told = [(likeness(typed, text_of(thing)), thing) for thing in things]
    fitting = [(score, thing) for score, thing in told if score is not None]
    shorter = len if typed.strip() else lambda _: 0
    fitting.sort(key=lambda pair: (-pair[0], shorter(text_of(pair[1]))))
    return [thing for _, thing in fitting[:most]]


def _best(word: str, text: str) -> int | None:
    """Lay a word's letters on the text where they count most; None where that cannot be done."""
    before: list[int | None] = [0, *[None] * len(text)]
    for letter in word:
        farther = before[0]
        now: list[int | None] = [None] * (len(text) + 1)
        for place, here in enumerate(text):
            if here == letter:
                now[place + 1] = _score(text, place, before[place], farther)
            farther = _larger(farther, before[place + 1])
        before = now
    return max((score for score in before if score is not None), default=None)


def _score(text: str, place: int, near: int | None, any_before: int | None) -> int | None:
    """Score a letter on a place: ``near`` with the one before it there, or anywhere before."""
    starts = place == 0 or not text[place - 1].isalnum()
    in_row = None if near is None else near + (_START if starts else _NEXT)
    apart = None if any_before is None else any_before + (_START if starts else _ELSEWHERE)
    return _larger(in_row, apart)


def _larger(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)
