"""Notice when a deck is saved in any editor, and say so once it is quiet again."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

QUIET_MS = 120
"""A save is over when nothing has happened for so long (editors write, rename, and set dates)."""

PATIENCE = 20
"""How often an emptied file is waited for; then it is empty because its author wants it so."""

POLL_MS = 3_000
"""Folders on a network tell nothing, so they are also looked at from time to time."""

SHARE = 100
"""Looking takes at most one part in so many of the time: very many files are looked at rarely."""

Marks = dict[str, tuple[int, ...]]
"""Each deck file's date and size, and whatever else tells that it changed."""

TakeMarks = Callable[[], Iterator[tuple[str, tuple[int, ...]]]]
"""Looks at the deck files that there are now, one after another."""

_SLICE_S = 0.003
"""So long it looks at once: a thousand files take longer than the window has for a frame."""

MOST_WATCHED = 4_000
"""More files than this are only looked at from time to time: systems limit what is watched."""


class DeckWatch(QObject):
    """``changed`` is announced when a deck file below the roots was written, added or removed."""

    changed = Signal()

    def __init__(
        self, roots: Iterable[Path], marks: TakeMarks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._roots, self._marks = tuple(roots), marks
        self._seen: Marks = {}
        self._waited = 0
        self._looking: Iterator[tuple[str, tuple[int, ...]]] = iter(())
        self._found: Marks = {}
        self._took = 0.0
        self._slice = QTimer(self)
        self._slice.setSingleShot(True)
        self._slice.timeout.connect(self._look_on)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._stirred)
        self._watcher.directoryChanged.connect(self._stirred)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._look)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._look)

    def start(self, seen: Marks) -> None:
        """Watch from here on; ``seen`` is how the decks were before they were read."""
        self._seen = seen
        self._watch()
        self._poll.start()
        self._quiet.start()

    def _stirred(self) -> None:
        self._quiet.start()

    def _look(self) -> None:
        """Look at all files, and begin anew where that is going on."""
        self._looking, self._found, self._took = self._marks(), {}, 0.0
        self._look_on()

    def _look_on(self) -> None:
        """Look at some files; what the window has to do meanwhile comes between."""
        began = monotonic()
        for path, marks in self._looking:
            self._found[path] = marks
            if monotonic() - began > _SLICE_S:
                self._took += monotonic() - began
                self._slice.start()
                return
        self._took += monotonic() - began
        self._poll.setInterval(max(POLL_MS, round(SHARE * 1000 * self._took)))
        self._compare(self._found)

    def _compare(self, now: Marks) -> None:
        """Compare with what was seen; a file that is empty for now is still being written."""
        if now == self._seen:
            return
        if self._waited < PATIENCE and _is_half_written(self._seen, now):
            self._waited += 1
            self._quiet.start()
            return
        self._seen, self._waited = now, 0
        self._watch()
        self.changed.emit()

    def _watch(self) -> None:
        """Watch the files that there are; one that was replaced is a new one to the system."""
        wanted = {*self._seen, *(str(Path(path).parent) for path in self._seen)}
        wanted |= {str(root) for root in self._roots if root.exists()}
        if len(wanted) > MOST_WATCHED:
            wanted = {str(root) for root in self._roots if root.exists()}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        missing = sorted(wanted - watched)
        if missing:
            self._watcher.addPaths(missing)


def _is_half_written(before: Marks, now: Marks) -> bool:
    """Whether a file that had a text has none: an editor has emptied it to write it anew."""
    return any(not marks[1] and before.get(path, (0, 0))[1] for path, marks in now.items())
