"""What a person can choose, each choice with its name, its range and its sentence."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flashcards.domain.clock import Day, day_of
from flashcards.domain.grade import FOUR_GRADES, SIX_GRADES, TWO_GRADES, Grade
from flashcards.domain.problems import UNKNOWN_SETTING, WRONG_SETTING, Place, Problem, did_you_mean
from flashcards.domain.queue.limits import Limits

THEMES = ("system", "light", "dark")
GRADES = {"two": TWO_GRADES, "four": FOUR_GRADES, "six": SIX_GRADES}
HEAVIEST = 10
"""A topic cannot matter more than so many usual ones."""

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices in force; the defaults are what a new person gets."""

    new_per_day: int = 20
    reviews_per_day: int = 200
    rollover_hour: int = 4
    theme: str = "system"
    grades: str = "four"
    fuzz: bool = False
    load_balance: bool = True
    leech_lapses: int = 8
    catch_up_per_day: int = 0
    editor: str = ""
    interview: str = ""
    minutes_per_day: int = 30
    weights: Mapping[str, float] = field(default_factory=dict)

    @property
    def interview_day(self) -> Day | None:
        """The day of the interview, where one is set."""
        return day_of(date.fromisoformat(self.interview)) if self.interview else None

    def weight_of(self, topic: str, round_name: str = "") -> float:
        """Say how much a topic matters: by its own weight, one above it, or its round's; else 1."""
        path = topic
        while path:
            if path in self.weights:
                return self.weights[path]
            path = path.rpartition("/")[0]
        return self.weights.get(round_name, 1.0)

    @property
    def limits(self) -> Limits:
        """How much a day asks at most."""
        return Limits(self.new_per_day, self.reviews_per_day, self.catch_up_per_day)

    @property
    def buttons(self) -> tuple[Grade, ...]:
        """The grades offered on the screen."""
        return GRADES[self.grades]


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting's own description. ``allowed`` is a range, the words to choose from, or a type.

    Without it any text will do.
    """

    name: str
    help: str
    allowed: range | tuple[str, ...] | type[bool | date | dict[str, float]] | None = None

    @property
    def expected(self) -> str:
        """Say what values it takes."""
        if isinstance(self.allowed, range):
            return f"a whole number from {self.allowed[0]} to {self.allowed[-1]}"
        if isinstance(self.allowed, type):
            return _TYPES[self.allowed]
        return f"one of: {', '.join(self.allowed)}" if self.allowed else "text"

    def accepts(self, value: object) -> bool:
        """Whether a value is of the right type and in range."""
        if isinstance(self.allowed, range):
            return type(value) is int and value in self.allowed
        if self.allowed is date:
            return value == "" or _is_day(value)
        if self.allowed is dict:
            return isinstance(value, dict) and all(map(_is_weight, value.values()))
        if isinstance(self.allowed, type):
            return isinstance(value, self.allowed)
        return isinstance(value, str) and (self.allowed is None or value in self.allowed)


_TYPES: dict[type, str] = {
    bool: "true or false",
    date: "a day as YYYY-MM-DD, or nothing",
    dict: f"a table of topics or rounds, each with a number from 0 to {HEAVIEST}",
}


def _is_day(value: object) -> bool:
    """Whether it is a TOML date, or text that reads as one."""
    if type(value) is date:
        return True
    try:
        return isinstance(value, str) and bool(_DAY.fullmatch(value) and date.fromisoformat(value))
    except ValueError:
        return False


def _is_weight(value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and 0 <= value <= HEAVIEST  # type: ignore[operator]  # mypy does not follow the name


CHOICES = (
    Choice("new_per_day", "New cards a day, at most.", range(10_000)),
    Choice("reviews_per_day", "Due cards a day, at most.", range(100_000)),
    Choice("rollover_hour", "The hour (local time) at which a study day begins.", range(24)),
    Choice("theme", "The colours of the window.", THEMES),
    Choice(
        "grades", "How many grade buttons: two, Anki's four, or all six of SM-2.", tuple(GRADES)
    ),
    Choice("fuzz", "Move due days a little, so that cards learned together part.", bool),
    Choice("load_balance", "With fuzz: prefer days on which less is due.", bool),
    Choice("leech_lapses", "So often forgotten, a card is called a leech.", range(2, 100)),
    Choice(
        "catch_up_per_day", "While a backlog lasts: due cards a day (0: no plan).", range(100_000)
    ),
    Choice("editor", "The command that opens a deck: {file} and {line} are filled in."),
    Choice("interview", "The day of the interview.", date),
    Choice("minutes_per_day", "The minutes a day that you mean to study.", range(1, 1440)),
    Choice(
        "weights", "How much a topic (and all below it), or a round, matters; 1 is usual.", dict
    ),
)


def read_settings(values: Mapping[str, object], file: str) -> tuple[Settings, list[Problem]]:
    """Take over what is right; every other value keeps its default and is reported."""
    accepted: dict[str, Any] = {}
    problems: list[Problem] = []
    known = {choice.name: choice for choice in CHOICES}
    for key, value in values.items():
        choice = known.get(key)
        if choice is None:
            guess = did_you_mean(key, known) or f"Known settings: {', '.join(known)}."
            problems.append(UNKNOWN_SETTING.at(Place(file), key=key, guess=guess))
        elif not choice.accepts(value):
            wrong = WRONG_SETTING.at(Place(file), key=key, value=value, expected=choice.expected)
            problems.append(wrong)
        else:
            accepted[key] = value.isoformat() if isinstance(value, date) else value
    return Settings(**accepted), problems


_LINE = (
    r"""^[ \t]*%s[ \t]*=[ \t]*(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^#\n]*?)"""
    r"""(?P<comment>[ \t]*(?:\#[^\n]*)?)$"""
)


def template() -> str:
    """Write a settings file that changes nothing and names every choice, for a person to edit."""
    parts = ["# Flashcards: your choices. Take the # away in front of what you want to change.\n"]
    for choice in CHOICES:
        default = json.dumps(getattr(Settings(), choice.name))
        parts.append(f"# {choice.help} ({choice.expected})\n# {choice.name} = {default}\n")
    return "\n".join(parts)


def with_value(text: str, name: str, value: object) -> str:
    """Set one choice in a settings file's text; everything else stays as the person wrote it."""
    line = f"{name} = {json.dumps(value, ensure_ascii=False)}"
    written = re.compile(_LINE % re.escape(name), re.MULTILINE)
    if written.search(text):
        return written.sub(lambda found: f"{line}{found['comment']}", text, count=1)
    table = re.search(r"^[ \t]*\[", text, re.MULTILINE)
    end = table.start() if table else len(text)
    before = text[:end]
    gap = "" if not before or before.endswith("\n") else "\n"
    return f"{before}{gap}{line}\n{text[end:]}"
