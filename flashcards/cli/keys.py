"""What a person types in a review: single keys at a terminal, lines where input is a pipe."""

import sys
from collections.abc import Iterator

import click

ENTER = "\n"


def at_terminal() -> bool:
    """Whether keys come one by one from a person."""
    return sys.stdin is not None and sys.stdin.isatty()


def keys() -> Iterator[str]:
    """Yield one key at a time, in lower case, until the input ends."""
    return _pressed() if at_terminal() else _lines()


def _pressed() -> Iterator[str]:
    """Read keys as they are pressed; quick ones come together, and count one by one."""
    while True:
        try:
            typed = click.getchar()
        except EOFError:
            return
        if not typed.startswith(("\x1b", "\x00", "\xe0")):  # arrows and the like say nothing
            yield from (ENTER if key in "\r\n " else key.lower() for key in typed)


def _lines() -> Iterator[str]:
    """Read lines; an empty one is Enter, of any other the first letter counts."""
    for line in sys.stdin or ():
        yield line.strip()[:1].lower() or ENTER
