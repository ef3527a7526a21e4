"""The quiet clock of a story that is told aloud: from the question to the first section."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from flashcards.domain.spoken import telling_text

_SLACK_MS = 20
"""So long after the full second the clock is read, that it is surely over."""


class Telling(QObject):
    """``ticked`` says that the words are others now: once a second, while the clock is watched."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._minutes = 0.0
        self._began = self._took = 0.0
        self._running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)

    @property
    def words(self) -> str:
        """What the clock shows; empty where none runs."""
        if not self._minutes:
            return ""
        return telling_text(self._seconds, self._minutes, told=not self._running)

    @property
    def late(self) -> bool:
        """Whether the story is, or was, longer than it should be."""
        return bool(self._minutes) and int(self._seconds) > round(self._minutes * 60)

    @property
    def running(self) -> bool:
        """Whether the story is being told."""
        return self._running

    def start(self, minutes: float) -> None:
        """Begin at 0:00, where there is a time to keep."""
        self._minutes, self._running = minutes, bool(minutes)
        self._began = monotonic()

    def stop(self) -> None:
        """Keep the time that it took."""
        if self._running:
            self._took = monotonic() - self._began
        self._running = False
        self._timer.stop()

    def watch(self, *, seen: bool) -> None:
        """Tick only while somebody can see it."""
        self._timer.stop()
        if seen and self._running:
            self._timer.start(1000 - int(self._seconds * 1000) % 1000 + _SLACK_MS)

    @property
    def _seconds(self) -> float:
        return monotonic() - self._began if self._running else self._took

    def _tick(self) -> None:
        self.watch(seen=True)
        self.ticked.emit()
