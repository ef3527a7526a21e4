"""One window on one data folder: a second start raises the first one's window instead."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal

ANSWER_MS, PAUSE_MS = 1000, 100
LONGEST = 1 << 16
"""So many bytes of paths are read; nobody types more."""


class SingleInstance(QObject):
    """Holds the folder's lock; after a crash the next start sees that its owner is gone.

    ``raise_wanted`` carries the paths of the decks that a second start named, as text.
    """

    raise_wanted = Signal(list)

    def __init__(self, lock: Path) -> None:
        super().__init__()
        lock.parent.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(lock))
        self._lock.setStaleLockTime(0)
        self._folder = str(lock.resolve())

    @property
    def _name(self) -> str:
        """What the first window is called by the others."""
        from hashlib import blake2b  # 2 ms, after the first paint

        return f"flashcards-{blake2b(self._folder.encode(), digest_size=8).hexdigest()}"

    def claim(self) -> bool:
        """Take the folder; False where another window has it."""
        if self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError:
            return True
        return self._names_nobody() and self._lock.removeStaleLockFile() and self._lock.tryLock(0)

    def _names_nobody(self) -> bool:
        """Whether the lock's file is empty or garbled, as after a power cut.

        Qt never takes such a file for stale, but removes it only when no process holds it open.
        """
        process, _, _ = self._lock.getLockInfo()
        return process == 0

    def listen(self) -> None:
        """Hear of second starts; called once the window is painted."""
        from PySide6.QtNetwork import QLocalServer  # 30 to 150 ms, after the first paint

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._heard)
        self._server.listen(self._name)

    def _heard(self) -> None:
        """Read what the second start says, which then hangs up."""
        connection = self._server.nextPendingConnection()
        while connection.bytesAvailable() < LONGEST and connection.waitForReadyRead(PAUSE_MS):
            pass
        said = bytes(connection.read(LONGEST).data()).decode("utf-8", "replace")
        connection.deleteLater()
        self.raise_wanted.emit(said.splitlines())

    def raise_other(self, decks: Sequence[Path] = ()) -> bool:
        """Ask the first window to come forward, and to show these decks."""
        from PySide6.QtNetwork import QLocalSocket  # a second start paints nothing

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.write("\n".join(map(str, decks)).encode())
        socket.flush()
        socket.disconnectFromServer()
        return True
