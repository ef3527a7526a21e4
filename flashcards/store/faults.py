"""What the environment can do to us, each in a sentence: not a bug, and not the person's text."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flashcards.domain.errors import DamagedError, FlashcardsError, TextChangedError
from flashcards.domain.tongue import later, number, tr


class EnvironmentFaultError(FlashcardsError):
    """The base of what the disk, the database or another program did."""


class DatabaseLockedError(EnvironmentFaultError):
    """Another program holds the database for longer than we wait."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "Another program is writing to {path}. Nothing was changed; close it, or try again.",
            path=path,
        )


class DiskFullError(EnvironmentFaultError):
    """No room is left."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "The disk is full, so nothing could be saved in {parent}. Free some room and "
            "try again; what was saved before is safe.",
            parent=path.parent,
        )


class NotWritableError(EnvironmentFaultError):
    """The data folder or the database may not be written."""

    def __init__(self, path: Path, reason: str = "") -> None:
        super().__init__(
            "Nothing can be saved in {path}: {reason}. Make it writable, or name another "
            "folder with --data.",
            path=path,
            reason=reason or tr("it is read-only"),
        )


class NotAFolderError(EnvironmentFaultError):
    """A file stands where the data folder, or one above it, should be."""

    def __init__(self, path: Path) -> None:
        super().__init__("{path} is a file, not a folder: name a folder with --data.", path=path)


class NoFolderHereError(EnvironmentFaultError):
    """The system takes no new folder in that place."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "Nothing can be saved in {path}, because no folder can be made there. Name "
            "another one with --data.",
            path=path,
        )


_SALVAGE = later("“flashcards doctor” tells what can be saved of it, and saves it when you say so.")


class NotADatabaseError(EnvironmentFaultError, DamagedError):
    """The file is something else, or damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "{path} is not a Flashcards database, or it is damaged. It was left as it is: "
            "{salvage}",
            path=path,
            salvage=tr(_SALVAGE),
        )


class DamagedLogError(EnvironmentFaultError, DamagedError):
    """A check of the file's own order failed."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            "{path} is damaged ({reason}). Close the window, and leave the file as it is: "
            "{salvage}",
            path=path,
            reason=reason,
            salvage=tr(_SALVAGE),
        )


class LogShortError(EnvironmentFaultError, DamagedError):
    """The last entries that were written are not in the log any more."""

    def __init__(self, path: Path, missing: int) -> None:
        super().__init__(
            "The last {missing} entries that were saved in {path} are gone: the file, or "
            "the “-wal” beside it, was cut short or replaced. {salvage}",
            missing=number(missing),
            path=path,
            salvage=tr(_SALVAGE),
        )


class LogMissingError(EnvironmentFaultError, DamagedError):
    """There was a log here, and now there is none."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "{path} is gone or empty, and it held your history. {salvage}",
            path=path,
            salvage=tr(_SALVAGE),
        )


class InUseError(EnvironmentFaultError):
    """Another program has the database open, so it cannot be replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "Another program has {path} open, perhaps the window. Nothing was changed; "
            "close it, and try again.",
            path=path,
        )


class NoBackupError(EnvironmentFaultError):
    """There is nothing to restore, or it is no whole backup."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            "{path} cannot be restored: {reason}. Nothing was changed.", path=path, reason=reason
        )


class NewerSchemaError(EnvironmentFaultError):
    """A later version of the program wrote the database."""

    def __init__(self, path: Path, revision: str) -> None:
        super().__init__(
            "{path} was written by a newer Flashcards (its schema is {revision}). It was "
            "left as it is: install the newer version to open it.",
            path=path,
            revision=revision,
        )


class DatabaseFaultError(EnvironmentFaultError):
    """SQLite reports something else."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            "The database {path} could not be used: {reason}. Nothing was changed.",
            path=path,
            reason=reason,
        )


class UnreadableEventError(EnvironmentFaultError):
    """An entry of the log is of a kind, or holds a value, that this program does not know."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            "An entry in {path} cannot be read ({what}): a newer Flashcards wrote it, or "
            "the file is damaged. It was left as it is.",
            path=path,
            what=what,
        )


class DeckChangedError(EnvironmentFaultError, TextChangedError):
    """Somebody else wrote to a deck while it was being changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "{path} was changed by another program meanwhile, so nothing was written to "
            "it. Try again.",
            path=path,
        )


class SettingsUnreadableError(EnvironmentFaultError):
    """The settings file is not TOML, so no choice can be kept in it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            "The choice could not be kept, because {path} cannot be read: {reason}. It was "
            "left as it is; mend it, and choose again.",
            path=path,
            reason=reason,
        )


class SettingsNotPlainError(EnvironmentFaultError):
    """A choice is written so that changing its line would change something else."""

    def __init__(self, path: Path, names: Iterable[str]) -> None:
        super().__init__(
            "The choice could not be kept: {path} does not give {names} on one plain line. "
            "It was left as it is; change it there.",
            path=path,
            names=", ".join(names),
        )


_CANNOT = {
    "read": later("{path} cannot be read: {reason}."),
    "written": later("{path} cannot be written: {reason}."),
    "made": later("{path} cannot be made: {reason}."),
    "moved": later("{path} cannot be moved: {reason}."),
    "changed": later("{path} cannot be changed: {reason}."),
    "put into the trash": later("{path} cannot be put into the trash: {reason}."),
}


class FileFaultError(EnvironmentFaultError):
    """A file could not be read or written."""

    def __init__(self, path: Path, doing: str, reason: str) -> None:
        self.reason = reason
        super().__init__(tr(_CANNOT[doing], path=path, reason=reason))


class NotKeptError(EnvironmentFaultError):
    """What is being written cannot be kept safe from a crash; its file means nothing to anybody."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            "What you write cannot be kept safe from a crash: {reason}. "
            "Save it, or free some room.",
            reason=reason,
        )


def reason_of(error: OSError) -> str:
    """Give the system's reason as part of a sentence."""
    return (error.strerror or str(error)).lower()


@contextmanager
def telling(path: Path, doing: str) -> Iterator[None]:
    """Turn the system's errors into FileFaultError."""
    try:
        yield
    except OSError as error:
        raise FileFaultError(path, doing, reason_of(error)) from error
