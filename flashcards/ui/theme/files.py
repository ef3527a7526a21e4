"""Theme files: found, read, and their mistakes told in words."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.problems import Flaw, Place, Problem, Severity, did_you_mean
from flashcards.domain.tongue import later, tr
from flashcards.store.paths import shipped
from flashcards.ui.theme.contrast import too_faint
from flashcards.ui.theme.tokens import Colours, Syntax, Theme, plain_theme

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

THEME_FILE = Flaw(
    "theme-file",
    Severity.WARNING,
    later("The theme cannot be read: {reason}."),
    later("{instead} is used."),
)
MISSING_TOKEN = Flaw(
    "missing-token",
    Severity.WARNING,
    later("The theme does not set {table}.{token}."),
    later("Add it."),
)
UNKNOWN_TABLE = Flaw(
    "unknown-token",
    Severity.WARNING,
    later("A theme has no “{table}”."),
    "{guess}",
)
UNKNOWN_TOKEN = Flaw(
    "unknown-token", Severity.WARNING, later("There is no token {table}.{token}."), "{guess}"
)
WRONG_COLOUR = Flaw(
    "wrong-colour",
    Severity.WARNING,
    later("{table}.{token} cannot be “{value}”."),
    later("A colour is written #rrggbb, in quotation marks."),
)
LOW_CONTRAST = Flaw(
    "low-contrast",
    Severity.HINT,
    later("{token} on {ground} has a contrast of {contrast:.1f}, which is hard to see."),
    later("Make it {least} or more."),
)

_TABLES = ("colours", "syntax")
_PLAIN = ("name", "dark")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def assets_folder() -> Path:
    """Where themes and icons are: beside the package in a checkout, inside it when installed."""
    return shipped("assets")


@lru_cache(maxsize=2)
def load_theme(dark: bool) -> tuple[Theme, tuple[Problem, ...]]:
    """The shipped light or dark theme, and what is wrong with its file."""
    return read_theme(assets_folder() / "themes" / _file(dark))


def own_theme(folder: Path | None, dark: bool) -> tuple[Theme, tuple[Problem, ...]]:
    """The person's light or dark theme where there is one, else the shipped one.

    Their file need only hold what it changes.
    """
    shipped_one = load_theme(dark)
    path = folder / _file(dark) if folder else None
    if path is None or not path.exists():
        return shipped_one
    return read_theme(path, shipped_one[0])


def read_theme(path: Path, base: Theme | None = None) -> tuple[Theme, tuple[Problem, ...]]:
    """A theme from a file, and what is wrong with it; no file does worse.

    What the file lacks is the base's; without a base it is plain black or white, and a problem.
    """
    place = Place(str(path))
    try:
        text = path.read_text("utf-8")
        tables = tomllib.loads(text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error).rstrip(".")
        shipped = tr("The shipped theme “{name}”", name=base.name) if base else ""
        instead = shipped or tr("Plain black on white")
        return base or plain_theme(), (THEME_FILE.at(place, reason=reason, instead=instead),)
    problems: list[Problem] = [*_strange_tables(tables, place, text)]
    read = partial(_tokens, tables, place=place, text=text, base=base, problems=problems)
    colours, syntax = Colours(**read("colours")), Syntax(**read("syntax"))
    name = tables.get("name")
    theme = Theme(
        name if isinstance(name, str) else base.name if base else path.stem,
        base.dark if base else bool(tables.get("dark")),
        colours,
        syntax,
    )
    return theme, (*problems, *(_faint(theme, place, text) if base else ()))


def _file(dark: bool) -> str:
    return "dark.toml" if dark else "light.toml"


def _strange_tables(tables: dict[str, object], place: Place, text: str) -> Iterator[Problem]:
    known = (*_TABLES, *_PLAIN)
    for name in tables:
        if name not in known:
            there = Place(place.file, _line_of(text, name))
            guess = did_you_mean(name, known) or tr("Known: {names}.", names=", ".join(known))
            yield UNKNOWN_TABLE.at(there, table=name, guess=guess)


def _faint(theme: Theme, place: Place, text: str) -> Iterator[Problem]:
    """Hints about text and controls that are hard to see in a person's own theme."""
    for token, ground, contrast, least in too_faint(theme):
        there = Place(place.file, _line_of(text, token))
        yield LOW_CONTRAST.at(there, token=token, ground=ground, contrast=contrast, least=least)


def _tokens(
    tables: dict[str, object],
    table: str,
    *,
    place: Place,
    text: str,
    base: Theme | None,
    problems: list[Problem],
) -> dict[str, str]:
    tokens: dict[str, str] = asdict(getattr(base or plain_theme(), table))
    written = tables.get(table)
    given = written if isinstance(written, dict) else {}
    required = () if base else tuple(tokens)
    problems += _mistakes(given, table, list(tokens), required, place, text)
    sound = {k: v for k, v in given.items() if k in tokens and _is_colour(v)}
    return tokens | sound


def _mistakes(
    given: dict[str, object],
    table: str,
    known: list[str],
    required: Collection[str],
    place: Place,
    text: str,
) -> Iterator[Problem]:
    for token in required:
        if token not in given:
            yield MISSING_TOKEN.at(place, table=table, token=token)
    for token, value in given.items():
        if token in known and _is_colour(value):
            continue
        there = Place(place.file, _line_of(text, token))
        if token not in known:
            guess = did_you_mean(token, known) or tr("Known: {names}.", names=", ".join(known))
            yield UNKNOWN_TOKEN.at(there, table=table, token=token, guess=guess)
        else:
            yield WRONG_COLOUR.at(there, table=table, token=token, value=value)


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and _COLOUR.fullmatch(value) is not None


def _line_of(text: str, token: str) -> int:
    match = re.search(rf"^[ \t]*\[?[\"']?{re.escape(token)}[\"']?\s*[=\]]", text, re.MULTILINE)
    return text.count("\n", 0, match.start()) + 1 if match else 1
