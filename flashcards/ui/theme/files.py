"""Theme files: found, read, and their mistakes told in words."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.problems import Flaw, Place, Problem, Severity, did_you_mean
from flashcards.store.paths import shipped
from flashcards.ui.theme.tokens import Colours, Syntax, Theme, plain_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

THEME_FILE = Flaw(
    "theme-file",
    Severity.WARNING,
    "The theme cannot be read: {reason}.",
    "Plain black on white is used.",
)
MISSING_TOKEN = Flaw(
    "missing-token", Severity.WARNING, "The theme does not set {table}.{token}.", "Add it."
)
UNKNOWN_TOKEN = Flaw(
    "unknown-token", Severity.WARNING, "There is no token {table}.{token}.", "{guess}"
)
WRONG_COLOUR = Flaw(
    "wrong-colour",
    Severity.WARNING,
    "{table}.{token} cannot be “{value}”.",
    "A colour is written #rrggbb.",
)

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def assets_folder() -> Path:
    """Where themes and icons are: beside the package in a checkout, inside it when installed."""
    return shipped("assets")


@lru_cache(maxsize=4)
def load_theme(dark: bool) -> tuple[Theme, tuple[Problem, ...]]:
    """The shipped light or dark theme, and what is wrong with its file."""
    return read_theme(assets_folder() / "themes" / ("dark.toml" if dark else "light.toml"))


def read_theme(path: Path) -> tuple[Theme, tuple[Problem, ...]]:
    """A theme from a file.  A token it lacks is plain black or white; no file does worse."""
    place = Place(str(path))
    try:
        text = path.read_text("utf-8")
        tables = tomllib.loads(text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error).rstrip(".")
        return plain_theme(), (THEME_FILE.at(place, reason=reason),)
    problems: list[Problem] = []
    colours = Colours(**_tokens(tables, "colours", place, text, problems))
    syntax = Syntax(**_tokens(tables, "syntax", place, text, problems))
    name = tables.get("name")
    theme = Theme(
        name if isinstance(name, str) else path.stem, bool(tables.get("dark")), colours, syntax
    )
    return theme, tuple(problems)


def _tokens(
    tables: dict[str, object], table: str, place: Place, text: str, problems: list[Problem]
) -> dict[str, str]:
    tokens: dict[str, str] = asdict(getattr(plain_theme(), table))
    written = tables.get(table)
    given = written if isinstance(written, dict) else {}
    problems += _mistakes(given, table, list(tokens), place, text)
    sound = {k: v for k, v in given.items() if k in tokens and _is_colour(v)}
    return tokens | sound


def _mistakes(
    given: dict[str, object], table: str, known: list[str], place: Place, text: str
) -> Iterator[Problem]:
    for token in known:
        if token not in given:
            yield MISSING_TOKEN.at(place, table=table, token=token)
    for token, value in given.items():
        there = Place(place.file, _line_of(text, token))
        if token not in known:
            guess = did_you_mean(token, known) or f"Known: {', '.join(known)}."
            yield UNKNOWN_TOKEN.at(there, table=table, token=token, guess=guess)
        elif not _is_colour(value):
            yield WRONG_COLOUR.at(there, table=table, token=token, value=value)


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and _COLOUR.fullmatch(value) is not None


def _line_of(text: str, token: str) -> int:
    match = re.search(rf"^\s*[\"']?{re.escape(token)}[\"']?\s*=", text, re.MULTILINE)
    return text.count("\n", 0, match.start()) + 1 if match else 1
