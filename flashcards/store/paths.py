"""Where things are: the person's data folder, and what the program ships."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from flashcards.domain.settings import SHIPPED


@dataclass(frozen=True, slots=True)
class Paths:
    """The files of one data folder."""

    data: Path

    @property
    def database(self) -> Path:
        """The log and its caches."""
        return self.data / "flashcards.sqlite"

    @property
    def settings(self) -> Path:
        """The person's choices, as TOML."""
        return self.data / "settings.toml"

    @property
    def themes(self) -> Path:
        """The person's own ``light.toml`` and ``dark.toml``, where they made any."""
        return self.data / "themes"

    @property
    def window(self) -> Path:
        """Where the window stood."""
        return self.data / "window.ini"

    @property
    def lock(self) -> Path:
        """Held by the one window that is open on this folder."""
        return self.data / "window.lock"

    @property
    def bookmark(self) -> Path:
        """Where a review is, while one is on the screen."""
        return self.data / "review.json"

    @property
    def unsaved(self) -> Path:
        """Texts of decks that were being written, until they are saved."""
        return self.data / "unsaved"

    @property
    def half_done(self) -> Path:
        """What is being written into several decks, until all of it is."""
        return self.data / "half-done.json"

    @property
    def replaced(self) -> Path:
        """What was replaced last in the decks, to be taken back."""
        return self.data / "replaced.json"

    @property
    def glance(self) -> Path:
        """What Today shows at once at the next start; may be deleted at any time."""
        return self.cache / "today.json"

    @property
    def account(self) -> Path:
        """What a long log adds up to, for weak topics and progress; may be deleted at any time."""
        return self.cache / "account"

    @property
    def cache(self) -> Path:
        """Drawn formulas and the index of the decks: may be deleted at any time."""
        return self.data / "cache"


def data_folder(option: str | None, environment: Mapping[str, str]) -> Path:
    """Choose the data folder: ``--data``, else ``FLASHCARDS_DATA``, else the platform's."""
    named = option or environment.get("FLASHCARDS_DATA")
    if named:
        return Path(os.path.expanduser(named))  # noqa: PTH111  # Path's raises for an unknown ~user
    from platformdirs import user_data_path  # 25 ms that --data does not pay

    return user_data_path("flashcards", appauthor=False)


def deck_folders(named: Sequence[Path], said: Sequence[str]) -> tuple[Path, ...]:
    """Choose the deck folders: those named, else the setting's, else those that came along."""
    if named:
        return tuple(named)
    return tuple(map(_deck_folder, said)) or (shipped("decks"),)


def _deck_folder(said: str) -> Path:
    if said == SHIPPED:
        return shipped("decks")
    return Path(os.path.expanduser(said))  # noqa: PTH111  # Path's raises for an unknown ~user


def shipped(name: str) -> Path:
    """Find a folder that comes with the program (``decks`` or ``assets``)."""
    package = Path(__file__).parent.parent
    installed = package / "shipped" / name
    return installed if installed.is_dir() else package.parent / name
