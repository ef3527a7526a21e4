"""Push buttons by their role, with their key, and how a widget takes another role."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


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


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet reads, and draw the widget anew where it differs."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
