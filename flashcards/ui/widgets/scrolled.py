"""What may be larger than the screen: as large as it is where there is room, else scrolled."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from flashcards.ui.widgets.ring import Ring


class Scrolled(QScrollArea):
    """Holds one widget; Tab reaches it, and the arrow keys move it."""

    def __init__(self, name: str, inside: QWidget) -> None:
        super().__init__()
        inside.setProperty("role", "page")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self._inside, self._ring = inside, Ring(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that Tab has come."""
        super().focusInEvent(event)
        self._ring.follow(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it has gone."""
        super().focusOutEvent(event)
        self._ring.follow(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the ring round it."""
        super().resizeEvent(event)
        self._ring.fit()

    def sizeHint(self) -> QSize:
        """Ask for room for all of it; Qt's own hint is a few lines."""
        bar = self.verticalScrollBar().sizeHint().width()
        least, most = self._inside.minimumSize(), self._inside.maximumSize()
        return self._inside.sizeHint().expandedTo(least).boundedTo(most) + QSize(bar, 0)


def fit_to_screen(dialog: QDialog) -> None:
    """Make a dialog as large as it asks for, up to the screen's own size."""
    dialog.resize(dialog.sizeHint().boundedTo(dialog.screen().availableSize()))
