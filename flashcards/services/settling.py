"""Where a person's decks live: asked once, and remembered among the settings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from flashcards.domain.errors import FlashcardsError
from flashcards.domain.settings import SHIPPED
from flashcards.domain.tongue import tr, trn

if TYPE_CHECKING:
    from flashcards.services.preferences import Preferences


class NotForDecksError(FlashcardsError):
    """A folder that decks cannot live in."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            "{folder} is a file: name a folder for your decks, which may be new.", folder=folder
        )


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


def add_decks(path: Path, folder: Path, files: HomePort) -> CopiedPort:
    """Copy a deck, or a folder of decks, into a folder. Raises a FlashcardsError."""
    if folder.resolve().is_relative_to(path.resolve()):
        raise IntoItsCopyError(path, folder)
    return files.add(path, folder)


@dataclass(frozen=True, slots=True)
class Home:
    """Asks, copies, remembers. ``use`` lets the open library read another folder."""

    preferences: "Preferences"
    files: HomePort
    usual: Path
    asks: bool
    """Whether the decks that are read were named by nobody."""
    use: Callable[[Path], None]

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
        folder = folder.expanduser().absolute()
        self.preferences.change(decks=str(folder))
        self.use(folder)
        return tr("Your decks live in {folder} now: {told}.", folder=folder, told=told(copied))

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
    return ", ".join(parts)
