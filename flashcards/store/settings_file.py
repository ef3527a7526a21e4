"""The person's choices as TOML that a person can edit, and that is edited as gently here."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from flashcards.domain.problems import SETTINGS_FILE, Place, Problem
from flashcards.domain.settings import Settings, read_settings, template, with_value
from flashcards.store.atomic import write_atomically
from flashcards.store.faults import SettingsUnreadableError

_UNREADABLE = (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError)


class SettingsFile:
    """One settings file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> tuple[Settings, list[Problem]]:
        """Read the choices; what is missing or wrong has its default."""
        try:
            values = tomllib.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return Settings(), []
        except _UNREADABLE as error:
            return Settings(), [SETTINGS_FILE.at(Place(str(self.path)), reason=_reason(error))]
        return read_settings(values, str(self.path))

    def save(self, choices: Mapping[str, object]) -> None:
        """Set the lines of some choices; comments and all other lines stay.

        Raises SettingsUnreadableError where the file is not TOML, FileFaultError where it cannot
        be written; it is as it was then.
        """
        try:
            text = self.path.read_text("utf-8")
            tomllib.loads(text)
        except FileNotFoundError:
            text = template()
        except _UNREADABLE as error:
            raise SettingsUnreadableError(self.path, _reason(error)) from error
        for name, value in choices.items():
            text = with_value(text, name, value)
        write_atomically(self.path, text.encode())

    def offer(self) -> Path:
        """Make sure there is a file to edit: one that names every choice and changes none."""
        if not self.path.exists():
            write_atomically(self.path, template().encode())
        return self.path


def _reason(error: Exception) -> str:
    """Say why, without the full stop of the sentence it goes into."""
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return (reason or type(error).__name__).rstrip(".")
