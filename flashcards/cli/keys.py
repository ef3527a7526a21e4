"""What a person types in a review: single keys at a terminal, lines where input is a pipe."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

ENTER = "\n"
_END = "\x04"

_ARROWS = re.compile(r"\x1b(?:\[[0-9;]*[@-~]|O.|)|[\x00\xe0].")
"""Arrows, function keys and Escape, as Unix and Windows send them: they say nothing here."""


def at_terminal() -> bool:
    """Whether keys come one by one from a person."""
    return sys.stdin is not None and sys.stdin.isatty()


@contextmanager
def typed_keys() -> Iterator[Iterator[str]]:
    """Give one key at a time, in lower case, until the input ends.

    The terminal hands keys over at once meanwhile, so that one typed ahead is not lost.
    """
    if not at_terminal():
        yield _lines()
    elif sys.platform == "win32":
        yield _pressed(click.getchar)
    else:
        import termios  # only Unix has it
        import tty  # the same

        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)
        try:
            tty.setcbreak(terminal, termios.TCSADRAIN)
            yield _pressed(lambda: os.read(terminal, 64).decode(errors="replace"))
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _pressed(read: Callable[[], str]) -> Iterator[str]:
    """Read keys as they are pressed; quick ones come together, and count one by one."""
    while typed := _read_or_end(read):
        for key in _ARROWS.sub("", typed):
            if key == _END:
                return
            yield ENTER if key in "\r\n " else key.lower()


def _read_or_end(read: Callable[[], str]) -> str:
    try:
        return read()
    except (EOFError, OSError):  # Windows's Ctrl+Z; a terminal that was closed
        return _END


def _lines() -> Iterator[str]:
    """Read lines; an empty one is Enter, of any other the first letter counts."""
    for line in sys.stdin or ():
        yield line.strip()[:1].lower() or ENTER
