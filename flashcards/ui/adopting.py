"""Reads decks that changed while the old ones are in use; the window's thread only turns over.

What is done to the library beside the window stands in the same queue: one at a time.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from flashcards.domain.errors import FlashcardsError

if TYPE_CHECKING:
    from flashcards.services.desk import Desk
    from flashcards.services.naming import Ahead, Takeover
    from flashcards.ui.tasks import Tasks

AT_ONCE = 60
"""So many notes the log is told of in one turn of the window: with the disk's part, 20 ms."""

TRIES = 4
"""So often notes are named once more because an answer told more of one; then at once, here."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is done before the decks are read, with whom its result ends, or its exception."""

    work: Callable[[], Any]
    then: Callable[[Any], object]
    failed: Callable[[Exception], object]
    is_alone: bool = False
    """Whether no deck is read after it."""


class Adopting(QObject):
    """One reading after another: in the background, but for the turn from the old to the new.

    What is not the newest any more is read once more: an answer given meanwhile, or decks taken
    over, cost time and nothing else. ``warn`` is told in a sentence what the environment did.
    """

    def __init__(
        self, tasks: "Tasks", desk: "Desk", warn: Callable[[str], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks, self._desk, self._warn = tasks, desk, warn
        self._waiting: deque[_Reading] = deque()
        self._is_busy = self._is_stopped = self._is_alone = False

    def stop(self) -> None:
        """Take nothing over any more: the window is being closed."""
        self._is_stopped = True

    @property
    def is_busy(self) -> bool:
        """Whether decks are being read, or what that came to is being written into the index."""
        return self._is_busy

    def read(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Do ``work`` in the background, and read the decks; then hand on what it gave.

        Where it raises, ``failed`` is told, and nothing is read. A reading that is asked for in
        the same words and has not begun yet is not asked for twice.
        """
        self._want(_Reading(work, then, failed))

    def alone(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Do ``work`` on the library in the background; no deck is read meanwhile, nor for it."""
        self._want(_Reading(work, then, failed, is_alone=True))

    @property
    def is_alone(self) -> bool:
        """Whether another thread works on the library: this one is to leave it alone."""
        return self._is_alone

    def _want(self, wanted: _Reading) -> None:
        if wanted not in self._waiting:
            self._waiting.append(wanted)
        if not self._is_busy:
            self._begin()

    def _begin(self) -> None:
        """Do what has waited longest."""
        self._is_busy = bool(self._waiting) and not self._is_stopped
        if not self._is_busy:
            return
        reading = self._waiting.popleft()
        if reading.is_alone:
            self._do_alone(reading)
        else:
            self._read(reading)

    def _do_alone(self, reading: _Reading) -> None:
        self._is_alone = True

        def ended(end: Callable[[Any], object], told: object) -> None:
            self._is_alone = False
            self._begin()
            end(told)

        self._tasks.run(reading.work, partial(ended, reading.then), partial(ended, reading.failed))

    def _read(self, reading: _Reading) -> None:
        ahead = self._desk.library.ahead()

        def both() -> "tuple[Any, Takeover | None]":
            return reading.work(), self._ahead(ahead)

        def failed(error: Exception) -> None:
            self._begin()
            reading.failed(error)

        self._tasks.run(both, lambda made: self._take(reading, TRIES, *made), failed)

    def _ahead(self, ahead: "Ahead") -> "Takeover | None":
        """Work out, in the other thread, what comes of it; None where that must be done here."""
        try:
            with self._desk.second_log() as log, self._desk.second_index() as index:
                return ahead.takeover(index, log) if index else None
        except FlashcardsError:
            return None  # a lock, or a damaged index: here they are told, or mended

    def _take(self, reading: _Reading, tries: int, result: object, made: "Takeover | None") -> None:
        """Turn over to the new decks, where they are still the newest."""
        if self._is_stopped:
            return
        library, told = self._desk.library, ""
        try:
            left = library.tell_some(made, AT_ONCE) if made else None
            if left and left is not made:
                on = partial(self._take, reading, tries, result, left)
                QTimer.singleShot(0, self, on)
                return
            if made and not library.take_over(made):
                made = None
                if tries:
                    work = partial(self._ahead, library.ahead())
                    again = partial(self._take, reading, tries - 1, result)
                    self._tasks.run(work, again, self._raise)
                    return
            if made is None:
                library.adopt(library.read_decks())
        except FlashcardsError as error:
            told = str(error)
        try:
            reading.then(result)
            if told:
                self._warn(told)
        finally:
            self._tasks.run(self._keep, self._kept, self._keep_here)

    def _keep(self) -> None:
        """Write it into the index, in the other thread."""
        with self._desk.second_index() as index:
            if index:
                self._desk.library.keep_index(index)

    def _kept(self, _: object) -> None:
        self._begin()

    def _keep_here(self, error: Exception) -> None:
        """Write it where a lock or a damaged index can be dealt with."""
        if not isinstance(error, FlashcardsError):
            raise error
        try:
            self._desk.library.keep_index()
        except FlashcardsError as fault:
            self._warn(str(fault))
        self._begin()

    @staticmethod
    def _raise(error: Exception) -> None:
        raise error
