"""The pages besides Today and the review: each is made when it is first asked for, and kept.

A new page is a folder of its own, a line in ``_PAGES``, and an action of the same name on Today.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from flashcards.domain.queue.scope import Scope
    from flashcards.services.desk import Desk
    from flashcards.ui.adopting import Adopting
    from flashcards.ui.browse.reading import Reading
    from flashcards.ui.bus import Bus
    from flashcards.ui.learning import Learning
    from flashcards.ui.settings.hearing import Hearing
    from flashcards.ui.shell import Shell
    from flashcards.ui.tasks import Tasks
    from flashcards.ui.theme.look import Look
    from flashcards.ui.write.drafting import Drafting


@dataclass(frozen=True, slots=True)
class Means:
    """What a page may ask for; ``leave`` leads back to Today.

    ``start`` begins a review, ``edit`` opens a file at a line; ``window_file`` keeps how a page is
    laid out; ``adopting`` reads the decks again; ``open_page`` brings another page forward;
    ``reading`` fills the table of all cards; ``read_elsewhere`` reads the folders
    of decks that are in force now, and tells.
    """

    shell: "Shell"
    look: "Look"
    desk: "Desk"
    bus: "Bus"
    tasks: "Tasks"
    learning: "Learning"
    adopting: "Adopting"
    leave: Callable[[], None]
    start: "Callable[[Scope], None]"
    edit: Callable[[str, int], None]
    window_file: "Path"
    open_page: "Opener"
    reading: "Reading"
    read_elsewhere: "Callable[[str], None]"


COPIED = "copied"
"""Where the import goes to for the clipboard's text; else it goes to files, a line each."""


class Opener(Protocol):
    """Brings a page forward by its name; ``at`` is a card, a setting, a deck's line … to go to."""

    def __call__(self, name: str, at: str = "") -> None:
        """Do so."""
        ...


class Kept(Protocol):
    """Keeps one page true while it is seen."""

    def open(self, at: str = "") -> None:
        """Bring the page forward; ``at`` is what to go to there."""
        ...


_AHEAD = ("flashcards.ui.settings.showing",)


def import_ahead() -> None:
    """Import what a page that opens at once would wait for, while nothing is asked.

    In the window's thread: Qt's modules are not made for being imported in another.
    """
    for module in _AHEAD:
        import_module(module)


class Pages:
    """Opens a page by its action's name."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._made: dict[str, Kept] = {}
        self._hearing: Hearing | None = None

    def open(self, name: str, at: str = "") -> None:
        """Bring a page forward; a wrong name is a KeyError (a bug)."""
        self._page(name).open(at)

    def listen(self) -> None:
        """Hear of settings that are changed outside the window, from now on."""
        from flashcards.ui.settings.hearing import Hearing  # long after the first paint

        self._hearing = self._hearing or Hearing(self._means)

    @property
    def open_deck(self) -> str:
        """The deck's file that is open on the Write page; nothing where none is."""
        return self.drafting.file if "write" in self._made else ""

    def is_writing(self, page: "QWidget | None") -> bool:
        """Whether a page is the Write page."""
        return "write" in self._made and self.drafting.page is page

    @property
    def drafting(self) -> "Drafting":
        """The Write page."""
        from flashcards.ui.write.drafting import Drafting  # when it is first opened

        made = self._page("write")
        assert isinstance(made, Drafting), "it is made below"
        return made

    def _page(self, name: str) -> Kept:
        if name not in self._made:
            self._made[name] = _PAGES[name](self._means)
        return self._made[name]


def _progress(means: Means) -> Kept:
    from flashcards.ui.progress.showing import Showing  # when it is first opened

    return Showing(means)


def _write(means: Means) -> Kept:
    from flashcards.ui.write.drafting import Drafting  # when it is first opened

    return Drafting(means)


def _settings(means: Means) -> Kept:
    from flashcards.ui.settings.showing import Showing  # when it is first opened

    return Showing(means)


def _cards(means: Means) -> Kept:
    from flashcards.ui.browse.showing import Showing  # when it is first opened

    return Showing(means)


def _palette(means: Means) -> Kept:
    from flashcards.ui.palette.showing import Showing  # when it is first opened

    return Showing(means)


def _decks(means: Means) -> Kept:
    from flashcards.ui.shelves.showing import Showing  # when it is first opened

    return Showing(means)


def _import(means: Means) -> Kept:
    from flashcards.ui.bringing.showing import Showing  # when it is first opened

    return Showing(means)


_PAGES: Mapping[str, Callable[[Means], Kept]] = {
    "cards": _cards,
    "decks": _decks,
    "import": _import,
    "progress": _progress,
    "settings": _settings,
    "write": _write,
    "palette": _palette,
}
