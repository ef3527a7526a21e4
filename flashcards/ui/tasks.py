"""Work off the UI thread: the only place that starts threads."""

import gc
import sys
from collections import deque
from collections.abc import Callable
from itertools import count
from threading import Lock, Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

Ends = tuple[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]]
"""The work, what to call with its result, and what with an exception."""


_MUCH = 50_000
"""So many objects take the collector long enough to be seen as a halt (100,000 cards: 0.3 s).

They are what was read of decks and log, and stay; a ring among them that is no longer used stays,
too, and is little beside them.
"""


TURN_S = 0.0002
"""So long the other thread may keep Python from the window's, which asks for it a thousand times
as it paints a table; its usual 5 ms are too long.
"""


class Tasks(QObject):
    """Runs one piece of work after another in a thread of its own; answers come back here.

    Meanwhile no garbage is collected: the collector runs in whatever thread allocates, and Qt's
    objects must not be taken down in another thread than the window's. What was made in such a
    time is kept out of the collector's sight where it is much (``_MUCH``).
    """

    _ended = Signal(int)
    """The number of a piece of work."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN_S)
        self._numbers = count()
        self._ends: dict[int, Ends] = {}
        self._outcomes: dict[int, tuple[bool, Any]] = {}
        """What came of each that has ended: whether it succeeded, its result or exception."""
        self._waiting: deque[tuple[int, Callable[[], Any]]] = deque()
        self._thread: Thread | None = None
        self._last: Thread | None = None
        self._lock = Lock()
        self._ended.connect(self._tell)

    def run(
        self,
        work: Callable[[], Any],
        succeeded: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do ``work`` in the background, then call one of the two in this thread."""
        number = next(self._numbers)
        self._ends[number] = work, succeeded, failed
        gc.disable()  # each time: the thread may live on from work whose end was told already
        with self._lock:
            self._waiting.append((number, work))
            if self._thread is None:
                self._thread = self._last = Thread(target=self._work_off, name="flashcards-tasks")
                self._thread.start()

    def wait(self) -> None:
        """Let the running work come to its end (before the program's)."""
        with self._lock:
            dropped = [number for number, _ in self._waiting]
            self._waiting.clear()
        for number in dropped:
            del self._ends[number]
        self.finish()

    def finish(self) -> None:
        """Let all work come to its end, what has not begun yet included."""
        if self._last:
            self._last.join()
        _collect_again()

    def _work_off(self) -> None:
        """Do, in the other thread, all that waits.

        It lets go of the work and of what came of it before that is told: they may hold a dialog
        that is gone, and nothing of Qt's may be taken down here.
        """
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return
                number, work = self._waiting.popleft()
            self._outcomes[number] = _tried(work)
            del work
            self._ended.emit(number)

    def _tell(self, number: int) -> None:
        """Call, in the window's thread, what was given for this end."""
        _work, on_success, on_failure = self._ends.pop(number)
        succeeded, value = self._outcomes.pop(number)
        try:
            if succeeded:
                on_success(value)
            else:
                assert isinstance(value, Exception), "what failed says how"
                on_failure(value)
        finally:
            if not self._ends and self._last:
                self._last.join()  # it has nothing to do any more, but might still collect
                _collect_again()


def _tried(work: Callable[[], Any]) -> tuple[bool, Any]:
    try:
        return True, work()
    except Exception as error:  # noqa: BLE001  # whatever it is, the UI's thread must hear of it
        return False, error


def _collect_again() -> None:
    """Let garbage be collected again, without a look through all that was read meanwhile."""
    if gc.get_count()[0] > _MUCH:
        gc.freeze()
    gc.enable()
