"""What a person does to a window, and what they read off it."""

from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot


def show(qtbot: QtBot, widget: QWidget) -> None:
    """Put a window on the screen and give it the keyboard."""
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def press(widget: QWidget, *keys: str) -> None:
    """Press keys, written as Qt writes them; they go to whatever has the focus."""
    window = widget.window().windowHandle()
    for key in keys:
        QTest.keySequence(window, QKeySequence(key))
        QApplication.processEvents()


def focused() -> QWidget:
    """Give the widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def read_aloud(widget: QWidget) -> str:
    """Say what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def described(widget: QWidget) -> str:
    """Say how a screen reader describes a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Description)


def texts(widget: QWidget) -> list[str]:
    """List the words of the labels in sight, in the order they were made."""
    labels = widget.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisibleTo(widget) and label.text()]


def buttons(widget: QWidget) -> list[QPushButton]:
    """List the buttons in sight that can be pressed."""
    found = widget.findChildren(QPushButton)
    return [button for button in found if button.isVisibleTo(widget) and button.isEnabled()]


def button(widget: QWidget, words: str) -> QPushButton:
    """Find the one button in sight that begins with these words."""
    (found,) = [made for made in buttons(widget) if made.text().startswith(words)]
    return found


def tab_round(widget: QWidget) -> list[QWidget]:
    """Press Tab until the focus is where it began, and list where it was."""
    stops: list[QWidget] = []
    while focused() not in stops:
        stops.append(focused())
        press(widget, "Tab")
    return stops
