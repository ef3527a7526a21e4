"""A typed answer beside the expected one: what is the same, what is missing, what is too much."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Sign(StrEnum):
    """What a stretch of words is, as it is written before them."""

    SAME = ""
    MISSING = "+"
    EXTRA = "−"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words, and what they are."""

    sign: Sign
    words: str


def alike(typed: str, expected: str) -> bool:
    """Whether two answers are the same but for case, spaces and the last full stop."""
    return _plain(typed) == _plain(expected)


def compared(typed: str, expected: str) -> tuple[Stretch, ...]:
    """Turn what was typed into what was expected, word by word."""
    return tuple(_stretches(typed.split(), expected.split()))


def _stretches(typed: list[str], expected: list[str]) -> Iterator[Stretch]:
    same = SequenceMatcher(
        None, [_bare(word) for word in typed], [_bare(word) for word in expected]
    )
    for kind, first, last, start, end in same.get_opcodes():
        if kind == "equal":
            yield Stretch(Sign.SAME, " ".join(expected[start:end]))
            continue
        if first < last:
            yield Stretch(Sign.EXTRA, " ".join(typed[first:last]))
        if start < end:
            yield Stretch(Sign.MISSING, " ".join(expected[start:end]))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).removesuffix(".").rstrip()


def _bare(word: str) -> str:
    """A word without its case, and without the comma or full stop after it."""
    return word.casefold().rstrip(".,;:") or word
