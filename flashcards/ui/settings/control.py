"""What every control of the Settings page has in common."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from flashcards.domain.choices import Choice
from flashcards.domain.tongue import tr

_ARROWS = frozenset((Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))


class Control(QObject):
    """``chosen`` carries a new value, ``doubted`` what is wrong with what was typed."""

    chosen = Signal(object)
    doubted = Signal(str)
    wide = False
    """Whether it needs a line of its own."""

    def __init__(self, choice: Choice, widget: QWidget) -> None:
        super().__init__()
        self.choice, self.widget, self.value = choice, widget, choice.default
        widget.setAccessibleName(tr(choice.label))
        widget.setAccessibleDescription(tr(choice.help))
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(self)

    def show(self, value: Any) -> None:  # noqa: ANN401  # each kind has its own
        """Show the value in force."""
        self.value = value
        with QSignalBlocker(self.widget):
            self._show(value)

    def _show(self, value: Any) -> None:  # noqa: ANN401  # each kind has its own
        raise NotImplementedError

    def take(self) -> None:
        """Take over what was typed and not yet taken."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the arrow keys from scrolling the page, and the page's wheel from changing this."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in _ARROWS:
                event.accept()
        elif event.type() == QEvent.Type.Wheel and not _has_keys(watched):
            event.ignore()
            return True
        elif event.type() == QEvent.Type.FocusOut:
            self.take()
        return False

    def _offer(self, value: object) -> None:
        """Hand a value on where it is new and right; else say what would be."""
        if value == self.value:
            self.doubted.emit("")
        elif self.choice.kind.accepts(value):
            self.chosen.emit(value)
        else:
            self.doubted.emit(
                tr("That cannot be: it takes {expected}.", expected=self.choice.kind.expected)
            )


def _has_keys(watched: QObject) -> bool:
    return isinstance(watched, QWidget) and watched.hasFocus()
