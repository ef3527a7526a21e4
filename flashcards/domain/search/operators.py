"""All that a search knows besides plain words: one table, read by parser, completion and help."""

import re
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from flashcards.domain.deck.header import ROUNDS
from flashcards.domain.kinds import kind_names
from flashcards.domain.search.tree import Between
from flashcards.domain.tongue import later, tr

FIELDS = {
    "topic": later("a topic, and all below it"),
    "deck": later("a deck, or a folder of decks"),
    "kind": later("a kind of note"),
    "round": later("an interview round"),
    "tag": later("a tag"),
}
STATES = {
    "due": later("due today, or before"),
    "new": later("never answered"),
    "suspended": later("not asked until resumed"),
    "buried": later("put off until tomorrow"),
    "flagged": later("marked by you"),
    "leech": later("forgotten again and again"),
    "orphan": later("with a history, but in no deck"),
}
CHOSEN_FROM = {"kind": kind_names(), "round": ROUNDS}
"""The fields that take one of a few words."""

_DAYS = {"": 1, "d": 1, "w": 7, "m": 30, "y": 365}
_DURATION = re.compile(r"(-?\d{1,6})([dwmy]?)")
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_WHOLE = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that cards have. ``plainly`` is what a colon alone means (``added:30d``)."""

    help: str
    example: str
    unit: str
    plainly: str = "="

    def read(self, text: str) -> Fraction | None:
        """Read a value as it is typed, in the unit of ``Between``."""
        if self.unit == "days":
            found = _DURATION.fullmatch(text)
            return Fraction(int(found[1]) * _DAYS[found[2]]) if found else None
        if self.unit == "factor":
            return Fraction(text) * 100 if _NUMBER.fullmatch(text) else None
        return Fraction(text) if _WHOLE.fullmatch(text) else None

    @property
    def expected(self) -> str:
        """Say how a value is written."""
        return tr(_EXPECTED[self.unit])


_EXPECTED = {
    "days": later("a number of days, weeks, months or years: 7d, 2w, 3m, 1y"),
    "factor": later("a number such as 2.3"),
    "count": later("a whole number"),
}

MEASURES = {
    "due": Measure(later("days until it is due"), "due<=7d", "days", "<="),
    "interval": Measure(later("days between its last answer and the next"), "interval>30d", "days"),
    "ease": Measure(later("how easy it has been"), "ease<2.0", "factor"),
    "lapses": Measure(later("how often it was forgotten"), "lapses>3", "count"),
    "reviews": Measure(later("how often it was answered"), "reviews>=10", "count"),
    "grade": Measure(later("the grade of its last answer, 0 to 5"), "grade:0..2", "count"),
    "added": Measure(later("days since it is known to be there"), "added:30d", "days", "<"),
    "reviewed": Measure(later("days since its last answer"), "reviewed:7d", "days", "<"),
}


def compared(name: str, operator: str, value: Fraction) -> Between:
    """Turn ``lapses>3`` into the whole numbers that it admits."""
    up, down = ceil(value), floor(value)
    match operator:
        case "<":
            return Between(name, None, up - 1)
        case "<=":
            return Between(name, None, down)
        case ">":
            return Between(name, down + 1, None)
        case ">=":
            return Between(name, up, None)
    return Between(name, up, down)
