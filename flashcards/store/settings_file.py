"""The person's choices as TOML that a person can edit, and that is edited as gently here."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from flashcards.domain.problems import SETTINGS_FILE, Place, Problem
from flashcards.domain.settings import Settings
from flashcards.store.atomic import write_atomically
from flashcards.store.faults import SettingsNotPlainError, SettingsUnreadableError

_UNREADABLE = (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError)
_NUMBERS = re.compile("[0-9]+")


class SettingsFile:
    """One settings file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> tuple[Settings, list[Problem]]:
        """Read the choices; what is missing or wrong has its default."""
        try:
            text = self.path.read_text("utf-8")
            values = tomllib.loads(text)
        except FileNotFoundError:
            return Settings(), []
        except _UNREADABLE as error:
            place = Place(str(self.path), *_position(error))
            return Settings(), [SETTINGS_FILE.at(place, reason=_reason(error))]
        from flashcards.domain.choices import read_settings  # 5 ms, where there is a file

        return read_settings(values, str(self.path), text)

    def marks(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Take the file's marks, where there is one, to see later whether it has changed."""
        with suppress(OSError):
            about = self.path.stat()
            yield str(self.path), (about.st_mtime_ns, about.st_size, about.st_ino)

    def line_of(self, name: str, within: str) -> int:
        """Tell on which line a name stands in a table; 1 where that cannot be told."""
        from flashcards.domain.settings_text import line_of  # where something is wrong

        try:
            return line_of(self.path.read_text("utf-8"), name, within)
        except _UNREADABLE:
            return 1

    def save(self, choices: Mapping[str, object]) -> None:
        """Set the lines of some choices; comments and all other lines stay.

        What was saved in an editor meanwhile stays, too: the file is read anew each time. Raises
        SettingsUnreadableError where it is not TOML, SettingsNotPlainError where a choice is not on
        a line of its own, and FileFaultError where it cannot be written; it is as it was then.
        """
        from flashcards.domain.settings_text import with_value  # when a choice is made

        before = text = self._text()
        for name, value in choices.items():
            text = with_value(text, name, value)
        self._refuse_if_broken(before, text, choices)
        if self._text() != before:
            self.save(choices)
        else:
            write_atomically(self.path, text.encode())

    def _text(self) -> str:
        """Read the file, which is TOML; where there is none, what a new one says."""
        try:
            text = self.path.read_text("utf-8")
            tomllib.loads(text)
        except FileNotFoundError:
            from flashcards.domain.choices import template  # when the first choice is made

            return template()
        except _UNREADABLE as error:
            raise SettingsUnreadableError(self.path, _reason(error)) from error
        return text

    def _refuse_if_broken(self, before: str, after: str, choices: Mapping[str, object]) -> None:
        """See to it that nothing but the choices has changed."""
        wanted = {**tomllib.loads(before), **choices}
        try:
            reached = tomllib.loads(after)
        except tomllib.TOMLDecodeError:
            reached = {}
        if reached != wanted:
            raise SettingsNotPlainError(self.path, choices)

    def offer(self) -> Path:
        """Make sure there is a file to edit: one that names every choice and changes none."""
        if not self.path.exists():
            from flashcards.domain.choices import template  # when it is first edited

            write_atomically(self.path, template().encode())
        return self.path


def _position(error: Exception) -> tuple[int, ...]:
    """Read where TOML is broken: line and column, as far as the error tells."""
    return tuple(map(int, _NUMBERS.findall(str(error))[-2:])) if _is_toml(error) else ()


def _is_toml(error: Exception) -> bool:
    return isinstance(error, tomllib.TOMLDecodeError) and "(at line" in str(error)


def _reason(error: Exception) -> str:
    """Say why, without the full stop of the sentence it goes into."""
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return (reason or type(error).__name__).rstrip(".")
