"""The person's choices as TOML that a person can edit."""

import json
import tomllib
from pathlib import Path

from flashcards.domain.problems import SETTINGS_FILE, Place, Problem
from flashcards.domain.settings import Settings, as_values, read_settings
from flashcards.store.atomic import write_atomically


def load_settings(path: Path) -> tuple[Settings, list[Problem]]:
    """Read the file; what is missing or wrong has its default."""
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings(), []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Settings(), [SETTINGS_FILE.at(Place(str(path)), reason=str(error))]
    return read_settings(values, str(path))


def save_settings(path: Path, settings: Settings) -> None:
    """Write what differs from the defaults. Raises FileFaultError."""
    lines = ["# Flashcards: your choices. What is not named here has its default.\n"]
    lines += [f"{name} = {json.dumps(value)}\n" for name, value in as_values(settings).items()]
    write_atomically(path, "".join(lines).encode())


class SettingsFile:
    """One settings file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[Settings, list[Problem]]:
        """Read it; see ``load_settings``."""
        return load_settings(self._path)

    def save(self, settings: Settings) -> None:
        """Write it; see ``save_settings``."""
        save_settings(self._path, settings)
