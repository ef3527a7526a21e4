"""A language for tests: each sentence is longer, accented, and stands between ⟦ and ⟧.

What is seen without the brackets never passed through ``tr``; what no longer fits would not fit in
Finnish either.
"""

import re
from collections.abc import Iterator
from functools import cache

from tests.words.catalogues import template

_ACCENTED = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")
_GAP = re.compile(r"\{\{|\}\}|\{[^{}]*\}")
_WORD = re.compile(r"[^\W\d_]{2,}")
LONGER = 0.4
"""So much longer than English are other languages at their worst."""

RIGHT_TO_LEFT = "\u200f"
"""A letter that nobody sees, of a script that is read from the right; it begins a sentence."""

CONVENTIONS = {"percentage", "decimal point", "between thousands", "reading direction", "time"}
"""Contexts of what is no sentence, and stays as it is."""


def accented(text: str) -> str:
    """Give words as they stand within a sentence of the pseudo-language."""
    return text.translate(_ACCENTED)


def pseudo(text: str) -> str:
    """Write a sentence in the pseudo-language; its gaps stay."""
    parts, position = [], 0
    for gap in _GAP.finditer(text):
        parts += [text[position : gap.start()].translate(_ACCENTED), gap[0]]
        position = gap.end()
    said = "".join([*parts, text[position:].translate(_ACCENTED)])
    return f"⟦{said}{'~' * round(len(_GAP.sub('', text)) * LONGER)}⟧"


class Pseudo:
    """The catalogue of the pseudo-language. It knows no sentence that was not drawn out."""

    def __init__(self, direction: str = "left to right") -> None:
        self._direction = direction
        self._mark = RIGHT_TO_LEFT if direction == "right to left" else ""
        self._known = known_sentences()

    def gettext(self, message: str) -> str:
        return f"{self._mark}{pseudo(message)}" if message in self._known else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        if context == "reading direction":
            return self._direction
        return message if context in CONVENTIONS else self.gettext(message)


@cache
def known_sentences() -> frozenset[str]:
    """Collect every sentence, and every form of one, that is in the template."""
    return frozenset(text for message in template() for text in _forms(message.id))


def _forms(text: str | tuple[str, ...] | list[str]) -> Iterator[str]:
    yield from (text,) if isinstance(text, str) else text


def bare_words(text: str) -> list[str]:
    """List the words of a text that stand in no brackets: those that were not translated."""
    return _WORD.findall(outside(text))


def outside(text: str) -> str:
    """Put a space in the place of what stands in brackets, one within the other."""
    depth, kept = 0, []
    for letter in text:
        depth += {"⟦": 1, "⟧": -1}.get(letter, 0)
        if depth <= 0:
            kept.append(" " if letter == "⟧" else letter)
    return "".join(kept)
