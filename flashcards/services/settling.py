"""Where a person's decks live: asked once, and remembered among the settings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.settings import SHIPPED
from flashcards.domain.tongue import tr, trn

if TYPE_CHECKING:
    from flashcards.services.ports import Places
    from flashcards.services.preferences import Preferences


class NotForDecksError(FlashcardsError):
    """A folder that decks cannot live in."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            "{folder} is a file: name a folder for your decks, which may be new.", folder=folder
        )


class IntoItselfError(FlashcardsError):
    """A folder that would be put into itself."""

    def __init__(self, path: Path, to: Path) -> None:
        super().__init__("{path} cannot be put into {to}, which is inside it.", path=path, to=to)


class CopiedPort(Protocol):
    """What copying came to."""

    @property
    def new(self) -> Sequence[Path]:
        """Files that were not there."""
        ...

    @property
    def renewed(self) -> Sequence[Path]:
        """Files that nobody had changed."""
        ...

    @property
    def kept(self) -> Sequence[Path]:
        """Files that were left as they are."""
        ...

    @property
    def passed(self) -> Sequence[Path]:
        """What is no file: links to folders, or to nothing."""
        ...


class HomePort(Protocol):
    """Copies decks; see store/deck_home.py. Everything raises a FlashcardsError."""

    @property
    def shipped(self) -> Path:
        """Where the decks that came along are."""
        ...

    def settle(self, folder: Path) -> CopiedPort:
        """Copy the shipped decks into a folder."""
        ...

    def add(self, path: Path, folder: Path) -> CopiedPort:
        """Copy a deck, or a folder of decks."""
        ...


class IntoItsCopyError(FlashcardsError):
    """A folder that would be copied into itself, without end."""

    def __init__(self, path: Path, folder: Path) -> None:
        super().__init__(
            "{path} cannot be copied into {folder}, which is inside it.", path=path, folder=folder
        )


class Way(Enum):
    """How decks come to live in another folder: read as it is, moved there, or copied."""

    READ = "read"
    MOVE = "move"
    COPY = "copy"


def add_decks(path: Path, folder: Path, files: HomePort) -> CopiedPort:
    """Copy a deck, or a folder of decks, into a folder. Raises a FlashcardsError."""
    if folder.resolve().is_relative_to(path.resolve()):
        raise IntoItsCopyError(path, folder)
    return files.add(path, folder)


@dataclass(frozen=True, slots=True)
class Home:
    """Asks, copies, remembers. ``use`` lets the open library read other folders."""

    preferences: "Preferences"
    files: HomePort
    usual: Path
    asks: bool
    """Whether the decks that are read were named by nobody."""
    use: Callable[[Sequence[Path]], None]

    @property
    def offered(self) -> str:
        """Name the folder to ask about; nothing where the person has answered."""
        unanswered = self.asks and not self.preferences.settings.decks
        return str(self.usual) if unanswered else ""

    def settle(self, folder: Path) -> str:
        """Let the decks live in a folder from now on, and tell what was copied there.

        Raises a FlashcardsError; the setting is as it was then.
        """
        return self.remember(folder, self.copy(folder))

    def copy(self, folder: Path) -> CopiedPort:
        """Copy the decks that came along, which may take seconds. Raises a FlashcardsError."""
        folder = folder.expanduser().absolute()
        if folder.exists() and not folder.is_dir():
            raise NotForDecksError(folder)
        return self.files.settle(folder)

    def remember(self, folder: Path, copied: CopiedPort) -> str:
        """Read the decks from there from now on, and tell so. Raises a FlashcardsError."""
        folder = self.live_in(folder)
        return tr("Your decks live in {folder} now: {told}.", folder=folder, told=told(copied))

    def live_in(self, folder: Path) -> Path:
        """Read the decks from there from now on. Raises a FlashcardsError."""
        folder = folder.expanduser().absolute()
        self.preferences.change(decks=str(folder))
        self.use((folder,))
        return folder

    def way_to(self, folder: Path, now: Path) -> Way:
        """Tell what it takes to live in another folder."""
        if folder.expanduser().exists():
            return Way.READ
        return Way.COPY if now.resolve() == self.files.shipped.resolve() else Way.MOVE

    def bring(self, folder: Path, now: Path, places: "Places") -> str:
        """Bring the decks to another folder, and tell so; they are not read there yet.

        One that is there is left as it is. Raises a FlashcardsError.
        """
        folder, way = folder.expanduser().absolute(), self.way_to(folder, now)
        if way is Way.COPY:
            copied = told(self.copy(folder))
            return tr("Your decks live in {folder} now: {told}.", folder=folder, told=copied)
        if way is Way.MOVE:
            if folder.resolve().is_relative_to(now.resolve()):
                raise IntoItselfError(now, folder)
            places.move(now, folder)
            return tr("All your decks are in {folder} now.", folder=folder)
        if not folder.is_dir():
            raise NotForDecksError(folder)
        return tr("Your decks are read from {folder} now.", folder=folder)

    def decline(self) -> str:
        """Keep to the shipped decks, and do not ask again. Raises a FlashcardsError."""
        self.preferences.change(decks=SHIPPED)
        return tr("You will not be asked again; “flashcards deck home FOLDER” copies them later.")


def told(copied: CopiedPort) -> str:
    """Say what copying came to."""
    parts = [trn("{count} file copied", "{count} files copied", len(copied.new))]
    if copied.renewed:
        parts.append(
            trn(
                "{count} file brought up to date",
                "{count} files brought up to date",
                len(copied.renewed),
            )
        )
    if copied.kept:
        parts.append(
            trn(
                "{count} file of yours left alone",
                "{count} files of yours left alone",
                len(copied.kept),
            )
        )
    if copied.passed:
        parts.append(trn("{count} link left out", "{count} links left out", len(copied.passed)))
    return ", ".join(parts)
