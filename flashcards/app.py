"""The composition root: the only place that builds and wires."""

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from flashcards.domain.clock import day_of
from flashcards.domain.errors import FlashcardsError
from flashcards.domain.tongue import asked_for, chosen, use
from flashcards.services.bookmark import Bookmark
from flashcards.services.desk import Desk, Doors, Opening, Options
from flashcards.services.glance import Glance
from flashcards.services.preferences import Preferences
from flashcards.services.safety import Safety
from flashcards.store.bookmark_file import BookmarkFile
from flashcards.store.catalogues import catalogue
from flashcards.store.glance_file import GlanceFile
from flashcards.store.paths import Paths, data_folder, deck_folders, shipped
from flashcards.store.reasons import reason_in
from flashcards.store.settings_file import SettingsFile
from flashcards.store.system_clock import Clock, clock_on, system_clock

if TYPE_CHECKING:
    from flashcards.domain.log.events import Event
    from flashcards.services.settling import Home
    from flashcards.services.together import Together
    from flashcards.services.writing import Paper
    from flashcards.store.deck_files import DeckFiles
    from flashcards.store.event_log import EventLog
    from flashcards.store.index import Index
    from flashcards.store.vault import Vault


def paths_for(options: Options) -> Paths:
    """Choose the data folder."""
    return Paths(data_folder(options.data, os.environ))


def open_preferences(options: Options, wanted: Sequence[str] = ()) -> Preferences:
    """Read the choices, and speak the chosen language from now on, else the first ``wanted``.

    What is wrong with the file is told in that language, so it is then read once more.
    """
    file = SettingsFile(paths_for(options).settings)
    preferences = Preferences(file)
    language = chosen(preferences.settings.language, wanted or asked_for(os.environ))
    use(language, catalogue(language))
    reason_in(language)
    return Preferences(file) if preferences.problems else preferences


def open_desk(options: Options, preferences: Preferences | None = None) -> Desk:
    """Open the database, and wire the services; decks are read by ``desk.library.load()``.

    Raises EnvironmentFaultError where the data folder cannot be used.
    """
    # heavy imports: the window is painted before this function runs
    from flashcards.runner.seeker import Seeker
    from flashcards.services.library import Library, Outside
    from flashcards.store.account_file import AccountFile
    from flashcards.store.database import open_database
    from flashcards.store.deck_places import DeckPlaces
    from flashcards.store.event_log import EventLog
    from flashcards.store.index import Index
    from flashcards.store.index_file import index_file
    from flashcards.store.kept_file import KeptFile

    paths = paths_for(options)
    preferences = preferences or open_preferences(options)
    clock, database = _clock(options, preferences), open_database(paths.database)
    decks = decks_in(roots_of(options, preferences))
    log = EventLog(database, os.urandom(8).hex())
    index, seeker = Index(index_file(paths.cache, decks.roots)), Seeker()
    library = Library(Outside(decks, index, log, clock), preferences.settings)

    def close() -> None:
        seeker.stop()
        with suppress(FlashcardsError):  # without it the next start only takes longer
            library.keep_index(index)
        index.close()
        database.close()

    return Desk(
        library,
        preferences,
        decks.marks,
        paths.cache,
        close,
        partial(_second_log, paths.database),
        partial(_second_index, index),
        AccountFile(paths.account),
        safety_of(options, preferences),
        _home(options, preferences, decks),
        _paper(paths, clock),
        decks,
        DeckPlaces(),
        seeker,
        together_in(options),
        KeptFile(paths.replaced),
    )


def roots_of(options: Options, preferences: Preferences | None = None) -> tuple[Path, ...]:
    """Choose the deck folders in force."""
    preferences = preferences or open_preferences(options)
    return deck_folders(options.decks, preferences.settings.deck_folders)


def _home(options: Options, preferences: Preferences, decks: "DeckFiles") -> "Home":
    """Let the person say where their decks live, where nobody named any."""
    from flashcards.services.settling import Home  # the first paint asks nothing yet
    from flashcards.store.deck_home import DeckHome

    usual = Path("~", "Flashcards")
    return Home(preferences, DeckHome(shipped("decks")), usual, not options.decks, decks.use)


def _paper(paths: Paths, clock: Clock) -> "Paper":
    """Give what decks are written on."""
    from flashcards.services.writing import Paper  # the parser, which the first paint does not need
    from flashcards.store.deck_files import read_yaml
    from flashcards.store.deck_texts import DeckTexts
    from flashcards.store.unsaved import UnsavedFiles

    return Paper(DeckTexts(), UnsavedFiles(paths.unsaved), clock, read_yaml)


@contextmanager
def _second_log(path: Path) -> "Iterator[EventLog]":
    """Open the log once more, for another thread to read."""
    from flashcards.store.database import open_database  # long after the first paint
    from flashcards.store.event_log import EventLog

    database = open_database(path)
    try:
        yield EventLog(database, "")
    finally:
        database.close()


