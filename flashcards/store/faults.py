"""What the environment can do to us, each in a sentence: not a bug, and not the person's text."""

from collections.abc import Iterable
from pathlib import Path

from flashcards.domain.errors import DamagedError, FlashcardsError, TextChangedError


class EnvironmentFaultError(FlashcardsError):
    """The base of what the disk, the database or another program did."""


class DatabaseLockedError(EnvironmentFaultError):
    """Another program holds the database for longer than we wait."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Another program is writing to {path}. Nothing was changed; close it, or try again."
        )


class DiskFullError(EnvironmentFaultError):
    """No room is left."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The disk is full, so nothing could be saved in {path.parent}."
            " Free some room and try again; what was saved before is safe."
        )


class NotWritableError(EnvironmentFaultError):
    """The data folder or the database may not be written."""

    def __init__(self, path: Path, reason: str = "it is read-only") -> None:
        super().__init__(
            f"Nothing can be saved in {path}: {reason}."
            " Make it writable, or name another folder with --data."
        )


class NotAFolderError(EnvironmentFaultError):
    """A file stands where the data folder, or one above it, should be."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is a file, not a folder: name a folder with --data.")


class NoFolderHereError(EnvironmentFaultError):
    """The system takes no new folder in that place."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Nothing can be saved in {path}, because no folder can be made there."
            " Name another one with --data."
        )


_SALVAGE = "“flashcards doctor” tells what can be saved of it, and saves it when you say so."


class NotADatabaseError(EnvironmentFaultError, DamagedError):
    """The file is something else, or damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is not a Flashcards database, or it is damaged. It was left as it is:"
            f" {_SALVAGE}"
        )


class DamagedLogError(EnvironmentFaultError, DamagedError):
    """A check of the file's own order failed."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path} is damaged ({reason}). Close the window, and leave the file as it is:"
            f" {_SALVAGE}"
        )


class LogShortError(EnvironmentFaultError, DamagedError):
    """The last entries that were written are not in the log any more."""

    def __init__(self, path: Path, missing: int) -> None:
        super().__init__(
            f"The last {missing:,} entries that were saved in {path} are gone: the file, or the"
            f" “-wal” beside it, was cut short or replaced. {_SALVAGE}"
        )


class LogMissingError(EnvironmentFaultError, DamagedError):
    """There was a log here, and now there is none."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is gone or empty, and it held your history. {_SALVAGE}")


class InUseError(EnvironmentFaultError):
    """Another program has the database open, so it cannot be replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Another program has {path} open, perhaps the window. Nothing was changed;"
            " close it, and try again."
        )


class NoBackupError(EnvironmentFaultError):
    """There is nothing to restore, or it is no whole backup."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be restored: {reason}. Nothing was changed.")


class NewerSchemaError(EnvironmentFaultError):
    """A later version of the program wrote the database."""

    def __init__(self, path: Path, revision: str) -> None:
        super().__init__(
            f"{path} was written by a newer Flashcards (its schema is {revision})."
            " It was left as it is: install the newer version to open it."
        )


class DatabaseFaultError(EnvironmentFaultError):
    """SQLite reports something else."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The database {path} could not be used: {reason}. Nothing was changed.")


class UnreadableEventError(EnvironmentFaultError):
    """An entry of the log is of a kind, or holds a value, that this program does not know."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"An entry in {path} cannot be read ({what}): a newer Flashcards wrote it, or the file"
            " is damaged. It was left as it is."
        )


class DeckChangedError(EnvironmentFaultError, TextChangedError):
    """Somebody else wrote to a deck while it was being changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} was changed by another program meanwhile, so nothing was written to it."
            " Try again."
        )


class SettingsUnreadableError(EnvironmentFaultError):
    """The settings file is not TOML, so no choice can be kept in it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The choice could not be kept, because {path} cannot be read: {reason}."
            " It was left as it is; mend it, and choose again."
        )


class SettingsNotPlainError(EnvironmentFaultError):
    """A choice is written so that changing its line would change something else."""

    def __init__(self, path: Path, names: Iterable[str]) -> None:
        super().__init__(
            f"The choice could not be kept: {path} does not give {', '.join(names)} on one plain"
            " line. It was left as it is; change it there."
        )


class FileFaultError(EnvironmentFaultError):
    """A file could not be read or written."""

    def __init__(self, path: Path, doing: str, reason: str) -> None:
        super().__init__(f"{path} cannot be {doing}: {reason}.")
