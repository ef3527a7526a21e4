"""The person's choices: read, change, keep."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flashcards.domain.problems import SETTINGS_FILE, Place
from flashcards.services.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flashcards.domain.problems import Problem
    from flashcards.domain.settings import Settings
    from flashcards.services.ports import SettingsStore


class Preferences:
    """The settings in force, and what was wrong with the file."""

    def __init__(self, store: "SettingsStore") -> None:
        self._store = store
        self.settings, self.problems = self._loaded()

    def _loaded(self) -> "tuple[Settings, tuple[Problem, ...]]":
        settings, problems = self._store.load()
        return settings, tuple(problems)

    @property
    def place(self) -> str:
        """Where the settings are kept, whether or not there is a file yet."""
        return str(self._store.path)

    def marks(self) -> "Iterator[tuple[str, tuple[int, ...]]]":
        """Take the file's marks, to see later whether somebody else has changed it."""
        return self._store.marks()

    def heard(self) -> "Settings":
        """Give what the file says now, and learn what is wrong there; what is in force stays.

        A file that cannot be read at all says nothing: an editor may be in the middle of it.
        """
        settings, self.problems = self._loaded()
        unread = any(problem.code == SETTINGS_FILE.code for problem in self.problems)
        return self.settings if unread else settings

    def place_within(self, table: str, name: str) -> Place:
        """Tell where a name stands in one of the file's tables."""
        return Place(self.place, self._store.line_of(name, table))

    def file(self) -> "Path":
        """Name the settings file, for an editor. Raises FileFaultError."""
        return self._store.offer()

    def change(self, **choices: Any) -> Changes:  # noqa: ANN401  # each setting has its own type
        """Keep new choices. Raises FileFaultError; the old ones hold then."""
        self._store.save(choices)
        self.settings = replace(self.settings, **choices)
        self.problems = tuple(self._store.load()[1])
        return Changes(settings=True)
