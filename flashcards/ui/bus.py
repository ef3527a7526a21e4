"""Tells pages what changed: nobody tells another page to refresh."""

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """``changed`` carries the Changes, and the page that made them (or None)."""

    changed = Signal(object, object)
