"""Push buttons by their role, with their key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton


def button(role: str, text: str, tip: str = "") -> QPushButton:
    """Make a button that Tab reaches and a click leaves the focus where it was."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAutoDefault(True)
    if tip:
        made.setToolTip(tip)
        made.setAccessibleDescription(tip)
    return made
