"""Bind actions of the table to a widget's intents, and name their keys beside them."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from flashcards.ui.keymap import keymap, written
from flashcards.ui.widgets.label import tip

if TYPE_CHECKING:
    from flashcards.domain.values import Keys

ACTION = "action"
"""The property by which a shortcut is known again."""

_TOLD = "told"
"""The property by which a shortcut says what it would do now."""

_NAMED = "names its key"
"""The property of what names an action's key: the action, the words of its tip and its own."""


def bind(
    widget: QWidget,
    name: str,
    wanted: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> list[QShortcut]:
    """Call ``wanted`` on each of the action's keys while ``widget`` has the focus inside.

    The shortcut is known by its action, so that another choice of keys holds at once.
    """
    shortcut = bind_key(widget, "", wanted, context)
    shortcut.setKeys([QKeySequence(key) for key in keymap().keys(name)])
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


def at_hand(window: QWidget, page: QWidget | None) -> dict[str, QShortcut]:
    """Give what the keys do on the page in front, and on every page, by the actions' names."""
    found = dict[str, QShortcut]()
    for shortcut in window.findChildren(QShortcut):
        name, owner = shortcut.property(ACTION), shortcut.parent()
        here = owner is window or owner is page or (page and page.isAncestorOf(owner))  # type: ignore[arg-type]  # a shortcut's parent is a widget
        if name and here:
            found[name] = shortcut
    return found


def press(shortcut: QShortcut) -> None:
    """Do what a key does, whatever button Tab has reached: it is not what was chosen."""
    owner = shortcut.parent()
    if isinstance(QApplication.focusWidget(), QAbstractButton) and isinstance(owner, QWidget):
        owner.setFocus(Qt.FocusReason.OtherFocusReason)
    shortcut.activated.emit()


def explain(page: QWidget, name: str, told: Callable[[], str]) -> None:
    """Let an action bound to ``page`` say what it would do now; nothing where it can do nothing."""
    for shortcut in _own_shortcuts(page):
        if shortcut.property(ACTION) == name:
            shortcut.setProperty(_TOLD, told)


def told_by(shortcut: QShortcut) -> str | None:
    """Say what an action would do now; None where it is always the same."""
    told = shortcut.property(_TOLD)
    return told() if told else None


def shown_key(name: str) -> str:
    """Give an action's first key as this system writes it; nothing where it has none."""
    return next(map(written, keymap().keys(name)), "")


def name_key(thing: QPushButton | QAction, name: str, *, words: str = "", text: str = "") -> None:
    """Write an action's key behind the words of a tip, and behind a button's or entry's own.

    Another key is written there as soon as it is in force.
    """
    thing.setProperty(_NAMED, [name, words, text])
    _write_key(thing)


def _write_key(thing: QPushButton | QAction) -> None:
    name, words, text = thing.property(_NAMED)
    key = shown_key(name)
    if words:
        thing.setToolTip(tip(f"{words} ({key})" if key else words))
    if text:
        beside = "\t" if isinstance(thing, QAction) else "  "
        thing.setText(f"{text}{beside}{key}" if key else text)


def use_keys(chosen: "Keys") -> None:
    """Put a choice of keys in force, in every window at once."""
    keymap().use(chosen)
    for widget in QApplication.allWidgets():
        for shortcut in _own_shortcuts(widget):
            keys = keymap().keys(shortcut.property(ACTION))
            shortcut.setKeys([QKeySequence(key) for key in keys])
        for thing in (widget, *widget.actions()):
            if thing.property(_NAMED):
                _write_key(thing)  # type: ignore[arg-type]  # nothing else was named


def _own_shortcuts(widget: QWidget) -> Iterator[QShortcut]:
    """Give what ``bind`` has given a widget; those within it are left alone.

    Looking among all of them would have Python wrap each part of each field: 15 ms for Today.
    """
    directly = Qt.FindChildOption.FindDirectChildrenOnly
    for shortcut in widget.findChildren(QShortcut, options=directly):
        if shortcut.property(ACTION):
            yield shortcut
