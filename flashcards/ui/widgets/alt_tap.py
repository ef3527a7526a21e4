"""Alt, pressed and let go by itself: what asks for the menus on many systems."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

_OTHERS = frozenset(
    (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.WindowDeactivate,
        QEvent.Type.ApplicationStateChange,
    )
)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)


class AltTap(QObject):
    """``tapped`` when nothing else was pressed meanwhile; it listens only while Alt is down."""

    tapped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_alone = False

    def watch(self, event: QKeyEvent) -> None:
        """Take a key press that nobody wanted."""
        is_alt = event.key() == Qt.Key.Key_Alt and event.modifiers() in _PLAIN
        application = QCoreApplication.instance()
        if is_alt and application and not event.isAutoRepeat():
            self._is_alone = True
            application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See whether anything but Alt happens until it is let go."""
        if event.type() in _OTHERS:
            self._end()
        elif isinstance(event, QKeyEvent):
            if event.key() != Qt.Key.Key_Alt:
                self._end()
            elif event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
                was_alone = self._is_alone
                self._end()
                if was_alone:
                    self.tapped.emit()
        return False

    def _end(self) -> None:
        self._is_alone = False
        application = QCoreApplication.instance()
        if application:
            application.removeEventFilter(self)
