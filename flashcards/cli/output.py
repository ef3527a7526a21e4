"""What commands print: sentences, tables, JSON. A pipe gets plain text, a terminal some style."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from unicodedata import combining, east_asian_width

import click

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.tongue import number, tr

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

_NAMED = 5
"""So many things of a list are named in a sentence; the rest is counted."""

Cell = str | int | float


class OutputError(FlashcardsError):
    """The place where the output goes takes no more."""

    def __init__(self, reason: str) -> None:
        super().__init__("The output could not be written: {reason}.", reason=reason)


class ReaderGoneError(Exception):
    """Whoever read our output has enough of it (``flashcards cards | head``)."""


def clean(text: str) -> str:
    """Take out what could steer a terminal: a deck's text is printed, never obeyed."""
    return _CONTROL.sub("", text)


def capitalised(text: str) -> str:
    """Begin a sentence with a capital, and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def some(names: Sequence[str]) -> str:
    """Name the first of many things: ``a, b, c, d, e and 3 more``."""
    more = tr(" and {count} more", count=number(len(names) - _NAMED)) * (len(names) > _NAMED)
    return f"{', '.join(names[:_NAMED])}{more}"


def is_terminal() -> bool:
    """Whether a person sees the output."""
    return sys.stdout is not None and sys.stdout.isatty()


@contextmanager
def output_faults() -> Iterator[None]:
    """Name what befalls the output. Raises OutputError or ReaderGoneError."""
    try:
        yield
    except BrokenPipeError:
        raise ReaderGoneError from None
    except OSError as error:
        raise OutputError((error.strerror or str(error)).lower()) from error


def say(text: str = "") -> None:
    """Print a line. Raises OutputError or ReaderGoneError."""
    with output_faults():
        click.echo(clean(text))


def pour(text: str) -> None:
    """Print text for a file or another program: as it is, in UTF-8. A terminal gets it clean."""
    with output_faults():
        click.echo(clean(text) if is_terminal() else text.encode(), nl=False)


def complain(text: str) -> None:
    """Print a sentence where mistakes are told, if anyone listens there."""
    with suppress(OSError):
        click.echo(clean(text), err=True)


def say_json(value: object) -> None:
    """Print a value for other programs; letters stay letters where the output can hold them."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    try:
        text.encode((sys.stdout and sys.stdout.encoding) or "ascii")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=2)
    say(text)


def say_table(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Print rows below their header; numbers stand at the right of their column."""
    if is_terminal():
        _say_styled(header, rows)
        return
    texts = [[_shown(cell).replace("\n", " ") for cell in row] for row in (header, *rows)]
    widths = [max(map(_width, column)) for column in zip(*texts, strict=True)]
    right = [_is_number(rows, place) for place in range(len(header))]
    lines = [
        "  ".join(
            _padding(text, width) + text if number else text + _padding(text, width)
            for text, width, number in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in texts
    ]
    say("\n".join(lines))


def _shown(cell: Cell) -> str:
    """Give a cell as it will be printed: letters that the output cannot hold are written out."""
    encoding = (sys.stdout and sys.stdout.encoding) or "utf-8"
    return clean(str(cell)).encode(encoding, "backslashreplace").decode(encoding)


def _padding(text: str, width: int) -> str:
    return " " * (width - _width(text))


def _width(text: str) -> int:
    """Count the columns that a text takes: a Chinese letter two, a combining accent none."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(each) else 1 + (east_asian_width(each) in "WF") for each in text)


def _say_styled(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    from rich import box  # 60 ms that a pipe does not pay
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for place, title in enumerate(header):
        number = _is_number(rows, place)
        table.add_column(title, justify="right" if number else "left", no_wrap=number)
    for row in rows:
        table.add_row(*(Text(_shown(cell)) for cell in row))
    Console().print(table)


def _is_number(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    return any(isinstance(row[place], int | float) for row in rows)


@contextmanager
def stepping(count: int) -> Iterator[Callable[[str], None]]:
    """Show a bar with the name of each step, where a person sees it; it goes away at the end."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _name: None
        return
    from rich.console import Console  # only for a terminal
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=count)

        def step(name: str) -> None:
            progress.update(bar, advance=1, description=tr("Checking {name} …", name=name))

        yield step


@contextmanager
def filling(name: str) -> Iterator[Callable[[float], None]]:
    """Show a bar that fills with the share that is done, where a person sees it."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _share: None
        return
    from rich.console import Console  # only for a terminal
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task(name, total=1.0)
        yield lambda share: progress.update(bar, completed=share)


@contextmanager
def working(told: str) -> Iterator[None]:
    """Show a bar that moves while something takes its time, where a person sees it."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # only for a terminal
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        progress.add_task(told, total=None)
        yield


def make_tolerant() -> None:
    """Let bytes that are no text be written (and read) as their numbers, not be a fault."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def silence() -> None:
    """Point the output nowhere, so that Python's own flush at exit has nothing to complain of."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
