"""One window on a data folder of its own: opened, driven by keys, and photographed."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from unittest.mock import patch

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from flashcards.app import open_window
from flashcards.services.desk import Opening, Options
from flashcards.services.session import Session
from flashcards.ui import application
from flashcards.ui.application import Program
from tests.bench.data import desk_on

LONGEST_S = 30
SHOWN = "shown.txt"
"""The classes that were photographed, a line each."""

GUARD_MS = 220
"""A little more than the review ignores a doubled key."""


class Stage:
    """``look`` becomes a part of each picture's name."""

    def __init__(self, qt: QApplication, folder: Path, out: Path, look: str) -> None:
        self.qt, self.folder, self._out, self._look = qt, folder, out, look
        self.data = folder / "data"
        self.data.mkdir(parents=True)
        self._decks: tuple[Path, ...] = ()
        self._settings: list[str] = []

    # --- before the window -------------------------------------------------------------------

    def use_decks(self, *decks: Path) -> None:
        """Show other decks than the shipped ones."""
        self._decks = decks

    def choose(self, line: str) -> None:
        """Add a line to the settings."""
        self._settings.append(line)
        (self.data / "settings.toml").write_text("\n".join(self._settings), "utf-8")

    def zoom(self, zoom: float) -> None:
        """Enlarge the text, as a person did in an earlier window."""
        self.choose(f"zoom = {round(100 * zoom)}")

    def sit(self, review: Callable[[Session], object]) -> None:
        """Do something in a session without a window."""
        desk = desk_on(self.data, *self._decks)
        review(Session(desk.library))
        desk.close()

    def put_first(self, card: str) -> None:
        """Bury what comes before a card, so that the review opens with it."""
        self.choose("new_per_day = 999")

        def bury(session: Session) -> None:
            while (shown := session.view().card) and shown.id != card:
                session.bury()
                session.restart()  # as the window will, in the order of what is left

        self.sit(bury)

    # --- the window ----------------------------------------------------------------------------

    def open(self, *, loaded: bool = True) -> None:
        """Open the real program; wait until it has loaded, unless told otherwise."""
        self.program = Program(self.qt, self._opening())
        ready: list[bool] = []
        self.program.conductor.ready.connect(lambda: ready.append(True))
        self.program.open()
        if loaded:
            self.until(lambda: bool(ready))
            self.wait(150)

    def _opening(self) -> Opening:
        """Let the composition root wire everything, and catch it before Qt is started."""
        with patch.object(application, "show", return_value=0) as show:
            open_window(Options(decks=self._decks, data=str(self.data)))
        opening: Opening = show.call_args.args[0]
        return opening

    def press(self, *keys: Qt.Key) -> None:
        """Press keys with a short pause after each."""
        for key in keys:
            QTest.keyClick(self.program.shell.windowHandle(), key)
            self.wait(GUARD_MS)

    def press_with_control(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        self.press_with(Qt.KeyboardModifier.ControlModifier, key)

    def press_with(self, modifiers: Qt.KeyboardModifier, key: Qt.Key) -> None:
        """Press a key with others held down."""
        QTest.keyClick(self.program.shell.windowHandle(), key, modifiers)
        self.wait(GUARD_MS)

    def type_in(self, words: str) -> None:
        """Type into whatever has the focus."""
        for letter in words:
            QTest.keyClick(self.program.shell.windowHandle(), letter)  # type: ignore[call-overload]  # a letter, in its stub of QWidget only
        self.wait(50)

    def answer(self, *grades: Qt.Key) -> None:
        """Show the answer and grade it, card after card."""
        for grade in grades:
            self.press(Qt.Key.Key_Space, grade)

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Write a picture of the window, or of a dialog."""
        shown = widget or self.program.shell
        shown.grab().save(str(self._out / f"{name}-{self._look}.png"))
        with (self._out / SHOWN).open("a", encoding="utf-8") as file:
            file.write(f"{type(shown).__name__}\n")

    def shoot_dialog(
        self,
        name: str,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        also: Callable[[QDialog], object] | None = None,
    ) -> None:
        """Press a key that opens a dialog, and photograph it before it is closed.

        ``also`` does something more with it first, and has photographed it then.
        """

        def look() -> bool:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                return False
            if also:
                also(dialog)
            else:
                self.shoot(name, dialog)
            with suppress(RuntimeError):  # where it went by itself
                dialog.reject()
            return True

        self._look_after(key, modifiers, look)

    def shoot_menu(self, name: str, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press keys that open a menu, and photograph it before it is closed."""

        def look() -> bool:
            menu = QApplication.activePopupWidget()
            if menu is None:
                return False
            self.shoot(name, menu)
            menu.close()
            return True

        self._look_after(key, modifiers, look)

    def _look_after(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier, look: Callable[[], bool]
    ) -> None:
        """Press a key, which may not return before what it opens is closed."""
        seen: list[bool] = []

        def once() -> None:
            if look():
                seen.append(True)
            else:
                QTimer.singleShot(50, once)

        QTimer.singleShot(250, once)
        self.program.shell.activateWindow()  # as a window manager does once a dialog is gone
        self.wait(50)
        QTest.keyClick(self.program.shell.windowHandle(), key, modifiers)
        self.until(lambda: bool(seen))
        self.wait(100)

    def wait(self, milliseconds: int) -> None:
        """Let the window live."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, true: Callable[[], bool]) -> None:
        """Wait for something; TimeoutError where it never comes."""
        end = monotonic() + LONGEST_S
        while not true():
            if monotonic() > end:
                raise TimeoutError("the window did not get ready")
            self.wait(20)

    def close(self) -> None:
        """Close the window in order."""
        with suppress(RuntimeError):
            self.program.shell.close()
            self.program.shell.deleteLater()
        self.program.deleteLater()
        self.wait(0)
