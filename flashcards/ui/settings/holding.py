"""Lets choices hold in the window at once, whoever made them: the page, an editor, a command."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from flashcards.domain.tongue import later, tr
from flashcards.services.changes import Changes
from flashcards.store.paths import deck_folders
from flashcards.ui.settings.folders import said
from flashcards.ui.shortcuts import use_keys
from flashcards.ui.theme.tokens import fonts_with

if TYPE_CHECKING:
    from flashcards.domain.settings import Settings
    from flashcards.ui.pages import Means

NAMED = later(
    "It is kept. This window reads the decks that were named as it was started; one that is started"
    " without them reads these."
)
CAME_ALONG = later("The decks that came along are read now.")
_FONTS = frozenset(("text_font", "code_font"))


def hold(means: "Means", names: Collection[str]) -> None:
    """Go by the choices of some names as they are in force now, and tell every page."""
    settings, look = means.desk.preferences.settings, means.look
    means.desk.library.use(settings)
    if "theme" in names:
        look.choose(settings.theme)
        means.shell.show_theme(look.choice)
    if _FONTS.intersection(names):
        look.use_fonts(fonts_with(settings.text_font, settings.code_font))
    if "zoom" in names:
        look.set_zoom(settings.zoom / 100)
    if "keys" in names:
        use_keys(settings.keys)
    if "decks" in names:
        _read_decks(means, settings)
    means.bus.changed.emit(Changes(settings=True), None)


def _read_decks(means: "Means", settings: "Settings") -> None:
    """Read the decks from other folders from now on, unless this window was given some."""
    if not means.desk.home.asks:
        means.shell.notice.tell(tr(NAMED))
        return
    means.desk.home.use(deck_folders((), settings.deck_folders))
    folders = ", ".join(map(said, settings.deck_folders))
    told = tr("Your decks are read from {folder} now.", folder=folders)
    means.read_elsewhere(told if folders else tr(CAME_ALONG))
