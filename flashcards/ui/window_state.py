"""Where the window stood and how large its text was: kept beside the data, lost without harm."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

SMALLEST, LARGEST = 0.8, 2.0
STEP = 0.1


class WindowState:
    """One INI file."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def restore(self, window: QWidget) -> bool:
        """Put the window where it was; False where nothing is remembered."""
        geometry = self._settings.value("geometry")
        return isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)

    def save(self, window: QWidget) -> None:
        """Remember where the window is."""
        self._settings.setValue("geometry", window.saveGeometry())
        self._settings.sync()

    @property
    def zoom(self) -> float:
        """The text's size, 1.0 being usual."""
        try:
            return clamped(float(str(self._settings.value("zoom", 1.0))))
        except ValueError:
            return 1.0

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._settings.setValue("zoom", clamped(zoom))


def clamped(zoom: float) -> float:
    """Keep a zoom in its range, on its steps."""
    return round(min(LARGEST, max(SMALLEST, zoom)), 2)
