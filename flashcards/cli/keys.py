"""What a person types in a review: single keys at a terminal, lines where input is a pipe."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Protocol

import click

ENTER = "\n"
_END = "\x04"

_ARROWS = re.compile(r"\x1b(?:\[[0-9;]*[@-~]|O.|)|[\x00\xe0].")
"""Arrows, function keys and Escape, as Unix and Windows send them: they say nothing here."""


def at_terminal() -> bool:
    """Whether keys come one by one from a person."""
    return sys.stdin is not None and sys.stdin.isatty()


class Keys(Protocol):
    """One key at a time, in lower case, until the input ends; or what is typed up to Enter."""

    def __iter__(self) -> Iterator[str]:
        """Give the keys."""

    def line(self, asked: Callable[[], None]) -> str:
        """Read a line, as it is typed; ``asked`` asks for it once the terminal edits lines."""


@contextmanager
def typed_keys() -> Iterator[Keys]:
    """Read what is typed.

    A terminal hands keys over at once meanwhile, so that one typed ahead is not lost.
    """
    if not at_terminal():
        yield _Lines()
    elif sys.platform == "win32":
        yield _Pressed(click.getchar, nullcontext)
    else:
        import termios  # only Unix has it
        import tty  # the same

        terminal = sys.stdin.fileno()
        before = termios.tcgetattr(terminal)

        @contextmanager
        def by_line() -> Iterator[None]:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)
            yield
            tty.setcbreak(terminal, termios.TCSADRAIN)

        try:
            tty.setcbreak(terminal, termios.TCSADRAIN)
            yield _Pressed(lambda: os.read(terminal, 64).decode(errors="replace"), by_line)
        finally:
            termios.tcsetattr(terminal, termios.TCSADRAIN, before)


class _Pressed:
    """Keys as they are pressed; quick ones come together, and count one by one."""

    def __init__(
        self, read: Callable[[], str], by_line: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._read, self._by_line = read, by_line
        self._ahead = ""

    def __iter__(self) -> Iterator[str]:
        while self._ahead or self._fill():
            key, self._ahead = self._ahead[:1], self._ahead[1:]
            if key == _END:
                return
            if key:
                yield ENTER if key in "\r\n " else key.lower()

    def line(self, asked: Callable[[], None]) -> str:
        """Read what was typed ahead, and else as the terminal edits a line."""
        head, end, self._ahead = self._ahead.replace("\r", "\n").partition("\n")
        if end:
            asked()
            return head
        with self._by_line():
            asked()
            return head + sys.stdin.readline()

    def _fill(self) -> bool:
        typed = _read_or_end(self._read)
        self._ahead = _ARROWS.sub("", typed)
        return bool(typed)


def _read_or_end(read: Callable[[], str]) -> str:
    try:
        return read()
    except (EOFError, OSError):  # Windows's Ctrl+Z; a terminal that was closed
        return _END


class _Lines:
    """Lines of a pipe; an empty one is Enter, of any other the first letter counts."""

    def __iter__(self) -> Iterator[str]:
        for line in sys.stdin or ():
            yield line.strip()[:1].lower() or ENTER

    def line(self, asked: Callable[[], None]) -> str:
        """Take the next line whole."""
        asked()
        return next(sys.stdin, "")
