"""Bind actions of the table to a widget's intents."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from flashcards.ui.keymap import ACTION, keymap, written


def bind(
    widget: QWidget,
    name: str,
    wanted: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> list[QShortcut]:
    """Call ``wanted`` on each of the action's keys while ``widget`` has the focus inside.

    The shortcut is known by its action, so that another choice of keys holds at once.
    """
    keys = keymap().keys(name)
    shortcut = bind_key(widget, keys[0], wanted, context)
    shortcut.setKeys([QKeySequence(key) for key in keys])
    shortcut.setProperty(ACTION, name)
    return [shortcut]


def bind_key(
    widget: QWidget,
    key: str,
    wanted: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> QShortcut:
    """Bind one key; a key held down acts once."""
    shortcut = QShortcut(QKeySequence(key), widget)
    shortcut.setContext(context)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(wanted)
    return shortcut


def press_focused_or(page: QWidget, otherwise: Callable[[], object]) -> Callable[[], None]:
    """For Space and Enter: press the page's button that Tab has reached, else do ``otherwise``."""

    def pressed() -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and page.isAncestorOf(focused):
            focused.click()
        else:
            otherwise()

    return pressed


def shown_key(name: str) -> str:
    """Give an action's first key as this system writes it."""
    return written(keymap().keys(name)[0])
