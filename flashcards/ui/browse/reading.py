"""Brings the table of all cards up to date while a window lives: a moment's work at a time."""

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from flashcards.domain.errors import FlashcardsError

if TYPE_CHECKING:
    from flashcards.services.library import Library

_SLICE_S = 0.008
"""So long cards are read at once; a key that was pressed meanwhile comes first."""

_WAIT_MS = 20

FIRST_S = 0.03
"""So long at first: small collections are ready then."""


class Reading(QObject):
    """One for all who look into the table: two would undo one another's work.

    ``waits`` tells whether the library is another thread's for now.
    ``advanced`` tells the share that is read, ``done`` that all is; ``failed`` says why not.
    """

    advanced = Signal(float)
    done = Signal()
    failed = Signal(str)

    def __init__(self, library: "Library", waits: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._waits = library, waits
        self._steps: Iterator[float] | None = None
        self._slice = QTimer(self)
        self._slice.setSingleShot(True)
        self._slice.timeout.connect(self._read_on)

    @property
    def is_busy(self) -> bool:
        """Whether it is at it."""
        return self._steps is not None

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to be read."""
        return not self.is_busy and self._library.finder.is_current

    def begin(self) -> None:
        """Take in what has changed since."""
        if self._waits():
            QTimer.singleShot(_WAIT_MS, self, self.begin)
            return
        try:
            if self._library.changed_elsewhere():
                self._library.catch_up()
        except FlashcardsError as error:
            self.failed.emit(str(error))
            return
        self._steps = iter(self._library.finder.catching_up())
        self._read_on(FIRST_S)

    def _read_on(self, patience: float = _SLICE_S) -> None:
        if self._steps is None:
            return
        if self._waits():
            self._slice.start(_WAIT_MS)
            return
        end = perf_counter() + patience
        try:
            for share in self._steps:
                if perf_counter() > end:
                    self.advanced.emit(share)
                    self._slice.start(0)
                    return
        except FlashcardsError as error:
            self.failed.emit(str(error))
        self._steps = None
        self.done.emit()
