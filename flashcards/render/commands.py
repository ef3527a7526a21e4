"""What to say of a TeX command that nobody knows: the nearest one that is known."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

_NEAR = 0.75
"""Of four thousand names one is always a little alike; it must be more than that."""


def unknown(command: str) -> str:
    """The sentence about a command that could not be read, in TeX's own words, with a guess."""
    name = command.partition("{")[0]
    if name in _known():
        return rf"Misplaced {name}: it belongs into a \begin … \end."
    return f"Undefined control sequence {name}. {_guess(name)}"


def _guess(name: str) -> str:
    near = get_close_matches(name[1:], [word[1:] for word in _known()], n=1, cutoff=_NEAR)
    if near:
        return rf"Did you mean “\{near[0]}”?"
    if len(name) == 2 and name[1].isupper():
        return rf"Write \mathbb{{{name[1]}}}."
    return rf"For a name in upright letters write \operatorname{{{name[1:]}}}."


_COMMON = re.compile(r"\\(?!m(?:bf|it|rm|scr|frak|Bb|bb|sans|sf|tt|up))[A-Za-z]+")
"""All but the names of single letters in other alphabets, which nobody writes."""


@lru_cache(maxsize=1)
def _known() -> tuple[str, ...]:
    from latex2mathml import commands  # only once a formula is wrong
    from latex2mathml.symbols_parser import SYMBOLS

    named = [word for word in vars(commands).values() if isinstance(word, str)]
    return tuple(word for word in (*named, *SYMBOLS) if _COMMON.fullmatch(word))
