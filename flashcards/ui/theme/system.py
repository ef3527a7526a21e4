"""What the system prefers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication


def system_is_dark() -> bool:
    """Whether the desktop asks for dark windows; light when it does not say."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
