"""Start Qt, paint, then load: nothing heavy is imported before the first frame."""

import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from flashcards.domain.settings import LARGEST, SMALLEST, THEMES
from flashcards.domain.tongue import tr
from flashcards.ui.conductor import Conductor
from flashcards.ui.keymap import put_in_force
from flashcards.ui.language import speak_on
from flashcards.ui.shell import Shell
from flashcards.ui.single import SingleInstance
from flashcards.ui.theme.files import assets_folder
from flashcards.ui.theme.look import Look
from flashcards.ui.theme.tokens import fonts_with
from flashcards.ui.window_state import WindowState

if TYPE_CHECKING:
    from flashcards.services.desk import Opening
    from flashcards.ui.menus import Menus

SIGNAL_CHECK_MS = 200
_SHOWS_MENUS = sys.platform == "darwin"
"""Whether the system shows a program's menus always, outside its window."""
_STYLE = ("-style", "Fusion")
"""Said as on a command line: ``setStyle`` gives the style back, which costs Python 7 ms to wrap."""
STEP = 10
"""So many per cent a key makes the text larger or smaller."""


class Program(QObject):
    """The window and what it is wired to; kept alive by ``show`` (and by the tests)."""

    def __init__(self, application: QApplication, opening: "Opening") -> None:
        super().__init__(application)
        speak_on(application)
        self._preferences = opening.preferences
        self._state = WindowState(opening.window_file)
        settings = self._preferences.settings
        put_in_force(application, settings.keys, partial(self._preferences.place_within, "keys"))
        fonts = fonts_with(settings.text_font, settings.code_font)
        zoom = settings.zoom / 100
        self.look = Look(application, settings.theme, zoom, opening.themes, fonts)
        self.shell = Shell()
        self.conductor = Conductor(self.shell, self.look, opening)
        self.shell.show_theme(self.look.choice)
        self.shell.painted.connect(self.conductor.load)
        self.shell.painted.connect(self._set_icon)
        self._menus: Menus | None = None
        if _SHOWS_MENUS:
            self.shell.painted.connect(lambda: QTimer.singleShot(0, self.shell, self._make_menus))
        self.shell.wanted.connect(self._intent)
        self.shell.dropped.connect(self.conductor.bring)
        self.shell.closing.connect(self._closing)

    def open(self) -> None:
        """Show the window where it was last."""
        self._state.restore(self.shell)
        self.shell.show()

    def _set_icon(self) -> None:
        icon = assets_folder() / "icons" / "flashcards.svg"
        self.shell.setWindowIcon(QIcon(str(icon)))

    def come_forward(self, decks: Sequence[str] = ()) -> None:
        """Answer a second start, and review the deck that it named."""
        self.shell.setWindowState(self.shell.windowState() & ~Qt.WindowState.WindowMinimized)
        self.shell.show()
        self.shell.raise_()
        self.shell.activateWindow()
        if decks:
            self.conductor.ask_for([Path(deck) for deck in decks])

    def _intent(self, name: str) -> None:
        """Do what holds on every page."""
        deeds: dict[str, Callable[[], object]] = {
            "add": self.conductor.add_note,
            "reload": self._reload,
            "zoom-in": lambda: self._zoom(STEP),
            "zoom-out": lambda: self._zoom(-STEP),
            "zoom-reset": lambda: self._zoom(100 - self._zoomed),
            "theme": self._next_theme,
            "settings": partial(self.conductor.open_page, "settings"),
            "import": partial(self.conductor.open_page, "import"),
            "palette": partial(self.conductor.open_page, "palette"),
            "menus": self._show_menus,
            "keys": self._show_keys,
            "about": self._show_about,
            "quit": self.shell.close,
        }
        deeds[name]()

    def _reload(self) -> None:
        """Read all that a person edits again: the theme, too."""
        self.look.choose(self.look.choice)
        self.conductor.reload()

    @property
    def _zoomed(self) -> int:
        return round(100 * self.look.zoom)

    def _zoom(self, more: int) -> None:
        """Scale the text by so many per cent more, and keep that where it can be kept."""
        zoom = min(LARGEST, max(SMALLEST, self._zoomed + more))
        with self.shell.notice.telling():  # it holds all the same, while the window is open
            self._preferences.change(zoom=zoom)
        self.look.set_zoom(zoom / 100)

    def _next_theme(self) -> None:
        choice = THEMES[(THEMES.index(self.look.choice) + 1) % len(THEMES)]
        with self.shell.notice.telling():
            self._preferences.change(theme=choice)
        self.look.choose(choice)
        self.shell.show_theme(choice)
        for problem in self.look.problems[:1]:
            self.shell.notice.warn(str(problem))

    def _show_keys(self) -> None:
        from flashcards.ui.dialogs.keys import KeysDialog  # only when asked for

        page = self.shell.page
        KeysDialog(self.shell, page.objectName() if page else "").exec()

    def _show_about(self) -> None:
        from flashcards.ui.dialogs.about import AboutDialog  # only when asked for

        AboutDialog(str(Path(self._preferences.place).parent), self.shell).exec()

    def _show_menus(self) -> None:
        self._make_menus()
        if self._menus:
            self._menus.come()

    def _make_menus(self) -> None:
        """Have the menus, where they are not always there: from when they are first asked for."""
        if self._menus is None:
            from flashcards.ui.menus import Menus  # not before the first paint

            self._menus = Menus(self.shell)

    def _closing(self) -> None:
        self._state.save(self.shell)
        self.conductor.close()


def _already_open(asked: "Sequence[Path]") -> str:
    if not asked:
        return tr("Flashcards is already open on this data folder; its window was raised.")
    return tr(
        "Flashcards is already open on this data folder; its window was asked for {files}.",
        files=tr(" and ").join(path.name for path in asked),
    )


def show(opening: "Opening") -> int:
    """Run the window until it is closed; a second start on one folder raises the first."""
    application = QApplication([*sys.argv[:1], *_STYLE])
    application.setApplicationName("Flashcards")
    application.setDesktopFileName("flashcards")
    try:
        single = SingleInstance(opening.lock)
    except OSError:
        single = None  # the folder cannot be used; opening it will say why, in the window
    if single and not single.claim():
        single.raise_other(opening.asked)
        print(_already_open(opening.asked))  # noqa: T201  # to the person who typed the command
        return 0
    program = Program(application, opening)
    if single:
        single.raise_wanted.connect(program.come_forward)
        program.shell.painted.connect(single.listen)
    _quit_on_signals(application, program)
    program.open()
    return application.exec()


def _quit_on_signals(application: QApplication, program: Program) -> None:
    """Close in order on Ctrl+C and on a session's end; the timer lets Python see signals."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: program.shell.close())
    timer = QTimer(application)
    timer.timeout.connect(lambda: None)
    timer.start(SIGNAL_CHECK_MS)
