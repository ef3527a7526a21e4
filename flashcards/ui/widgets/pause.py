"""A pause after which something is done once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def pause(parent: QObject, after_ms: int, deed: Callable[[], object]) -> QTimer:
    """Make a timer that does a deed so long after it was last started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(deed)
    return timer
