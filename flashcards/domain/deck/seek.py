"""Find and replace in a text."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from flashcards.domain.tongue import tr

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for; ``words`` are a regular expression where ``pattern`` says so."""

    words: str
    pattern: bool = False
    case: bool = False

    @property
    def fault(self) -> str:
        """Say why the expression cannot be used; empty where it can."""
        try:
            self._compiled()
        except re.error as error:
            return tr("This expression cannot be used: {msg}.", msg=error.msg)
        return ""

    def _compiled(self) -> re.Pattern[str]:
        words = self.words if self.pattern else re.escape(self.words)
        return re.compile(words, (0 if self.case else re.IGNORECASE) | re.MULTILINE)

    def found(self, text: str) -> list[Stretch]:
        """List the places; empty ones, and those of an expression with a fault, are none."""
        if not self.words or self.fault:
            return []
        found = self._compiled().finditer(text)
        return [(each.start(), each.end()) for each in found if each.end() > each.start()]

    def replaced(self, text: str, place: Stretch, new: str) -> str:
        """Give what stands in a place's stead; an expression's groups are \\1, \\2 …"""
        if not self.pattern:
            return new
        match = self._compiled().match(text, place[0])
        try:
            return match.expand(new) if match else new
        except (re.error, IndexError):
            return new

    def all_replaced(self, text: str, new: str) -> tuple[str, int]:
        """Replace every place; tell how many there were."""
        parts, at = list[str](), 0
        places = self.found(text)
        for start, end in places:
            parts += [text[at:start], self.replaced(text, (start, end), new)]
            at = end
        return "".join([*parts, text[at:]]), len(places)


def next_place(places: list[Stretch], at: int, step: int) -> Stretch | None:
    """Give the place after (or with -1 before) an offset; round at the end."""
    if not places:
        return None
    place = bisect_left(places, (at, 0))
    return places[place % len(places)] if step > 0 else places[place - 1]
