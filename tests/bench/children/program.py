"""The real program, opened by ``flashcards.app.open_window`` and watched from outside."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from flashcards.app import open_window
from flashcards.services.desk import Opening, Options
from flashcards.ui import application
from flashcards.ui.application import Program


def run_watched(data: str, decks: str, watch: Callable[[Program], object]) -> None:
    """Open the window; ``watch`` is given the program before anything is shown.

    ``decks`` may be empty: the shipped ones.
    """
    watchers: list[object] = []

    class Watched(Program):
        """The program as it is, known to whoever watches."""

        def __init__(self, qt: QApplication, opening: Opening) -> None:
            super().__init__(qt, opening)
            watchers.append(watch(self))

    vars(application)["Program"] = Watched
    open_window(Options(decks=(Path(decks),) if decks else (), data=data))


def die() -> None:
    """End as a crash would: nothing is saved or left behind."""
    os.kill(os.getpid(), signal.SIGKILL)
