"""What a setting can be: each kind of value knows what it takes, and says it in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flashcards.domain.tongue import tr

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SUBJECT = re.compile("(deck|topic):[^/](.*[^/])?")


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    @property
    def expected(self) -> str:
        """Say what values it takes."""
        return tr("true or false")

    def accepts(self, value: object) -> bool:
        """Whether a value is of the right type and in range."""
        return isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number. ``zero`` says what 0 means, where it is no number; ``unit`` is for people.

    An arrow key adds a ``step``.
    """

    low: int
    high: int
    unit: str = ""
    zero: str = ""
    step: int = 1

    @property
    def expected(self) -> str:
        """Say what values it takes."""
        return tr("a whole number from {low} to {high}", low=self.low, high=self.high)

    def accepts(self, value: object) -> bool:
        """Whether a value is of the right type and in range."""
        return type(value) is int and self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Share:
    """A part of one, such as 0.9."""

    low: float
    high: float

    @property
    def expected(self) -> str:
        """Say what values it takes."""
        return tr("a number from {low:g} to {high:g}", low=self.low, high=self.high)

    def accepts(self, value: object) -> bool:
        """Whether a value is of the right type and in range."""
        return _is_number(value, self.low, self.high)


@dataclass(frozen=True, slots=True)
class Words:
    """One of a few words, each with what a person calls it."""

    labels: Mapping[str, str]

    @property
    def expected(self) -> str:
        """Say what values it takes."""
        return tr("one of: {words}", words=", ".join(self.labels))

    def accepts(self, value: object) -> bool:
        """Whether a value is of the right type and in range."""
        return isinstance(value, str) and value in self.labels


@dataclass(frozen=True, slots=True)
class Text:
    """Any text; ``empty`` says what none means."""

    empty: str = ""

    @property
    def expected(self) -> str:
        """Say what values it takes."""
        return tr("text")

    def accepts(self, value: object) -> bool:
        """Whether a value is of the right type and in range."""
        return isinstance(value, str)


@dataclass(frozen=True, slots=True)
class Folders:
    """A folder, or a list of them; ``empty`` says what none means."""

    empty: str = ""

    @property
    def expected(self) -> str:
        """Say what values it takes."""
        return tr("a folder as text, or a list of folders")

    def accepts(self, value: object) -> bool:
        """Whether a value is text, or a list of texts that say something."""
        return isinstance(value, str) or (
            isinstance(value, list) and all(_is_text(each) and each for each in value)
        )


@dataclass(frozen=True, slots=True)
class Family:
    """A font family; ``empty`` says what none means, ``fixed`` that all letters are as wide."""

    empty: str
    fixed: bool = False

    @property
    def expected(self) -> str:
        """Say what values it takes."""
        return tr("the name of a font that is installed, or nothing")

    def accepts(self, value: object) -> bool:
        """Whether a value is of the right type; which fonts there are, the window knows."""
        return isinstance(value, str)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, or none."""

    @property
    def expected(self) -> str:
        """Say what values it takes."""
        return tr("a day as YYYY-MM-DD, or nothing")

    def accepts(self, value: object) -> bool:
        """Whether a value is a TOML date, or text that is empty or reads as one."""
        if value == "" or type(value) is date:
            return True
        try:
            return isinstance(value, str) and bool(_DAY.fullmatch(value) and _date(value))
        except ValueError:
            return False


@dataclass(frozen=True, slots=True)
class Numbers:
    """A table: names of a sort, each with a number."""

    names: str
    low: float
    high: float

    @property
    def expected(self) -> str:
        """Say what values it takes."""
        return tr(
            "a table of {names}, each with a number from {low:g} to {high:g}",
            names=tr(self.names),
            low=self.low,
            high=self.high,
        )

    def accepts(self, value: object) -> bool:
        """Whether a value is of the right type and in range."""
        return isinstance(value, dict) and all(
            _is_number(each, self.low, self.high) for each in value.values()
        )


@dataclass(frozen=True, slots=True)
class Bindings:
    """A table: actions by name, each with its key or keys."""

    @property
    def expected(self) -> str:
        """Say what values it takes."""
        return tr("a table of actions, each with a key such as “Ctrl+K”, or a list of keys")

    def accepts(self, value: object) -> bool:
        """Whether a value is of the right type; which keys there are, the window knows."""
        return isinstance(value, dict) and all(
            isinstance(each, str) or (isinstance(each, list) and each and all(map(_is_text, each)))
            for each in value.values()
        )


@dataclass(frozen=True, slots=True)
class Allowances:
    """A table: decks and topics, each with how many new and due cards a day."""

    most: int

    @property
    def expected(self) -> str:
        """Say what values it takes."""
        return tr(
            "a table of “deck:…” or “topic:…”, each with new, reviews or both, "
            "whole numbers from 0 to {most}",
            most=self.most,
        )

    def accepts(self, value: object) -> bool:
        """Whether a value is a table, and all in it is right."""
        return isinstance(value, dict) and all(map(self.takes, value, value.values()))

    def takes(self, name: str, entry: object) -> bool:
        """Whether one limit is of the right form and in range."""
        return (
            bool(_SUBJECT.fullmatch(name))
            and isinstance(entry, dict)
            and bool(entry)
            and entry.keys() <= {"new", "reviews"}
            and all(type(each) is int and 0 <= each <= self.most for each in entry.values())
        )


@dataclass(frozen=True, slots=True)
class Queries:
    """A table: names, each with a search."""

    @property
    def expected(self) -> str:
        """Say what values it takes."""
        return tr("a table of names without quotation marks, each with a search as text")

    def accepts(self, value: object) -> bool:
        """Whether a value is a table, and all in it is right; the searches are read later."""
        return isinstance(value, dict) and all(map(self.takes, value, value.values()))

    def takes(self, name: str, entry: object) -> bool:
        """Whether one name may be one, and has a text."""
        is_named = bool(name.strip()) and '"' not in name and name == name.strip()
        return is_named and isinstance(entry, str) and bool(entry.strip())


Keys = Mapping[str, str | list[str]]
Table = Allowances | Queries
Typed = Calendar | Family | Folders | Text
Kind = Table | Typed | Bindings | Flag | Whole | Share | Words | Numbers


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_number(value: object, low: float, high: float) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and low <= value <= high  # type: ignore[operator]  # mypy does not follow the name


def _date(text: str) -> date:
    return date.fromisoformat(text)
