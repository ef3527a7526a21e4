"""What to say of a TeX command that nobody knows: the nearest one that is known."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

from flashcards.domain.tongue import tr

_NEAR = 0.75
"""Of four thousand names one is always a little alike; it must be more than that."""


def unknown(command: str) -> str:
    """The sentence about a command that could not be read, in TeX's own words, with a guess."""
    name = command.partition("{")[0]
    if name in _known():
        return tr(r"Misplaced {name}: it belongs into a \begin … \end.", name=name)
    return tr("Undefined control sequence {name}. {guess}", name=name, guess=_guess(name))


def _guess(name: str) -> str:
    near = get_close_matches(name[1:], [word[1:] for word in _known()], n=1, cutoff=_NEAR)
    if near:
        return tr("Did you mean “{word}”?", word=f"\\{near[0]}")
    if len(name) == 2 and name[1].isupper():
        return tr("Write {tex}.", tex=rf"\mathbb{{{name[1]}}}")
    tex = rf"\operatorname{{{name[1:]}}}"
    return tr("For a name in upright letters write {tex}.", tex=tex)


_COMMON = re.compile(r"\\(?!m(?:bf|it|rm|scr|frak|Bb|bb|sans|sf|tt|up))[A-Za-z]+")
"""All but the names of single letters in other alphabets, which nobody writes."""


@lru_cache(maxsize=1)
def _known() -> tuple[str, ...]:
    from latex2mathml import commands  # only once a formula is wrong
    from latex2mathml.symbols_parser import SYMBOLS

    named = [word for word in vars(commands).values() if isinstance(word, str)]
    return tuple(word for word in (*named, *SYMBOLS) if _COMMON.fullmatch(word))
