"""A deck's front matter: what it may say, and what is wrong with what it says."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flashcards.domain.deck.blocks import Line
from flashcards.domain.problems import (
    FRONT_MATTER,
    UNCLOSED_FRONT_MATTER,
    UNKNOWN_KEY,
    WRONG_VALUE,
    Place,
    Problem,
    did_you_mean,
)
from flashcards.domain.tongue import tr

ROUNDS = ("coding", "practitioner", "system-design", "competency")
KEYS = ("title", "round", "topic", "tags")


@dataclass(frozen=True, slots=True)
class Header:
    """What holds for every note of a deck that does not say otherwise."""

    title: str = ""
    round: str = ""
    topic: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YamlFault:
    """Why YAML cannot be read, and at which line of the front matter (from 0)."""

    reason: str
    line: int = 0


ReadYaml = Callable[[str], object]
"""Reads YAML text into plain values, or says in a YamlFault why it cannot."""


@dataclass(frozen=True, slots=True)
class HeaderRead:
    """The header, the offset its front matter ends at, and what was wrong."""

    header: Header
    end: int
    problems: tuple[Problem, ...]


def read_header(text: str, lines: Sequence[Line], file: str, read_yaml: ReadYaml) -> HeaderRead:
    """Read the front matter: from a first line ``---`` to the next ``---`` or ``...``."""
    if not lines or lines[0].text.rstrip() != "---":
        return HeaderRead(Header(), 0, ())
    close = next((line for line in lines[1:] if line.text.rstrip() in ("---", "...")), None)
    if close is None:
        return HeaderRead(Header(), 0, (UNCLOSED_FRONT_MATTER.at(Place(file)),))
    inside = text[lines[1].start : close.start]
    values = read_yaml(inside)
    if isinstance(values, YamlFault):
        problem = FRONT_MATTER.at(Place(file, values.line + 2), reason=values.reason)
        return HeaderRead(Header(), close.next, (problem,))
    if values is None:
        return HeaderRead(Header(), close.next, ())
    if not isinstance(values, Mapping):
        problem = FRONT_MATTER.at(
            Place(file, 2), reason=tr("it is not a list of “key: value” lines")
        )
        return HeaderRead(Header(), close.next, (problem,))
    header, problems = _header(values, lines[1 : close.number - 1], file)
    return HeaderRead(header, close.next, tuple(problems))


def _header(
    values: Mapping[object, object], inside: Sequence[Line], file: str
) -> tuple[Header, list[Problem]]:
    """Take over what is right, and report the rest at the line of its key."""
    accepted: dict[str, Any] = {}
    problems: list[Problem] = []
    numbers = _lines_of_keys(inside)
    for key, value in values.items():
        place = Place(file, numbers.get(str(key), 2))
        words = _words(value)
        if key not in KEYS:
            guess = did_you_mean(str(key), KEYS) or tr("Known keys: {keys}.", keys=", ".join(KEYS))
            problems.append(UNKNOWN_KEY.at(place, key=key, guess=guess))
        elif key == "tags" and words is not None:
            accepted["tags"] = words
        elif key == "tags" or words is None or isinstance(value, list):
            expected = tr("a list of words") if key == "tags" else tr("one line of text")
            problems.append(WRONG_VALUE.at(place, key=key, value=value, expected=expected))
        elif key == "round" and words and words[0] not in ROUNDS:
            expected = tr("one of: {rounds}", rounds=", ".join(ROUNDS))
            problems.append(WRONG_VALUE.at(place, key=key, value=value, expected=expected))
        else:
            accepted[str(key)] = words[0] if words else ""
    return Header(**accepted), problems


def _words(value: object) -> tuple[str, ...] | None:
    """Read a scalar or a list of scalars as words; None where it is neither."""
    parts = value if isinstance(value, list) else [] if value is None else [value]
    if any(isinstance(part, list | dict) for part in parts):
        return None
    return tuple(" ".join(str(part).split()) for part in parts)


def _lines_of_keys(inside: Iterable[Line]) -> dict[str, int]:
    """Give the file's line that each key first stands on."""
    numbers: dict[str, int] = {}
    for line in inside:
        numbers.setdefault(line.text.partition(":")[0].strip(" \t\"'"), line.number)
    return numbers
