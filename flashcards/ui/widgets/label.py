"""Labels by their role in the style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget


def label(role: str, text: str = "", *, wraps: bool = False) -> QLabel:
    """Make a plain-text label: what people wrote is never read as markup."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    return made


def tip(text: str) -> str:
    """Write words for a tool tip, which would be read as markup where they look like it."""
    if "<" not in text:
        return text
    from html import escape  # with the names of all signs: most tips need none

    return f"<p>{escape(text)}</p>"


def hairline(parent: QWidget | None = None) -> QFrame:
    """Make a thin line."""
    line = QFrame(parent)
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    return line