@contextmanager
def _second_index(index: "Index") -> "Iterator[Index | None]":
    """Open the index once more, for another thread; none is given where it is in memory."""
    second = index.again()
    try:
        yield second
    finally:
        if second:
            second.close()


def _clock(options: Options, preferences: Preferences) -> Clock:
    """Take the machine's clock, or one shifted to the day that ``--today`` names."""
    if options.today is None:
        return system_clock
    return clock_on(day_of(options.today), preferences.settings.rollover_hour)


def run(arguments: list[str]) -> int:
    """Start the program. Without arguments that is the window, and click is never imported."""
    if not arguments:
        return open_window(Options())
    from flashcards.cli.main import run as run_cli  # only when there is something to parse

    open_preferences(Options(data=_data_in(arguments)))
    return run_cli(arguments, doors())


def _data_in(arguments: Sequence[str]) -> str | None:
    """Find the data folder that is named, whose language its commands' mistakes are told in."""
    return next((value for name, value in pairwise(arguments) if name == "--data"), None)


def doors() -> Doors:
    """Open the ways from the command line to the core."""
    from flashcards.store.deck_home import DeckHome  # only commands move files
    from flashcards.store.deck_places import DeckPlaces

    return Doors(
        open_desk,
        open_window,
        decks_in,
        write_file,
        readings,
        safety_of,
        DeckPlaces(),
        roots_of,
        DeckHome(shipped("decks")),
        together_in,
        open_preferences,
    )


def together_in(options: Options) -> "Together":
    """Give what writes several decks; what a crash broke off there is finished first."""
    from flashcards.services.together import Together  # only what writes decks needs it
    from flashcards.store.deck_places import DeckPlaces
    from flashcards.store.deck_texts import DeckTexts
    from flashcards.store.kept_file import KeptFile

    made = Together(DeckTexts(), KeptFile(paths_for(options).half_done), DeckPlaces().remove)
    made.mend()
    return made


def decks_in(paths: Sequence[Path]) -> "DeckFiles":
    """Read folders and files, or the shipped decks, without any data folder."""
    from flashcards.store.deck_files import DeckFiles  # YAML, which the first paint does not need

    return DeckFiles(paths or (shipped("decks"),))


def readings(options: Options) -> "list[Event]":
    """Read what the log tells of notes, if there is a log. Raises EnvironmentFaultError."""
    from flashcards.store.readings import readings as read  # SQLite, which no window waits for

    return read(paths_for(options).database)


def safety_of(options: Options, preferences: Preferences | None = None) -> Safety:
    """Give what keeps the log of a data folder safe; nothing is opened or imported yet."""

    preferences = preferences or open_preferences(options)

    def open_vault() -> "Vault":
        from flashcards.store.vault import Vault  # SQLite, which the first paint does not need

        return Vault(paths_for(options), preferences.settings.keep)

    return Safety(open_vault, lambda: preferences.settings.backups)


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises FileFaultError."""
    from flashcards.store.atomic import write_atomically  # only an export needs it

    write_atomically(path, content)


def open_window(options: Options) -> int:
    """Show the window; where there is no display, say so and go on in the terminal."""
    from flashcards.ui.display import missing_display  # neither it nor the terminal needs Qt

    missing = missing_display(os.environ)
    if missing:
        from flashcards.cli.main import without_window  # click and rich, for a terminal

        return without_window(missing, options, open_desk)
    gc.disable()  # what a first frame is made of stays; ``ui/tasks`` collects again after it
    from flashcards.ui.qt import load_qt  # Qt, where there is a screen for it

    load_qt()
    from flashcards.ui.application import show  # now that Qt is there
    from flashcards.ui.language import system_languages

    wanted = asked_for(os.environ) or system_languages()
    paths, preferences = paths_for(options), open_preferences(options, wanted)
    opening = Opening(
        open_desk=partial(open_desk, options, preferences),
        preferences=preferences,
        glance=_glance(options, paths, preferences),
        window_file=paths.window,
        themes=paths.themes,
        lock=paths.lock,
        bookmark=_bookmark(options, paths, preferences),
        asked=tuple(path.absolute() for path in options.decks),
        safety=safety_of(options, preferences),
    )
    return show(opening)


def _bookmark(options: Options, paths: Paths, preferences: Preferences) -> Bookmark:
    """Let a review that a crash broke off go on where it was."""
    clock, roots = _clock(options, preferences), roots_of(options, preferences)
    file = BookmarkFile(paths.bookmark)
    return Bookmark(file, clock, preferences.settings.rollover_hour, roots)


def _glance(options: Options, paths: Paths, preferences: Preferences) -> Glance:
    """Let Today show its numbers before anything is loaded, where nothing changed since."""
    log = paths.database.with_name(f"{paths.database.name}-wal")
    roots = roots_of(options, preferences)
    file = GlanceFile(paths.glance, (paths.database, log, paths.settings), roots)
    return Glance(file, _clock(options, preferences), preferences.settings.rollover_hour)
