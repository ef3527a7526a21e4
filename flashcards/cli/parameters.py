"""What options and arguments accept, and their sentences where they do not."""

import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from flashcards.domain.tongue import tr
from flashcards.interchange.log_csv import YEARS

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def existing_paths(
    _context: click.Context, _parameter: click.Parameter, paths: Sequence[str]
) -> tuple[Path, ...]:
    """Take folders and files that are there."""
    for path in paths:
        if not os.access(path, os.F_OK):
            raise click.UsageError(
                tr("There is no folder or file called “{path}”: check the path.", path=path)
            )
    return tuple(map(Path, paths))


def study_day(_context: click.Context, parameter: click.Parameter, text: str | None) -> date | None:
    """Take a day as YYYY-MM-DD."""
    if text is None:
        return None
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        years = tr("from {first} to {last}", first=YEARS[0], last=YEARS[-1])
        name = parameter.opts[0]
        raise click.UsageError(
            tr(
                "“{text}” is no day for {name}: write YYYY-MM-DD, {years}.",
                text=text,
                name=name,
                years=years,
            )
        )
    return day


def data_folder(
    _context: click.Context, _parameter: click.Parameter, text: str | None
) -> str | None:
    """Take a folder's name; an empty one is a slip, and must not mean the usual folder."""
    if text is not None and not text.strip():
        raise click.UsageError(tr("--data needs the name of a folder, and was given nothing."))
    return text
